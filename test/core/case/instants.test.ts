import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case } from '../../../src/core/case/case.ts';
import type { Change } from '../../../src/core/case/case-change.ts';
import { decideClock } from '../../../src/core/case/decide-clock.ts';
import { eraseCase, eraseContact } from '../../../src/core/case/erase-case.ts';
import type { HistoryEntry } from '../../../src/core/case/events.ts';
import { restoreOwner } from '../../../src/core/case/restore-owner.ts';
import { CASE_VERBS } from '../../../src/core/case/verbs/index.ts';
import { addElapsed } from '../../../src/core/promise/clock.ts';
import { attempt, change, contextAt, everybody, NOW, opened, outcome } from './case-world.ts';

/** The wall clock may be put back while a case runs: nothing is recorded before what it follows. */

const hours = (count: number) => addElapsed(NOW, count);

/** Every pair of instants on a case of which the second follows the first. */
function following(kase: Case): readonly (readonly [string, string | null])[] {
  const promises = [...(kase.earlierPromises ?? []), kase.promise];
  return [
    ...promises.map(({ contactedAt, answeredAt }) => [contactedAt, answeredAt] as const),
    ...kase.handovers.flatMap(({ offeredAt, settledAt, questions }) => [
      [kase.createdAt, offeredAt] as const,
      [offeredAt, settledAt] as const,
      ...questions.map(({ askedAt, answeredAt }) => [askedAt, answeredAt] as const),
    ]),
    [kase.createdAt, kase.closedAt],
    [kase.createdAt, kase.erasedAt],
    ...kase.contacts.map(({ at }) => [kase.createdAt, at] as const),
  ];
}

describe('the instants of a case', () => {
  it('answered five hours before the call by the clock: the answer stands at the call', () => {
    const { case: kase } = opened({ now: NOW });
    const { case: answered, history } = change(
      kase,
      'case.contacted',
      everybody[0] as never,
      {},
      contextAt(hours(-5)),
    );
    expect(answered.promise).toMatchObject({ contactedAt: NOW, answeredAt: NOW, broken: false });
    expect(history[0]?.at).toBe(NOW);
  });

  it('opened before the call by the clock: the case begins with the call', () => {
    const { case: kase, history } = opened({ now: NOW, contactedAt: hours(3) });
    expect([kase.createdAt, history[0]?.at, kase.handovers[0]?.offeredAt]).toEqual([
      hours(3),
      hours(3),
      hours(3),
    ]);
  });

  it('never go back, whoever does what by whatever clock', () => {
    const move = fc.record({
      hours: fc.integer({ min: -100, max: 100 }),
      what: fc.constantFrom(...CASE_VERBS, ...(['clock', 'erase', 'erase-contact', 'owner'] as const)),
      by: fc.constantFrom(...everybody),
    });
    const input = {
      ...outcome,
      organisation: 'les-751',
      reasonCode: 'no-capacity',
      reason: 'x',
      text: 'Hvornår?',
      kind: 'consent',
      consent: 'consent',
      person: 'anna',
      cvr: '25313763',
      time: '+300',
    };
    fc.assert(
      fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
        let kase: Case = opened().case;
        const lines: HistoryEntry[] = [];
        for (const { hours: at, what, by } of moves) {
          const context = contextAt(hours(at));
          const changeBy = (): Change | undefined => {
            switch (what) {
              case 'clock':
                return decideClock(kase, context);
              case 'erase':
                return eraseCase(kase, context.now, 'request');
              case 'erase-contact':
                return eraseContact(kase, context.now);
              case 'owner':
                return restoreOwner({ ...kase, owner: 'les-000' as never }, context.now);
              default: {
                const decided = attempt(kase, what, by, input, context);
                return decided.ok ? decided.change : undefined;
              }
            }
          };
          const done = changeBy();
          if (!done) continue;
          kase = done.case;
          lines.push(...done.history);
        }
        const instants = lines.map(({ at }) => at);
        expect(instants).toEqual(instants.toSorted());
        for (const [first, second] of following(kase))
          if (second !== null) expect(second >= first).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

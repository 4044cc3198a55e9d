import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case } from '../../../src/core/case/case.ts';
import { decideClock } from '../../../src/core/case/decide-clock.ts';
import { mayShare, openHandover } from '../../../src/core/case/derived.ts';
import type { HistoryEntry } from '../../../src/core/case/events.ts';
import { CASE_VERBS, type CaseVerb } from '../../../src/core/case/verbs/index.ts';
import { decideCase, verbsFor } from '../../../src/core/case/verbs/table.ts';
import { attribute } from '../../../src/core/promise/attribution.ts';
import { figuresAt } from '../../../src/core/promise/clock.ts';
import type { RawInput } from '../../../src/core/raw-input.ts';
import { slowHoursBetween } from '../../calendar/slow-clock.ts';
import { calendar, contextAt, everybody, NOW, opened, outcome } from './case-world.ts';

/** Hours in quarters, so that the slow reckoning can walk them. */
const later = (from: string, quarters: number) =>
  new Date(Date.parse(from) + quarters * 900_000).toISOString();

const input = fc.record({
  organisation: fc.constantFrom('les-791', 'les-751', 'ehm-midtjylland', 'nowhere'),
  reasonCode: fc.constantFrom('not-our-area', 'missing-information', 'no-such-reason'),
  kind: fc.constantFrom('consent', 'public-task', 'declined'),
  person: fc.constantFrom('me', 'carla', 'dan', 'bo', 'nobody'),
  joint: fc.constantFrom('true', 'false'),
  text: fc.constantFrom('Hvornår?', ''),
  time: fc.constantFrom('+15', '+300', '23:45', 'snart'),
});

/**
 * What adds to a case, whatever happened to it meanwhile; and what an office says of a task or follow-up, for which a
 * reminder changes nothing.
 */
const SAFE_WHEN_STALE: readonly CaseVerb[] = [
  'case.add-contact',
  'case.answered-here',
  'case.service',
  'case.refer',
  'case.self-help',
  'followup.accept',
  'followup.decline',
  'followup.done',
  'task.start',
  'task.dismiss',
];

const move = fc.record({
  verb: fc.constantFrom(...CASE_VERBS),
  by: fc.constantFrom(...everybody),
  input,
  wait: fc.integer({ min: 0, max: 40 }),
  /** Mostly somebody does what they may do; otherwise anybody tries anything. */
  choice: fc.option(fc.nat(), { freq: 4 }),
  /** A card that is behind: the same click delivered again. */
  stale: fc.integer({ min: 0, max: 5 }).map((one) => one === 0),
});

function check(kase: Case, history: readonly HistoryEntry[], now: string): void {
  const offers = kase.handovers.filter(({ state }) => state === 'offered');
  expect(offers.length).toBe(kase.status === 'offered' ? 1 : 0);
  expect(openHandover(kase)).toBe(offers[0]);
  if (!mayShare(kase)) expect([offers, kase.joint]).toEqual([[], []]);
  expect(kase.joint).not.toContain(kase.owner);
  expect(new Set(kase.steps).size).toBe(kase.steps.length);

  // History is complete: numbered without gaps, each line begins where the one before ended, the last is the case.
  expect(history.map(({ sequence }) => sequence)).toEqual(history.map((_, i) => i + 1));
  history.forEach((entry, i) => {
    expect(entry.fromStatus).toBe(history[i - 1]?.toStatus ?? null);
  });
  expect(history.at(-1)).toMatchObject({ sequence: kase.revision, toStatus: kase.status, owner: kase.owner });

  const figures = figuresAt(kase.promise, calendar, now);
  const end = kase.promise.answeredAt ?? now;
  expect(figures.workingHours).toBeCloseTo(slowHoursBetween(kase.promise.contactedAt, end), 6);
  expect(figures.elapsedHours).toBeCloseTo(
    (Date.parse(end) - Date.parse(kase.promise.contactedAt)) / 3_600_000,
    6,
  );

  // Nobody else's hours and nobody's twice: what the organisations held adds up to what the clock ran.
  if (kase.status !== 'withdrawn' && kase.status !== 'entered-in-error') {
    const parts = attribute(kase, history, calendar, now);
    const held = parts.reduce((sum, one) => sum + one.held.elapsed, 0);
    expect(held).toBeCloseTo(figures.elapsedHours, 6);
  }
}

describe('any sequence of commands by anybody, with the clock between them', () => {
  it('leaves one owner, a complete history, every step taken once, and figures as recomputed', () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.array(move, { minLength: 1, maxLength: 25, size: 'max' }), (moves) => {
        const start = opened();
        let kase = start.case;
        const history = [...start.history];
        const steps = new Set<string>();
        let now = NOW;
        for (const { verb: any, by, input: raw, wait, choice, stale } of moves) {
          now = later(now, wait);
          for (let tick = decideClock(kase, contextAt(now)); tick; tick = decideClock(kase, contextAt(now))) {
            const key = `${kase.promise.contactedAt} ${tick.step.key}`;
            expect(steps.has(key)).toBe(false);
            steps.add(key);
            kase = tick.case;
            history.push(...tick.history);
          }
          const offered = choice === null ? [] : verbsFor(kase, by, contextAt(now, { maxReturns: 2 }));
          const verb = offered[(choice ?? 0) % Math.max(1, offered.length)] ?? any;
          const full: RawInput = { ...raw, reason: 'x', ...(verb === 'case.close' ? outcome : {}) };
          const current = kase.reminded?.to === kase.revision ? kase.reminded.from : kase.revision;
          const revision = stale ? current - 1 : current;
          const context = contextAt(now, { maxReturns: 2 });
          const followed = verb === 'case.close' ? { ...full, followUpOn: '' } : full;
          const decided = decideCase(kase, { verb, revision, input: followed }, by, context);
          if (!decided.ok) continue;
          taken++;
          expect(verbsFor(kase, by, context)).toContain(verb);
          if (stale) expect(SAFE_WHEN_STALE).toContain(verb);
          if (kase.promise.broken && decided.change.case.promise.contactedAt === kase.promise.contactedAt) {
            expect(decided.change.case.promise.broken).toBe(true);
          }
          kase = decided.change.case;
          history.push(...decided.change.history);
        }
        check(kase, history, now);
      }),
      { numRuns: 1_500 },
    );
    expect(taken).toBeGreaterThan(2_000);
  });
});

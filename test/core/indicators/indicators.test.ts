import { describe, expect, it } from 'vitest';
import type { Case } from '../../../src/core/case/case.ts';
import type { Change } from '../../../src/core/case/case-change.ts';
import type { CaseVerb } from '../../../src/core/case/verbs/index.ts';
import { indicators, type Recorded } from '../../../src/core/indicators/indicators.ts';
import type { Actor } from '../../../src/core/person.ts';
import type { RawInput } from '../../../src/core/raw-input.ts';
import {
  anna,
  calendar,
  carla,
  change,
  contextAt,
  established,
  type Opening,
  opened,
  outcome,
} from '../case/case-world.ts';

type Move = readonly [at: string, verb: CaseVerb, by: Actor, input?: RawInput];

let number = 0;
function recorded(opening: Opening, ...moves: readonly Move[]): Recorded {
  const id = `K-${++number}`;
  const begun = opened(opening);
  const first: Change = { ...begun, case: { ...begun.case, id } };
  const changes = [first];
  for (const [at, verb, by, input] of moves) {
    changes.push(change((changes.at(-1) ?? first).case, verb, by, input, contextAt(at)));
  }
  const last: Case = (changes.at(-1) ?? first).case;
  return { case: last, history: changes.flatMap(({ history }) => history) };
}

const FRIDAY = '2026-01-16T14:00:00.000Z';
const MONDAY = '2026-01-19T08:00:00.000Z';
const later = { ...outcome, followUpOn: '' };
const year = { from: '2026-01-01T00:00:00.000Z', to: '2027-01-01T00:00:00.000Z' };

function figures(records: readonly Recorded[], now = '2026-12-31T12:00:00.000Z', period = year) {
  const all = indicators(records, { period, calendar, now });
  return (id: string) => {
    const found = all.find((one) => one.id === id);
    return found && [found.count, found.base];
  };
}

/** Friday's enquiry that the Erhvervshus answers on Monday and closes. */
const guided = (opening: Opening = {}) =>
  recorded(
    { now: FRIDAY, ...opening },
    [MONDAY, 'handover.accept', carla],
    [MONDAY, 'case.contacted', carla],
    [MONDAY, 'case.close', carla, later],
  );

describe('the indicators', () => {
  it('report the 48 hours in both readings: over a weekend late by the clock, in time by working days', () => {
    const of = figures([guided()]);
    expect(of('I-11-reported')).toEqual([0, 1]);
    expect(of('I-11-working')).toEqual([1, 1]);
  });

  it('leave a case that can still be answered in time out of both numbers', () => {
    const records = [recorded({ now: FRIDAY })];
    const [pending] = indicators(records, { period: year, calendar, now: '2026-01-17T14:00:00.000Z' }).filter(
      ({ id }) => id === 'I-11-reported',
    );
    expect(pending).toMatchObject({ count: 0, base: 0, share: null, pending: 1 });
    expect(figures(records, '2026-01-18T14:00:01.000Z')('I-11-reported')).toEqual([0, 1]);
  });

  it('forget what was entered in error, and keep a withdrawn case out of the answer time alone', () => {
    const error = recorded({ now: FRIDAY }, [FRIDAY, 'case.mark-error', anna, { reason: 'x' }]);
    const withdrawn = recorded({ now: FRIDAY }, [FRIDAY, 'case.withdraw', anna, { reason: 'x' }]);
    const of = figures([error, withdrawn]);
    expect(of('I-12')).toEqual([1, null]);
    expect(of('I-11-reported')).toEqual([0, 0]);
  });

  it('count a company once, however often it asks', () => {
    const of = figures([guided(), guided(), guided({ values: { ...established, cvr: '10150817' } })]);
    expect(of('I-36')).toEqual([2, null]);
    expect(of('I-07')).toEqual([2, 2]);
    expect(of('I-04')).toEqual([2, 2]);
    expect(of('I-10')).toEqual([2, 2]);
    expect(of('I-39')).toEqual([2, 2]);
    expect(of('I-71')).toEqual([3, null]);
  });

  it('do not take a handover or an open recommendation for a referral', () => {
    const of = figures([recorded({ now: FRIDAY }, [MONDAY, 'handover.accept', carla])]);
    expect(of('I-10')).toEqual([0, 1]);
  });

  it('see pre-starters at the platform and early entrepreneurs clarified locally', () => {
    const own: Opening = { override: { organisation: 'les-791', reason: 'x' }, now: FRIDAY };
    const person = { ...established, cvr: undefined };
    const starter = recorded({ ...own, values: { ...person, stage: 'pre-starter' } });
    const early = { ...person, stage: 'entrepreneur', maturity: 'early' } as const;
    const clarified = recorded({ ...own, values: early }, [MONDAY, 'case.contacted', anna]);
    const waiting = recorded({ ...own, values: early });
    const mature = recorded({ ...own, values: { ...early, maturity: 'mature' } });
    const established_ = recorded({ ...own, values: { ...early, stage: 'established' } });
    const others = figures([mature, established_]);
    expect([others('I-06'), others('I-07')]).toEqual([
      [0, 0],
      [0, 2],
    ]);
    const of = figures([starter, clarified, waiting]);
    expect(of('I-05')).toEqual([1, 1]);
    expect(of('I-06')).toEqual([1, 2]);
    expect(of('I-07')).toEqual([0, 2]);
  });

  it('know a company that the same Erhvervshus guided the year before', () => {
    const [next, after] = ['2027-01-15T09:00:00.000Z', '2027-01-18T09:00:00.000Z'];
    const again = recorded(
      { now: next },
      [after, 'handover.accept', carla],
      [after, 'case.contacted', carla],
    );
    const fresh = recorded(
      { now: next, values: { ...established, cvr: '10150817' } },
      [after, 'handover.accept', carla],
      [after, 'case.contacted', carla],
    );
    const of = figures([guided(), again, fresh], after, { from: year.to, to: '2028-01-01T00:00:00.000Z' });
    expect(of('I-21')).toEqual([1, 2]);
  });

  it('keep to the municipality and the period that were asked for', () => {
    const elsewhere = guided({ values: { ...established, municipality: '751' } });
    const count = (municipality: '791' | '740', from = year.from) =>
      indicators([guided(), elsewhere], {
        period: { ...year, from },
        municipality,
        calendar,
        now: MONDAY,
      }).find(({ id }) => id === 'I-12')?.count;
    expect([count('791'), count('740'), count('791', MONDAY)]).toEqual([1, 0, 0]);
  });

  it('count the first answer of a case that was reopened, not the second', () => {
    const base = guided();
    const reopened = change(
      base.case,
      'case.reopen',
      carla,
      { reason: 'x' },
      contextAt('2026-02-02T08:00:00.000Z'),
    );
    const record = { case: reopened.case, history: [...base.history, ...reopened.history] };
    expect(figures([record])('I-11-working')).toEqual([1, 1]);
  });
});

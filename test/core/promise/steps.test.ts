import { describe, expect, it } from 'vitest';
import type { Case } from '../../../src/core/case/case.ts';
import { decideClock } from '../../../src/core/case/decide-clock.ts';
import type { Effect } from '../../../src/core/case/effects.ts';
import { attribute } from '../../../src/core/promise/attribution.ts';
import { figuresAt } from '../../../src/core/promise/clock.ts';
import { nextStepAt, stepsOf } from '../../../src/core/promise/steps.ts';
import {
  anna,
  bo,
  calendar,
  carla,
  caseAfter,
  change,
  contextAt,
  dan,
  established,
  opened,
  outcome,
} from '../case/case-world.ts';

/** Friday 15:00 in Denmark; due Tuesday 15:00. */
const FRIDAY = '2026-01-16T14:00:00.000Z';
const offered = opened({ now: FRIDAY }).case;

/** Everything the clock does to a case until `now`. */
function letRun(kase: Case, now: string) {
  const taken: string[] = [];
  const effects: Effect[] = [];
  let current = kase;
  for (let next = decideClock(current, contextAt(now)); next; next = decideClock(current, contextAt(now))) {
    taken.push(next.step.key);
    effects.push(...next.effects);
    current = next.case;
  }
  return { kase: current, taken, effects };
}

describe('the steps of the promise', () => {
  it('fall at a quarter, half and three quarters of the working hours, and just after the due time', () => {
    expect(stepsOf(offered, calendar).map(({ key, at }) => [key, at])).toEqual([
      ['offer-25:1', '2026-01-19T02:00:00.000Z'],
      ['owner-50', '2026-01-19T14:00:00.000Z'],
      ['offer-50:1', '2026-01-19T14:00:00.000Z'],
      ['offer-75:1', '2026-01-20T02:00:00.000Z'],
      ['broken-100', '2026-01-20T14:00:00.001Z'],
    ]);
  });

  it('happen once each, and none before its time', () => {
    const first = letRun(offered, '2026-01-19T01:59:59.999Z');
    expect(first.taken).toEqual([]);
    const all = letRun(offered, '2026-01-20T14:00:00.001Z');
    expect(all.taken).toEqual(['offer-25:1', 'owner-50', 'offer-50:1', 'offer-75:1', 'broken-100']);
    expect(letRun(all.kase, '2026-02-20T14:00:00.000Z').taken).toEqual([]);
    expect(nextStepAt(all.kase, calendar)).toBeNull();
  });

  it('leave out a share that had passed when the offer was made, also to the millisecond', () => {
    const quarter = stepsOf(offered, calendar)[0]?.at ?? '';
    const madeAt = (offeredAt: string): Case => ({
      ...offered,
      handovers: offered.handovers.map((one) => ({ ...one, offeredAt })),
    });
    const names = (kase: Case) => stepsOf(kase, calendar).map(({ name }) => name);
    expect(names(madeAt(quarter))).not.toContain('offer-25');
    const before = new Date(Date.parse(quarter) - 1).toISOString();
    expect(names(madeAt(before))).toContain('offer-25');
  });

  it('include a planned call at its own moment, at night too, until another takes its place', () => {
    const night = '2026-01-17T22:00:00.000Z';
    const input = { day: 'saturday', time: '23:00', reason: 'De er hjemme om aftenen' };
    const planned = change(offered, 'case.call-back', anna, input, contextAt(FRIDAY)).case;
    const { kase, taken, effects } = letRun(planned, night);
    expect(taken).toEqual([`call-back:${night}`]);
    expect(effects).toEqual([
      { kind: 'tell.person', person: 'anna', notice: 'call-back', at: night, step: `0/call-back:${night}` },
    ]);
    expect(kase.promise).toEqual(offered.promise);
    const again = change(
      planned,
      'case.call-back',
      anna,
      { ...input, time: '23:30' },
      contextAt(FRIDAY),
    ).case;
    expect(letRun(again, night).taken).toEqual([]);
    // Planned anew once it was told: told anew.
    const later = change(
      kase,
      'case.call-back',
      anna,
      { ...input, day: '', time: '+60' },
      contextAt(night),
    ).case;
    expect(letRun(later, '2026-01-17T23:00:00.000Z').taken).toEqual(['call-back:2026-01-17T23:00:00.000Z']);
  });

  it('tell of a planned call whoever has the case, where it has gone to another organisation', () => {
    const input = { time: '+60', reason: 'Optaget' };
    const planned = change(offered, 'case.call-back', anna, input, contextAt(FRIDAY)).case;
    const accepted = change(planned, 'handover.accept', carla, {}, contextAt(FRIDAY)).case;
    const told = (kase: Case) => letRun(kase, '2026-01-16T15:00:00.000Z').effects;
    expect(told(accepted)).toMatchObject([{ kind: 'tell.person', person: 'carla', notice: 'call-back' }]);
    expect(told({ ...accepted, assignee: null })).toMatchObject([
      { kind: 'tell.organisation', organisation: 'ehm-midtjylland', to: 'channel' },
    ]);
  });

  it('forget a planned call with the end of the case, also where it is opened again', () => {
    const accepted = change(offered, 'handover.accept', carla, {}, contextAt(FRIDAY)).case;
    const ahead = { day: '2026-02-02', time: '10:00', reason: 'Efter messen' };
    const planned = change(accepted, 'case.call-back', carla, ahead, contextAt(FRIDAY)).case;
    const closed = caseAfter(planned, ['case.contacted', carla], ['case.close', carla, outcome]);
    expect(stepsOf(closed, calendar).filter(({ name }) => name === 'call-back')).toEqual([]);
    const reopened = caseAfter(closed, ['case.reopen', carla, { reason: 'x' }]);
    expect(stepsOf(reopened, calendar).map(({ name }) => name)).toEqual(['owner-50', 'broken-100']);
  });

  it('tell nobody outside office hours', () => {
    const { effects } = letRun(offered, '2026-01-19T02:00:00.000Z');
    expect(effects).toEqual([
      {
        kind: 'tell.organisation',
        organisation: 'ehm-midtjylland',
        to: 'channel',
        notice: 'offer-reminder',
        handover: 1,
        notBefore: '2026-01-19T07:00:00.000Z',
        step: '0/offer-25:1',
      },
    ]);
  });

  it('tell at once where the case is urgent', () => {
    const night = '2026-01-13T21:00:00.000Z';
    const crisis = opened({ now: night, values: { ...established, areas: ['crisis'] }, crisis: true }).case;
    expect(crisis.promise.hours).toBe(8);
    const { effects } = letRun(crisis, '2026-01-13T23:00:00.000Z');
    expect(effects).toMatchObject([{ notice: 'offer-reminder', notBefore: '2026-01-13T23:00:00.000Z' }]);
  });

  it('bring an unanswered offer back to the sender, who can still keep the promise', () => {
    const { kase, effects } = letRun(offered, '2026-01-20T02:00:00.000Z');
    expect(kase).toMatchObject({ status: 'open', owner: 'les-791', promise: { broken: false } });
    expect(kase.handovers).toMatchObject([{ state: 'expired', counted: false, settledBy: null }]);
    const expired = effects.filter((effect) => 'notice' in effect && effect.notice === 'offer-expired');
    expect(expired).toMatchObject([
      { organisation: 'les-791', to: 'channel' },
      { organisation: 'les-791', to: 'coordinators' },
      { organisation: 'ehm-midtjylland', to: 'coordinators' },
    ]);
    const kept = change(kase, 'case.contacted', anna, {}, contextAt('2026-01-20T14:00:00.000Z')).case;
    expect(kept.promise.broken).toBe(false);
    expect(stepsOf(kept, calendar)).toEqual([]);
  });

  it('begin anew for a second offer, with what is left of the promise', () => {
    const again = change(
      letRun(offered, '2026-01-20T02:00:00.000Z').kase,
      'handover.offer',
      anna,
      { organisation: 'les-751' },
      contextAt('2026-01-20T08:00:00.000Z'),
    ).case;
    // The second offer has a quarter of the promise to be answered in: twelve working hours.
    expect(stepsOf(again, calendar).map(({ key, at }) => [key, at])).toEqual([
      ['broken-100', '2026-01-20T14:00:00.001Z'],
      ['offer-75:2', '2026-01-20T20:00:00.000Z'],
    ]);
    const { kase, effects } = letRun(again, '2026-01-20T20:00:00.000Z');
    expect(kase).toMatchObject({ status: 'open', owner: 'les-791', handovers: [{}, { state: 'expired' }] });
    expect(
      effects.filter((effect) => 'notice' in effect && effect.notice === 'offer-expired-late'),
    ).toHaveLength(3);
  });

  it('let an offer that is made after the company had its answer expire too, by its own time', () => {
    const answered = caseAfter(offered, ['handover.withdraw', anna], ['case.contacted', anna]);
    const again = change(
      answered,
      'handover.offer',
      anna,
      { organisation: 'ehm-midtjylland' },
      contextAt('2026-02-02T09:00:00.000Z'),
    ).case;
    expect(stepsOf(again, calendar).map(({ key, at }) => [key, at])).toEqual([
      ['offer-25:2', '2026-02-02T21:00:00.000Z'],
      ['offer-50:2', '2026-02-03T09:00:00.000Z'],
      ['offer-75:2', '2026-02-03T21:00:00.000Z'],
    ]);
    const { kase } = letRun(again, '2026-02-03T21:00:00.000Z');
    expect(kase).toMatchObject({ status: 'answered', owner: 'les-791' });
    expect(stepsOf(kase, calendar)).toEqual([]);
  });

  it('escalate a broken promise to every organisation that held it, but to the owner alone once sharing stopped', () => {
    const held = caseAfter(offered, ['handover.accept', carla]);
    const escalated = (kase: Case) =>
      letRun(kase, '2026-01-20T14:00:00.001Z')
        .effects.filter((effect) => 'notice' in effect && effect.notice === 'promise-broken')
        .map((effect) =>
          'to' in effect ? `${effect.organisation} ${effect.to}` : 'person' in effect ? effect.person : '',
        );
    expect(escalated(held)).toEqual([
      'carla',
      'ehm-midtjylland channel',
      'ehm-midtjylland coordinators',
      'les-791 coordinators',
    ]);
    expect(escalated(caseAfter(held, ['case.withdraw-basis', carla]))).toEqual([
      'carla',
      'ehm-midtjylland channel',
      'ehm-midtjylland coordinators',
    ]);
  });

  it('leave a broken promise broken, with how late the answer was', () => {
    const { kase } = letRun(offered, '2026-01-20T14:00:00.001Z');
    const late = change(kase, 'case.contacted', anna, {}, contextAt('2026-01-21T14:00:00.000Z')).case;
    expect(late.promise.broken).toBe(true);
    expect(figuresAt(late.promise, calendar, '2026-06-01T00:00:00.000Z')).toMatchObject({
      late: true,
      lateByHours: 24,
      workingHours: 72,
      elapsedHours: 120,
    });
  });

  it('follow elapsed hours where the municipality says so', () => {
    const kase = opened({ now: FRIDAY, settings: { promiseReading: 'elapsed' } }).case;
    expect(kase.promise.dueAt).toBe('2026-01-18T14:00:00.000Z');
    expect(stepsOf(kase, calendar)[0]?.at).toBe('2026-01-17T02:00:00.000Z');
  });
});

describe('the two readings', () => {
  it('part over a weekend: 66 elapsed hours are late, 18 working hours are not', () => {
    const monday = '2026-01-19T08:00:00.000Z';
    expect(figuresAt(offered.promise, calendar, monday)).toEqual({
      workingHours: 18,
      elapsedHours: 66,
      share: 18 / 48,
      late: false,
      reportedLate: true,
      lateByHours: 0,
    });
  });
});

describe('attribution', () => {
  it('says how long each organisation held the case and left an offer unanswered, also for a past moment', () => {
    const start = opened({ now: '2026-01-13T09:00:00.000Z', contactedAt: '2026-01-13T08:00:00.000Z' });
    const on = change(start.case, 'handover.accept', carla, {}, contextAt('2026-01-13T12:00:00.000Z'));
    const done = change(on.case, 'case.contacted', carla, {}, contextAt('2026-01-14T12:00:00.000Z'));
    const history = [...start.history, ...on.history, ...done.history];
    const hours = (now: string) =>
      attribute(done.case, history, calendar, now).map((one) => [
        one.organisation,
        one.held.working,
        one.unanswered.elapsed,
      ]);
    expect(hours('2026-03-01T00:00:00.000Z')).toEqual([
      ['les-791', 4, 0],
      ['ehm-midtjylland', 24, 3],
    ]);
    expect(hours('2026-01-13T10:00:00.000Z')).toEqual([
      ['les-791', 2, 0],
      ['ehm-midtjylland', 0, 1],
    ]);
  });

  it('counts a forwarded offer to each that it lay with', () => {
    const start = opened();
    const on = change(
      start.case,
      'handover.forward',
      dan,
      { organisation: 'les-751', reason: 'x' },
      contextAt('2026-01-13T10:00:00.000Z'),
    );
    const taken = change(on.case, 'handover.accept', bo, {}, contextAt('2026-01-13T15:00:00.000Z'));
    const all = attribute(
      taken.case,
      [...start.history, ...on.history, ...taken.history],
      calendar,
      '2026-01-13T16:00:00.000Z',
    );
    expect(
      Object.fromEntries(all.map(({ organisation, unanswered }) => [organisation, unanswered.elapsed])),
    ).toEqual({
      'les-791': 0,
      'ehm-midtjylland': 1,
      'les-751': 5,
    });
  });
});

import { describe, expect, it } from 'vitest';
import type { Case } from '../../../src/core/case/case.ts';
import { dueStep, nextStepAt, stepsOf, takeStep } from '../../../src/core/promise/steps.ts';
import { anna, calendar, caseAfter, opened } from '../case/case-world.ts';

/** Friday 15:00 in Denmark; due Tuesday 15:00. */
const FRIDAY = '2026-01-16T14:00:00.000Z';
/** Sunday: offices open on Monday. */
const SUNDAY = '2026-01-18T12:00:00.000Z';
const MONDAY = calendar.nextOfficeHour(SUNDAY);
const offered = opened({ now: FRIDAY }).case;
const unassigned: Case = { ...offered, assignee: null };
const withdrawn = caseAfter(offered, ['handover.withdraw', anna]);

type Name = Parameters<typeof takeStep>[1]['name'];
const take = (kase: Case, name: Name, now = SUNDAY, key = `${name} key`) =>
  takeStep(kase, { name, key, at: now }, calendar, now);
const told = (kase: Case, name: Name, now = SUNDAY) =>
  take(kase, name, now).effects.flatMap((effect) => {
    if (effect.kind === 'tell.person') return [`${effect.person}: ${effect.notice}`];
    return effect.kind === 'tell.organisation'
      ? [`${effect.organisation} ${effect.to}: ${effect.notice}`]
      : [effect.kind];
  });

describe('a step that is taken', () => {
  it('is noted on the case with its key, and in history', () => {
    for (const name of ['offer-25', 'owner-50', 'offer-50'] as const) {
      const { case: after, event } = take(offered, name);
      expect(after).toEqual({ ...offered, steps: [...offered.steps, `${name} key`] });
      expect(event).toEqual({ type: 'reminded', step: `${name} key` });
    }
  });

  it('reminds whom it is for: the receiver, the assignee or owner, the receiver’s coordinators', () => {
    expect(told(offered, 'offer-25')).toEqual(['ehm-midtjylland channel: offer-reminder']);
    expect(told(offered, 'owner-50')).toEqual(['anna: owner-reminder']);
    expect(told(unassigned, 'owner-50')).toEqual(['les-791 channel: owner-reminder']);
    expect(told(offered, 'offer-50')).toEqual(['ehm-midtjylland coordinators: offer-reminder']);
  });

  it('of an offer that is no more reminds nobody', () => {
    for (const name of ['offer-25', 'offer-50', 'offer-75'] as const) {
      expect(told(withdrawn, name)).toEqual([]);
      expect(take(withdrawn, name).event).toEqual({ type: 'reminded', step: `${name} key` });
    }
  });

  it('is told in office hours, but at once where the case is urgent; and says which clock it is of', () => {
    const [reminder] = take(offered, 'offer-25').effects;
    expect(reminder).toEqual({
      kind: 'tell.organisation',
      organisation: 'ehm-midtjylland',
      to: 'channel',
      notice: 'offer-reminder',
      handover: 1,
      notBefore: MONDAY,
      step: '0/offer-25 key',
    });
    const [person] = take(offered, 'owner-50').effects;
    expect(person).toMatchObject({ notBefore: MONDAY, step: '0/owner-50 key', clock: 0 });
    const urgent: Case = { ...offered, priority: 'urgent' };
    expect(take(urgent, 'offer-25').effects[0]).toMatchObject({ notBefore: SUNDAY });
    const reopened: Case = { ...offered, earlierPromises: [offered.promise] as never };
    expect(take(reopened, 'owner-50').effects[0]).toMatchObject({ step: '1/owner-50 key', clock: 1 });
  });
});

describe('an offer that expires', () => {
  it('goes back to its owner, and both sides are told', () => {
    const { case: after, event } = take(offered, 'offer-75');
    expect(after.handovers).toMatchObject([{ state: 'expired', settledAt: SUNDAY, settledBy: null }]);
    expect(after).toMatchObject({ status: 'open', steps: ['offer-75 key'] });
    expect(event).toEqual({ type: 'expired', step: 'offer-75 key' });
    expect(told(offered, 'offer-75')).toEqual([
      'crm.save',
      'card.refresh',
      'les-791 channel: offer-expired',
      'les-791 coordinators: offer-expired',
      'ehm-midtjylland coordinators: offer-expired',
    ]);
  });

  it('says that the promise can still be kept only to who can keep it', () => {
    const { dueAt } = offered.promise;
    expect(told(offered, 'offer-75', dueAt)).toContain('les-791 channel: offer-expired');
    const after = new Date(Date.parse(dueAt) + 1).toISOString();
    expect(told(offered, 'offer-75', after)).toContain('les-791 channel: offer-expired-late');
    const answered: Case = { ...offered, promise: { ...offered.promise, answeredAt: FRIDAY } };
    expect(told(answered, 'offer-75')).toContain('les-791 channel: offer-expired-late');
    expect(take(answered, 'offer-75').case.status).toBe('answered');
  });
});

describe('a promise that breaks', () => {
  it('stays broken, and everybody who had the case is told', () => {
    const { case: after, event } = take(offered, 'broken-100');
    expect(after.promise).toEqual({ ...offered.promise, broken: true });
    expect(event).toEqual({ type: 'promise-broken', step: 'broken-100 key' });
    expect(told(offered, 'broken-100')).toEqual([
      'crm.save',
      'card.refresh',
      'anna: promise-broken',
      'les-791 channel: promise-broken',
      'les-791 coordinators: promise-broken',
      'ehm-midtjylland coordinators: promise-broken',
    ]);
    expect(told(unassigned, 'broken-100')).not.toContain('anna: promise-broken');
  });

  it('is told to no organisation that gave the case back, nor without a basis for sharing', () => {
    expect(told(withdrawn, 'broken-100').filter((one) => one.startsWith('ehm'))).toEqual([]);
    const accepted: Case = {
      ...withdrawn,
      handovers: withdrawn.handovers.map((one) => ({ ...one, state: 'accepted' as const })),
    };
    expect(told(accepted, 'broken-100')).toContain('ehm-midtjylland coordinators: promise-broken');
    const stopped: Case = { ...offered, basis: offered.basis && { ...offered.basis, withdrawnAt: SUNDAY } };
    expect(told(stopped, 'broken-100').filter((one) => one.startsWith('ehm'))).toEqual([]);
  });
});

describe('a planned call', () => {
  it('of a case that has none any more is told to nobody', () => {
    expect(told(offered, 'call-back')).toEqual([]);
    expect(take(offered, 'call-back').event).toEqual({ type: 'reminded', step: 'call-back key' });
  });
});

describe('the steps ahead', () => {
  it('are none of a case that has ended, and the first is due at its moment', () => {
    expect(stepsOf({ ...offered, status: 'closed' }, calendar)).toEqual([]);
    expect(nextStepAt({ ...offered, status: 'closed' }, calendar)).toBeNull();
    const at = nextStepAt(offered, calendar) ?? '';
    expect(dueStep(offered, calendar, at)).toMatchObject({ key: 'offer-25:1', at });
    expect(dueStep(offered, calendar, new Date(Date.parse(at) - 1).toISOString())).toBeUndefined();
    expect(dueStep({ ...offered, status: 'closed' }, calendar, at)).toBeUndefined();
  });

  it('of one moment come in the order of the promise, the planned call last', () => {
    const half = stepsOf(offered, calendar).find(({ name }) => name === 'owner-50')?.at ?? '';
    const call = { at: half, by: { person: 'anna', name: 'Anna', organisation: 'les-791' }, reason: 'x' };
    const names = stepsOf({ ...offered, callBack: call as never }, calendar).map(({ name }) => name);
    expect(names).toEqual(['offer-25', 'owner-50', 'offer-50', 'call-back', 'offer-75', 'broken-100']);
  });
});

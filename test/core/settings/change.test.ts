import { describe, expect, it } from 'vitest';
import {
  askConsent,
  changedOn,
  changeInForce,
  changeStepAt,
  type SettingChange,
  sidesOf,
} from '../../../src/core/settings/change.ts';

const NOW = '2026-01-13T09:00:00.000Z';
const anna = { person: 'anna', name: 'Anna Holm', organisation: 'les-791' } as const;

/** A change of Viborg that holds from the middle of January. */
const change = (more: Partial<SettingChange> = {}): SettingChange => ({
  id: 'C1',
  revision: 1,
  organisation: 'les-791',
  key: 'maxReturns',
  before: 1,
  after: 2,
  source: 'chat',
  by: anna,
  at: NOW,
  validFrom: '2026-01-15',
  state: 'agreed',
  consent: null,
  settledAt: NOW,
  settledBy: anna,
  replay: null,
  ...more,
});

describe('the question to the other side', () => {
  const consent = askConsent('ehm-midtjylland', NOW, { canAnswer: true });

  it('comes again after a week, and is answered by silence after two', () => {
    expect(consent).toEqual({
      organisation: 'ehm-midtjylland',
      until: '2026-01-27T09:00:00.000Z',
      remindAt: '2026-01-20T09:00:00.000Z',
      remindedAt: null,
    });
  });

  it('knows where nobody can answer it, and who is asked after', () => {
    expect(askConsent('ehm-midtjylland', NOW, { canAnswer: false, next: ['les-751'] })).toEqual({
      ...consent,
      unanswerable: true,
      next: ['les-751'],
    });
  });

  it('is for all who have a part in the change: who made it, who agreed before, and who is asked next', () => {
    const agreedBy = [{ organisation: 'les-657', at: NOW, by: null }] as const;
    expect(sidesOf(change({ consent: { ...consent, next: ['les-751'] }, agreedBy }))).toEqual([
      'les-791',
      'les-657',
      'ehm-midtjylland',
      'les-751',
    ]);
    expect(sidesOf(change())).toEqual(['les-791']);
  });

  it('has the clock remind first, then end the silence, and nothing once it is answered', () => {
    const asked = change({ state: 'proposed', consent });
    expect(changeStepAt(asked)).toBe(consent.remindAt);
    const reminded = { ...consent, remindedAt: '2026-01-20T09:00:01.000Z' };
    expect(changeStepAt({ ...asked, consent: reminded })).toBe(consent.until);
    for (const state of ['agreed', 'declined', 'withdrawn', 'replaced'] as const) {
      expect(changeStepAt({ ...asked, state })).toBeNull();
    }
    expect(changeStepAt(change({ state: 'proposed' }))).toBeNull();
  });
});

describe('a change', () => {
  const setOn = (day: string, ...changes: readonly SettingChange[]) =>
    changedOn(changes, day).get('les-791')?.maxReturns;

  it.each([
    ['2026-01-14', undefined],
    ['2026-01-15', 2],
    ['2026-01-16', 2],
  ])('holds from its first day on: on %s it sets %s', (day, value) => {
    expect(setOn(day, change())).toBe(value);
    expect(changeInForce([change()], 'les-791', 'maxReturns', day)?.after).toBe(value);
  });

  it.each(['proposed', 'declined', 'withdrawn', 'replaced'] as const)('that is %s sets nothing', (state) => {
    expect(changedOn([change({ state })], '2026-02-01').size).toBe(0);
    expect(changeInForce([change({ state })], 'les-791', 'maxReturns', '2026-02-01')).toBeUndefined();
  });

  it('gives way to one with a later first day, and on one day to the one that was settled later', () => {
    const later = change({ id: 'C2', after: 3, validFrom: '2026-02-01' });
    for (const both of [
      [change(), later],
      [later, change()],
    ]) {
      expect([setOn('2026-01-31', ...both), setOn('2026-02-01', ...both)]).toEqual([2, 3]);
      expect(changeInForce(both, 'les-791', 'maxReturns', '2026-02-01')?.id).toBe('C2');
    }
    const settledLater = change({ id: 'C0', after: 4, settledAt: '2026-01-14T09:00:00.000Z' });
    expect(setOn('2026-01-15', settledLater, change())).toBe(4);
    expect(setOn('2026-01-15', change(), settledLater)).toBe(4);
  });

  it('is the office’s alone, and of that setting alone', () => {
    const others = [
      change({ id: 'C2', organisation: 'les-751', after: 3 }),
      change({ id: 'C3', key: 'answerByHours', after: 24 }),
    ];
    expect(changedOn([change(), ...others], '2026-02-01')).toEqual(
      new Map([
        ['les-791', { maxReturns: 2, answerByHours: 24 }],
        ['les-751', { maxReturns: 3 }],
      ]),
    );
    expect(changeInForce(others, 'les-791', 'maxReturns', '2026-02-01')).toBeUndefined();
    expect(changeInForce([change(), ...others], 'les-751', 'maxReturns', '2026-02-01')?.id).toBe('C2');
  });

  it('that sets a setting back leaves it to the file or the default', () => {
    const back = change({ id: 'C2', after: null, validFrom: '2026-02-01' });
    expect(changedOn([change(), back], '2026-02-01').get('les-791')).toEqual({});
    expect(changeInForce([change(), back], 'les-791', 'maxReturns', '2026-02-01')).toBeUndefined();
    expect(changeInForce([change(), back], 'les-791', 'maxReturns', '2026-01-31')?.id).toBe('C1');
  });
});

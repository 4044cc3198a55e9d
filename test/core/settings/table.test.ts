import { describe, expect, it } from 'vitest';
import {
  changesDoor,
  keysFor,
  needsConsent,
  SETTING_KEYS,
  SETTINGS,
  settingJson,
} from '../../../src/core/settings/table.ts';
import { DEFAULT_SETTINGS, type SettingKey } from '../../../src/core/triage/settings.ts';

describe('the table of settings', () => {
  it('holds every setting once', () => {
    expect([...SETTING_KEYS].sort()).toEqual(Object.keys(DEFAULT_SETTINGS).sort());
  });

  it('has those of a municipality for its office, and for an Erhvervshus its details alone', () => {
    expect(keysFor('les-791')).toEqual(SETTING_KEYS);
    expect([...keysFor('ehm-midtjylland')].sort()).toEqual([
      'address',
      'closedDays',
      'email',
      'officeName',
      'openingHours',
      'phone',
      'slackUserGroup',
    ]);
  });

  it('says which changes may send cases to another door, and which of them the other side must agree to', () => {
    expect(SETTING_KEYS.filter(changesDoor)).toEqual([
      'operator',
      'preStarter',
      'localAreas',
      'phoneRoute',
      'matureAfterMonths',
      'maxReturns',
    ]);
    expect(SETTING_KEYS.filter(needsConsent)).toEqual(['operator', 'preStarter', 'localAreas', 'phoneRoute']);
  });

  it('lets an age or a promise be no longer than the rules know', () => {
    expect(SETTINGS.matureAfterMonths.input).toEqual({ kind: 'number', from: 1, to: 36, word: 'manual' });
    expect(SETTINGS.answerByHours.input).toEqual({ kind: 'number', from: 1, to: 48 });
  });
});

describe('what was typed for a setting', () => {
  it.each<[SettingKey, string, unknown]>([
    ['showTimeFrames', ' true ', true],
    ['showTimeFrames', 'false', false],
    ['showTimeFrames', 'perhaps', 'perhaps'],
    ['answerByHours', ' 24 ', 24],
    ['answerByHours', '24 hours', '24 hours'],
    ['answerByHours', '1234567', '1234567'],
    ['matureAfterMonths', 'manual', 'manual'],
    ['localAreas', 'succession, csr ,succession', ['succession', 'csr']],
    ['localAreas', 'none', []],
    ['localAreas', ' ', []],
    ['closedDays', '2026-12-24,2026-12-31', ['2026-12-24', '2026-12-31']],
    ['officeName', ' Viborg Erhverv ', 'Viborg Erhverv'],
    ['phone', ' 87 87 87 87 ', '87 87 87 87'],
    ['shareLevel', 'full', 'full'],
    ['operator', 'les-657', 'les-657'],
    ['priorities', 'grøn omstilling, nu; eksport;\n eksport', ['grøn omstilling, nu', 'eksport']],
    ['priorities', 'none', []],
    ['localServices', 'Netværk, Kaffe;Netværk\n', ['Netværk', 'Kaffe']],
    ['houseActsAsLes', 'sparring', ['sparring']],
    ['greyZoneContacts', 'none', []],
    ['houseContact', ' dan ', 'dan'],
    ['inhabitants', '98000 2026', { number: 98000, year: 2026 }],
    ['inhabitants', '98000', '98000'],
    ['inhabitants', '98000 2026 x', '98000 2026 x'],
  ])('%s %j is read as %j', (key, typed, json) => expect(settingJson(key, typed)).toEqual(json));
});

describe('opening hours', () => {
  const read = (typed: string) => settingJson('openingHours', typed);

  it('are days with their periods, however they are spaced', () => {
    const hours = { monday: ['08:00-12:00', '13:00-16:00'], friday: ['08:00-12:00'] };
    expect(read('monday 08:00-12:00,13:00-16:00; friday 08:00-12:00')).toEqual(hours);
    expect(read('  monday   08:00-12:00 ,\n 13:00-16:00 ;friday\t08:00-12:00  ')).toEqual(hours);
  });

  it.each(['', 'monday', 'monday 08:00-12:00; friday', 'monday 08:00-12:00;', '08:00-12:00'])(
    'stay text where a day has no period: %j',
    (typed) => expect(read(typed)).toBe(typed),
  );
});

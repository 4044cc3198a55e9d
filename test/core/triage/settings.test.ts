import { describe, expect, it } from 'vitest';
import { MUNICIPALITIES } from '../../../src/core/municipalities.ts';
import { houseOf } from '../../../src/core/organisation.ts';
import { DEFAULT_SETTINGS, parseSettings } from '../../../src/core/triage/settings.ts';

describe('municipal settings', () => {
  const parse = (settings: object, file = '791.json') => parseSettings(file, JSON.stringify(settings));

  it('are the defaults where a file says nothing', () => {
    expect(parse({ municipality: '791' })).toEqual({
      ok: true,
      value: { municipality: '791', settings: DEFAULT_SETTINGS, given: {} },
    });
  });

  it.each([
    { preStarter: 'les-only' },
    { matureAfterMonths: 36 },
    { matureAfterMonths: 'manual' },
    { phoneRoute: 'les' },
    { outreachAck: 'require' },
  ])('are read: %j', (set) => {
    expect(parse({ municipality: '791', ...set })).toMatchObject({ ok: true, value: { settings: set } });
  });

  it.each([
    [{ municipality: '791', preStarter: 'ehm' }, 'preStarter: must be one of les, les-only, digital'],
    [{ municipality: '791', localAreas: ['premises-sites'] }, 'localAreas.0: must be one of'],
    [{ municipality: '791', maxReturns: 0 }, 'maxReturns: must be a whole number from 1 to 5'],
    [{ municipality: '791', maxReturns: 6 }, 'maxReturns: must be a whole number from 1 to 5'],
    [
      { municipality: '791', matureAfterMonths: 37 },
      'matureAfterMonths: must be a whole number of months from 1 to 36, or manual',
    ],
    [{ municipality: '791', matureAfterMonths: 0 }, 'matureAfterMonths: must be'],
    [{ municipality: '791', phoneRoute: 'ehm' }, 'phoneRoute: must be one of triage, les'],
    [{ municipality: '791', outreachAck: 'ask' }, 'outreachAck: must be one of notify, require'],
    [{ municipality: '791', channel: '19:x' }, 'channel: unknown key'],
    [{ municipality: '791', maxReturns: 1.5 }, 'maxReturns: must be a whole number from 1 to 5'],
    [
      { municipality: '791', answerByHours: 49 },
      'answerByHours: must be a whole number of hours from 1 to 48',
    ],
    [
      { municipality: '791', openinghours: '9-15' },
      'openinghours: unknown key; allowed: municipality, preStarter',
    ],
    [{ municipality: '999' }, 'municipality: must be an existing'],
    [{ municipality: '751' }, 'municipality: must agree with the file’s name'.replace('’', "'")],
  ])('%j are refused with file, key and what is allowed', (settings, problem) => {
    const parsed = parse(settings);
    if (parsed.ok) throw new Error('accepted');
    expect(parsed.refusal.params?.problem).toContain('791.json: ');
    expect(parsed.refusal.params?.problem).toContain(problem);
  });

  it('are refused where they are no JSON', () => {
    expect(parseSettings('791.json', '{')).toMatchObject({ ok: false });
  });
});

describe('the municipalities', () => {
  it('are all 98, each in one of six Erhvervshuse', () => {
    expect(MUNICIPALITIES).toHaveLength(98);
    const counted = new Map<string, number>();
    for (const { code } of MUNICIPALITIES) counted.set(houseOf(code), (counted.get(houseOf(code)) ?? 0) + 1);
    expect(Object.fromEntries(counted)).toEqual({
      'ehm-hovedstaden': 29,
      'ehm-sjaelland': 17,
      'ehm-fyn': 9,
      'ehm-sydjylland': 13,
      'ehm-midtjylland': 19,
      'ehm-nordjylland': 11,
    });
  });
});

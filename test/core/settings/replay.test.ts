import { describe, expect, it } from 'vitest';
import type { Case } from '../../../src/core/case/case.ts';
import {
  countsOf,
  type Ground,
  type PastCase,
  pastCaseOf,
  pastCaseOfRecord,
  replayCases,
} from '../../../src/core/settings/replay.ts';
import { AGREED_RULES } from '../../../src/core/triage/rules/rule-set.ts';
import { DEFAULT_SETTINGS, type MunicipalSettings } from '../../../src/core/triage/settings.ts';
import { carla, caseAfter, established, opened } from '../case/case-world.ts';
import { enquiry, handover, record } from '../indicators/records.ts';

const ground = (more: Partial<MunicipalSettings> = {}): Ground => ({
  settingsOf: (municipality) =>
    municipality === '791' ? { ...DEFAULT_SETTINGS, ...more } : DEFAULT_SETTINGS,
  rules: AGREED_RULES,
});

const past = (caseId: string, more: Partial<PastCase['facts']> = {}, returns = 0): PastCase => ({
  caseId,
  returns,
  facts: {
    entry: 'les',
    entryOrganisation: 'les-791',
    municipality: '791',
    stage: 'established',
    needs: [{ area: 'succession', depth: 'specialised' }],
    today: '2026-01-13',
    ...more,
  },
});

describe('past cases under other settings', () => {
  const local = ground({ localAreas: ['succession'] });

  it('are told apart by what becomes of them: elsewhere, otherwise, or as before', () => {
    const cases = [
      past('moves'),
      past('stays', { needs: [{ area: 'business-plan' }] }),
      past('of another municipality', { municipality: '751', entryOrganisation: 'les-751' }),
    ];
    const replay = replayCases(cases, ground(), ground({ localAreas: ['succession'], answerByHours: 24 }));
    expect(countsOf(replay)).toEqual({ cases: 3, elsewhere: 1, otherwise: 1 });
    expect(replay.changed).toMatchObject([
      {
        caseId: 'moves',
        municipality: '791',
        needs: ['succession'],
        before: { organisation: 'ehm-midtjylland' },
        after: { organisation: 'les-791' },
        differs: ['owner', 'answerByHours', 'referrals'],
      },
      { caseId: 'stays', differs: ['answerByHours'] },
    ]);
    expect(replay.byMunicipality).toEqual([
      { key: '751', cases: 1, elsewhere: 0, otherwise: 0 },
      { key: '791', cases: 2, elsewhere: 1, otherwise: 1 },
    ]);
  });

  it('are counted by municipality and by need, a case once for each of its needs', () => {
    const twice = past('twice', {
      needs: [
        { area: 'succession', depth: 'basic' },
        { area: 'succession', depth: 'specialised' },
      ],
    });
    const cases = [past('moves'), twice, past('stays', { needs: [{ area: 'business-plan' }] })];
    const aarhus = past('elsewhere', { municipality: '751', entryOrganisation: 'les-751' });
    const { byMunicipality, byNeed } = replayCases([...cases, aarhus], ground(), local);
    expect(byMunicipality.map(({ key, cases: all }) => [key, all])).toEqual([
      ['751', 1],
      ['791', 3],
    ]);
    expect(byNeed.find(({ key }) => key === 'succession')?.cases).toBe(3);
    expect(byNeed.find(({ key }) => key === 'business-plan')).toEqual({
      key: 'business-plan',
      cases: 1,
      elsewhere: 0,
      otherwise: 0,
    });
    expect(byNeed).toHaveLength(2);
  });

  it('count their returns only where it is the limit of returns that changes', () => {
    const once = past('returned once', {}, 1);
    const limited = replayCases([once], ground(), ground({ maxReturns: 2 }));
    expect(countsOf(limited)).toEqual({ cases: 1, elsewhere: 1, otherwise: 0 });
    expect(replayCases([past('never')], ground(), ground({ maxReturns: 2 })).changed).toEqual([]);
    expect(replayCases([once], ground(), local).changed).toHaveLength(1);
  });

  it('under the same settings and rules are as they were', () => {
    const replay = replayCases([past('a')], ground(), ground());
    expect(countsOf(replay)).toEqual({ cases: 1, elsewhere: 0, otherwise: 0 });
    expect(replay.changed).toEqual([]);
  });

  it('are decided again everywhere where the rules differ', () => {
    const owners = AGREED_RULES.owners.map((rule) => ({ ...rule, plan: 'clarify' as const }));
    const rules = { ...AGREED_RULES, owners };
    const aarhus = past('a', { municipality: '751', entryOrganisation: 'les-751' });
    expect(replayCases([aarhus], ground(), { ...ground(), rules }).changed).toMatchObject([
      { caseId: 'a', differs: ['plan', 'referrals'] },
    ]);
  });
});

describe('a case of the store', () => {
  const kase = opened({ values: { ...established, founded: '2025-12-01' } }).case;

  it('is read as it came in', () => {
    expect(pastCaseOf(kase)).toMatchObject({
      caseId: kase.id,
      returns: 0,
      facts: {
        municipality: '791',
        entryOrganisation: 'les-791',
        company: { founded: '2025-12-01' },
        today: '2026-01-13',
      },
    });
  });

  it.each([
    ['2026-01-13', '2026-01-13'],
    ['2026-01-14', undefined],
    ['2026', '2026-01-01'],
    ['2027', undefined],
  ])('knows of a founding on %s the day %s', (founded, day) => {
    const facts = pastCaseOf({ ...kase, values: { ...kase.values, founded } })?.facts;
    expect(facts?.company?.founded).toBe(day);
  });

  it('has the returns that counted', () => {
    const because = (reasonCode: string) => ({ reasonCode, reason: 'x' });
    const returned = caseAfter(kase, ['handover.return', carla, because('not-our-area')]);
    expect(pastCaseOf(returned)?.returns).toBe(1);
    const uncounted: Case = {
      ...returned,
      handovers: returned.handovers.map((one) => ({ ...one, counted: false })),
    };
    expect(pastCaseOf(uncounted)?.returns).toBe(0);
    expect(pastCaseOf(caseAfter(kase, ['handover.accept', carla]))?.returns).toBe(0);
  });

  it('is none where it was entered in error, or where nobody knows the municipality', () => {
    expect(pastCaseOf({ ...kase, status: 'entered-in-error' })).toBeUndefined();
    expect(pastCaseOf({ ...kase, values: { ...kase.values, municipality: undefined } })).toBeUndefined();
  });
});

describe('an exported case', () => {
  const facts = (more: Parameters<typeof record>[0] = {}) => pastCaseOfRecord(record(more))?.facts;

  it('is read as far as the export tells', () => {
    const told = record({
      company: { stage: 'entrepreneur', maturity: 'early', segment: 'growth' },
      needs: [
        { area: 'financing', depth: 'specialised' },
        { area: 'csr', depth: null },
      ],
      enquiries: [enquiry({ at: '2026-11-02T23:30:00Z' }), enquiry({ at: '2026-11-20T08:00:00Z' })],
      handovers: [handover({ state: 'returned' }), handover()],
    });
    expect(pastCaseOfRecord(told)).toEqual({
      caseId: told.caseId,
      returns: 1,
      facts: {
        entry: 'les',
        municipality: '791',
        direction: 'inbound',
        entryOrganisation: 'les-791',
        stage: 'entrepreneur',
        maturity: 'early',
        segment: 'growth',
        needs: [{ area: 'financing', depth: 'specialised' }, { area: 'csr' }],
        today: '2026-11-03',
      },
    });
  });

  it('came in by the door of who received it where the export does not say, and names that office only then', () => {
    const entries = ['les', 'phone', null].map((entry) => {
      const read = facts({ enquiries: [enquiry({ entry })] });
      return [read?.entry, read?.entryOrganisation];
    });
    expect(entries).toEqual([
      ['les', 'les-791'],
      ['phone', undefined],
      ['les', 'les-791'],
    ]);
    const atHouse = facts({ enquiries: [enquiry({ entry: null, receivedBy: 'ehm-midtjylland' })] });
    expect([atHouse?.entry, atHouse?.entryOrganisation]).toEqual(['ehm', 'ehm-midtjylland']);
  });

  it('says nothing of a stage or segment that nobody knew', () => {
    const read = facts({ company: { stage: 'unknown', maturity: null, segment: 'not-assessed' } });
    expect([read?.stage, read?.maturity, read?.segment]).toEqual([undefined, undefined, undefined]);
  });

  it('is none where nobody enquired, or where it was entered in error', () => {
    expect(pastCaseOfRecord(record({ enquiries: [] }))).toBeUndefined();
    expect(pastCaseOfRecord(record({ status: 'entered-in-error' }))).toBeUndefined();
  });
});

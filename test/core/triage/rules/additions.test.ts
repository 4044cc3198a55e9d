import { describe, expect, it } from 'vitest';
import type { Programme } from '../../../../src/core/triage/decision.ts';
import type { TriageFacts } from '../../../../src/core/triage/facts.ts';
import { addGrowthProgrammes, MIDTJYLLAND } from '../../../../src/core/triage/rules/programmes.ts';
import { DEFAULT_SETTINGS } from '../../../../src/core/triage/settings.ts';
import { readSituation } from '../../../../src/core/triage/situation.ts';
import type { Area, Depth } from '../../../../src/core/vocabulary.ts';
import { decideWith, needs } from '../case-facts.ts';

/** What else a decision carries (policy, A1 to A20): each rule where it fires, and where it just does not. */

const established = { stage: 'established' } as const;
const growthEntrepreneur = { stage: 'entrepreneur', maturity: 'mature', segment: 'growth' } as const;

function referrals(facts: Partial<TriageFacts>, settings = {}) {
  return decideWith(facts, settings).referrals.map(({ actor, when, area, rule }) =>
    [rule, actor, when, ...(area ? [area] : [])].join(' '),
  );
}
const programmes = (facts: Partial<TriageFacts>) => decideWith(facts).programmes;
const programme = (facts: Partial<TriageFacts>, name: string) =>
  programmes(facts).find((one) => one.name === name);
const tools = (facts: Partial<TriageFacts>, settings = {}) =>
  decideWith(facts, settings).selfHelp.map(({ tool }) => tool);

describe('referrals', () => {
  it('A1: send every pre-starter to the platform too, unless the platform owns the case', () => {
    expect(referrals({ stage: 'pre-starter', ...needs('business-plan') })).toContain('A1 digital now');
    expect(referrals({ stage: 'pre-starter' }, { preStarter: 'digital' }).join()).not.toContain('A1');
    expect(referrals({ stage: 'pre-starter' }, { preStarter: 'les-only' }).join()).not.toContain('A1');
    expect(referrals({ ...established, ...needs('business-plan') }).join()).not.toContain('A1');
  });

  it('A3: name The Trade Council where the house has internationalisation', () => {
    expect(referrals({ ...established, ...needs('internationalisation') })).toContain(
      'A3 trade-council after-guidance internationalisation',
    );
    expect(referrals({ ...established, ...needs('internationalisation/basic') }).join()).not.toContain('A3');
  });

  it('A4: name EKF where exports and their financing come together', () => {
    expect(referrals({ ...established, ...needs('internationalisation', 'financing') })).toContain(
      'A4 ekf after-guidance financing',
    );
    expect(referrals({ ...established, ...needs('financing') }).join()).not.toContain('A4');
  });

  it('A5 to A7: name the fund, the cluster and the institutes of each area', () => {
    expect(referrals({ ...established, ...needs('financing') })).toContain(
      'A5 growth-fund after-guidance financing',
    );
    const knowledge = referrals({ ...established, ...needs('knowledge-collaboration') });
    expect(knowledge).toContain('A6 innovation-fund after-guidance knowledge-collaboration');
    expect(knowledge).toContain('A6 cluster after-guidance knowledge-collaboration');
    expect(knowledge).toContain('A6 knowledge-institution after-guidance knowledge-collaboration');
    expect(referrals({ ...established, ...needs('innovation-strategy') }).join()).not.toContain(
      'knowledge-institution',
    );
    expect(referrals({ ...established, ...needs('automation') })).toContain(
      'A7 gts after-guidance automation',
    );
  });

  it('A11: leave solving the problem to private advisers, where the house guides', () => {
    expect(referrals({ ...established, ...needs('succession') })).toContain(
      'A11 private-adviser after-guidance',
    );
    expect(referrals({ ...established, ...needs('business-plan') }).join()).not.toContain('A11');
    expect(referrals({ entry: 'ehm', entryOrganisation: 'ehm-fyn', ...needs('other') }).join()).not.toContain(
      'A11',
    );
  });

  it('A12: send the basic and place-bound part to the office, and name the authority always', () => {
    const mixed = referrals({
      ...established,
      ...needs('financing', 'accounting-tax-vat', 'authority-permits'),
    });
    expect(mixed).toContain('A12 les now accounting-tax-vat');
    expect(mixed).toContain('A12 les now authority-permits');
    expect(mixed).toContain('A12 municipality now authority-permits');
    expect(referrals({ ...established, ...needs('authority-permits') })).toEqual([
      'A12 municipality now authority-permits',
    ]);
    expect(
      referrals(
        { stage: 'pre-starter', ...needs('premises-sites', 'business-plan') },
        { preStarter: 'digital' },
      ),
    ).toEqual(expect.arrayContaining(['A12 les now premises-sites', 'A12 municipality now premises-sites']));
  });

  it('O6 and O8: take a specialised need to the house once it is clarified', () => {
    expect(referrals({ stage: 'entrepreneur', maturity: 'early', ...needs('financing') })).toContain(
      'O8 ehm after-clarification',
    );
    expect(referrals({ stage: 'pre-starter', maturity: 'early', ...needs('financing') })).toContain(
      'O6 ehm after-clarification',
    );
    expect(
      referrals({ stage: 'entrepreneur', maturity: 'early', ...needs('business-plan') }).join(),
    ).not.toContain('ehm');
  });
});

describe('self-help', () => {
  it('A2: comes with every owner but the platform, and fits the needs', () => {
    expect(tools({ ...established, ...needs('business-plan') })).toEqual([
      'virksomhedsguiden',
      'business-model-canvas',
    ]);
    expect(tools({ ...established, ...needs('green-transition') })).toEqual([
      'virksomhedsguiden',
      'vaeksthjulet',
      'klimakompasset',
    ]);
    expect(tools({ ...established, ...needs('regulatory-compliance') })).toContain('privacy-kompasset');
    expect(tools({ ...established, crisis: true })).not.toContain('vaeksthjulet');
    expect(tools({ stage: 'pre-starter' }, { preStarter: 'digital' })).not.toContain('virksomhedsguiden');
  });
});

describe('programmes', () => {
  const named = (facts: Partial<TriageFacts>, wanted: Pick<TriageFacts, 'needs'>) =>
    programmes({ ...facts, ...wanted })
      .filter(({ rule }) => rule === 'A9' || rule === 'A10')
      .map(({ name }) => name);
  const exporter = (company: TriageFacts['company']) =>
    programme({ ...established, ...needs('internationalisation'), company }, 'Eksportsparring')?.eligible;

  it('A3: Eksportsparring is for under 100 employees and under 150 million, to be checked where a number is unknown', () => {
    expect(exporter({ employees: 99, turnoverDkk: 149_999_999 })).toBe(true);
    expect(exporter({ employees: 100, turnoverDkk: 1 })).toBe(false);
    expect(exporter({ employees: 1, turnoverDkk: 150_000_000 })).toBe(false);
    expect(exporter({ employees: 100 })).toBe(false);
    expect(exporter({ employees: 5 })).toBe('check');
  });

  const innovator = (company: TriageFacts['company'], stage: TriageFacts['stage'] = undefined) =>
    programme({ stage, maturity: 'mature', ...needs('innovation-strategy'), company }, 'InnoBooster')
      ?.eligible;

  it('A6: InnoBooster is to be checked, but closed to a pre-starter and where both figures are too low', () => {
    expect(innovator({ founded: '2024-01-01' })).toBe('check');
    expect(innovator({ founded: '2010-01-01', turnoverDkk: 2_000_000 })).toBe('check');
    expect(innovator({ founded: '2010-01-01', turnoverDkk: 1_999_999, externalFundingDkk: 500_000 })).toBe(
      'check',
    );
    expect(innovator({ founded: '2010-01-01', turnoverDkk: 1_999_999, externalFundingDkk: 499_999 })).toBe(
      false,
    );
    expect(innovator({ founded: '2010-01-01', turnoverDkk: 1_999_999 })).toBe('check');
    expect(innovator({}, 'pre-starter')).toBe(false);
  });

  it('A8: SMV:Digital is for small and medium companies', () => {
    const digital = (employees: number) =>
      programme({ ...established, ...needs('digitalisation'), company: { employees } }, 'SMV:Digital')
        ?.eligible;
    expect(digital(249)).toBe(true);
    expect(digital(250)).not.toBe(true);
  });

  it('A9, A10: Midtjylland’s lists are for its own municipalities; elsewhere the national programmes are named', () => {
    const all = needs('growth-programmes');
    const here = named(growthEntrepreneur, all);
    expect(here).toHaveLength(10);
    expect(here).toEqual(expect.arrayContaining(['Key Account Manager', 'Kapitalcoach', 'Plato']));
    const grown = named({ ...established, segment: 'growth' }, all);
    expect(grown).toHaveLength(10);
    expect(grown).toEqual(expect.arrayContaining(['Virksomhedspitch', 'Dalgas', 'Eksportmentor']));
    expect(grown).not.toContain('Kapitalcoach');
    expect(named({ ...growthEntrepreneur, municipality: '851' }, all)).toEqual([]);
    expect(named({ ...established, segment: 'growth', municipality: '851' }, all)).toEqual([
      'InnoBooster – ansøgningsassistance',
    ]);
    expect(named({ ...growthEntrepreneur, segment: 'operations' }, all)).toEqual([]);
  });

  const GENERAL = {
    young: ['Key Account Manager', 'Mentor', 'Vækstgrupper', 'Plato'],
    grown: ['Key Account Manager', 'Vækstsparring', 'Dalgas'],
  };
  it.each<[Area, Depth, readonly string[], readonly string[]]>([
    ['accounting-tax-vat', 'basic', [], []],
    ['certification', 'specialised', [], []],
    [
      'financing',
      'basic',
      ['Kapitalcoach', 'Masterclasses (kapital)', 'Præsentation for Business Angels'],
      ['Virksomhedspitch'],
    ],
    [
      'leadership-organisation',
      'basic',
      ['Advisory Board', 'Ledere til start ups'],
      ['Virksomhedsnetværk', 'Strategiske netværk'],
    ],
    [
      'innovation-strategy',
      'specialised',
      ['Advisory Board', 'Medfinansiering til videntilførsel'],
      ['InnoBooster – ansøgningsassistance', 'Medfinansiering til videntilførsel'],
    ],
    ['skilled-labour', 'specialised', ['Ledere til start ups'], []],
    ['networks-courses', 'basic', [], ['Virksomhedsnetværk', 'Strategiske netværk']],
    ['internationalisation', 'specialised', [], ['Eksportmentor', 'Markedsbesøg']],
    [
      'knowledge-collaboration',
      'basic',
      ['Medfinansiering til videntilførsel'],
      ['InnoBooster – ansøgningsassistance', 'Medfinansiering til videntilførsel'],
    ],
    [
      'new-technology-it',
      'basic',
      ['Medfinansiering til videntilførsel'],
      ['Medfinansiering til videntilførsel'],
    ],
  ])(
    'A9, A10: for %s (%s) the young get %j, the grown %j, beside the general ones for depth',
    (area, depth, young, grown) => {
      const need = needs(`${area}/${depth}`);
      const general = depth === 'specialised';
      expect(named(growthEntrepreneur, need).toSorted()).toEqual(
        [...young, ...(general ? GENERAL.young : [])].toSorted(),
      );
      expect(named({ ...established, segment: 'growth' }, need).toSorted()).toEqual(
        [...grown, ...(general ? GENERAL.grown : [])].toSorted(),
      );
    },
  );

  it('A9, A10: no programme of the lists is promised: each decides itself', () => {
    const offered = programmes({ ...growthEntrepreneur, ...needs('growth-programmes') });
    for (const one of offered) expect(one).toMatchObject({ eligible: 'check', why: 'programme-decides' });
  });

  it('A9, A10: a programme that has ended, or has not begun, is not named', () => {
    const list = MIDTJYLLAND.slice(0, 3).map((one, place) => ({
      ...one,
      validFrom: place === 2 ? '2026-11-21' : '2026-11-20',
      validTo: place === 1 ? '2026-11-19' : '2026-11-20',
    }));
    const read = (today: string) => {
      const facts = { entry: 'phone', municipality: '791', ...growthEntrepreneur } as const;
      const situation = readSituation({ ...facts, ...needs('growth-programmes') }, DEFAULT_SETTINGS, today);
      const found: Programme[] = [];
      addGrowthProgrammes(situation, found, 'A9', list);
      return found.map(({ name }) => name);
    };
    expect(read('2026-11-20')).toEqual(['Key Account Manager']);
    expect(read('2026-11-21')).toEqual([]);
  });
});

describe('services', () => {
  const services = (facts: Partial<TriageFacts>) => decideWith(facts).services;

  it('A13, A14: are those of the owner, in the words of the principles', () => {
    expect(services({ ...established, ...needs('accounting-tax-vat') })).toEqual([
      'indledende afklaring',
      'informations- og temamøder',
      'netværk',
      'camps',
    ]);
    expect(services({ stage: 'pre-starter', ...needs('business-plan') })).toContain('iværksætterkurser');
    expect(services({ ...established, ...needs('internationalisation') })).toEqual(
      expect.arrayContaining(['1:1 vejledning', 'Internationaliseringstjek']),
    );
    expect(services({ ...established, ...needs('financing') })).toContain('Finansieringstjek');
    expect(services({ ...established, ...needs('skilled-labour') })).toContain('Kompetencetjek');
    expect(services({ ...growthEntrepreneur, ...needs('leadership-organisation') })).not.toContain(
      'Kompetencetjek',
    );
    expect(services({ ...established, crisis: true })).toContain('Early Warning');
  });
});

describe('the promise and the time frames', () => {
  it('A15: 48 hours, fewer where the municipality promises it, 8 when urgent', () => {
    const basic = { ...established, ...needs('business-plan') } as const;
    expect(decideWith(basic).answerByHours).toBe(48);
    expect(decideWith(basic, { answerByHours: 24 }).answerByHours).toBe(24);
    expect(decideWith({ ...established, ...needs('financing') }, { answerByHours: 24 }).answerByHours).toBe(
      48,
    );
    expect(decideWith({ ...established, crisis: true }).answerByHours).toBe(8);
  });

  it('A16: are told, unless the municipality hides them', () => {
    expect(decideWith({ ...established, ...needs('business-plan') }).timeFrames).toEqual({
      clarifyHours: [2, 3],
    });
    expect(decideWith({ ...established, ...needs('financing') }).timeFrames).toEqual({
      guidanceHours: [0, 10],
    });
    expect(
      decideWith({ ...established, ...needs('financing') }, { showTimeFrames: false }).timeFrames,
    ).toEqual({});
  });
});

describe('warnings and notes', () => {
  it('A17: warn of protection against advertising only where we reach out', () => {
    const outreach = { ...established, direction: 'outreach' } as const;
    expect(decideWith({ ...outreach, company: { advertisingProtected: true } }).warnings).toEqual([
      'advertising-protected',
    ]);
    expect(decideWith(outreach).warnings).toEqual(['advertising-protection-unknown']);
    expect(decideWith({ ...outreach, company: { advertisingProtected: false } }).warnings).toEqual([]);
    expect(decideWith({ ...established, company: { advertisingProtected: true } }).warnings).toEqual([]);
  });

  it('A18 to A20: note a holding company, a large one, and the duty to report back', () => {
    expect(decideWith({ company: { name: 'NORDLYS HOLDING ApS' } }).notes).toContain(
      'outside-indicator-base',
    );
    expect(decideWith({ company: { name: 'Nordlys ApS' } }).notes).not.toContain('outside-indicator-base');
    expect(decideWith({ company: { employees: 250 } }).notes).toContain('large-company');
    expect(decideWith({ company: { employees: 249 } }).notes).not.toContain('large-company');
    const fromOffice = {
      entry: 'les',
      entryOrganisation: 'les-791',
      ...established,
      ...needs('financing'),
    } as const;
    expect(decideWith(fromOffice).notes).toContain('report-back-to-les');
    expect(decideWith({ ...fromOffice, entry: 'phone' }).notes).not.toContain('report-back-to-les');
  });
});

describe('every part of a decision', () => {
  it('has its rule among the reasons', () => {
    const decision = decideWith({ ...growthEntrepreneur, ...needs('internationalisation', 'business-plan') });
    const rules = new Set(decision.reasons.map(({ rule }) => rule));
    for (const { rule } of [
      decision.owner,
      ...decision.referrals,
      ...decision.programmes,
      ...decision.selfHelp,
    ]) {
      expect(rules).toContain(rule);
    }
    for (const { da, en, source } of decision.reasons) {
      expect(da.length * en.length * source.length).toBeGreaterThan(0);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { type AskedOffer, type Catalogue, catalogueOf } from '../../../../src/core/offers/catalogue.ts';
import { type Offer, offerSchema } from '../../../../src/core/offers/offer.ts';
import { actorOn } from '../../../../src/core/triage/actors.ts';
import type { TriageFacts } from '../../../../src/core/triage/facts.ts';
import type { DecisionSoFar } from '../../../../src/core/triage/rules/additions.ts';
import { addImported, keepOffered, lengthsOf } from '../../../../src/core/triage/rules/offered.ts';
import { DEFAULT_SETTINGS } from '../../../../src/core/triage/settings.ts';
import { readSituation } from '../../../../src/core/triage/situation.ts';
import { decideWith, needs, TODAY } from '../case-facts.ts';

/** What is left of a rule's part by what the catalogue holds, and which imported programmes a decision names. */

const situationOf = (more: Partial<TriageFacts> = {}) =>
  readSituation(
    { entry: 'ehm', municipality: '791', stage: 'established', today: TODAY, ...needs('financing'), ...more },
    DEFAULT_SETTINGS,
    TODAY,
  );
const situation = situationOf();
type Parts = Pick<DecisionSoFar, 'referrals' | 'services' | 'programmes' | 'selfHelp'>;
const decisionOf = (more: Partial<Parts> = {}, actor: 'ehm' | 'les' | 'digital' = 'ehm') =>
  ({
    owner: { actor },
    referrals: [],
    services: [],
    programmes: [],
    selfHelp: [],
    ...more,
  }) as unknown as DecisionSoFar;
const refer = (actor: string) => ({ actor, when: 'now', rule: 'A' }) as Parts['referrals'][number];
const programme = (name: string) => ({ name, eligible: 'check', rule: 'A' }) as Parts['programmes'][number];
const tool = (name: string) => ({ tool: name, rule: 'A' }) as Parts['selfHelp'][number];
const NOTHING = { referrals: 0, services: 0, programmes: 0, selfHelp: 0 };

/** Says how each offer stands by its name, and what it was asked. */
function catalogue(standings: Readonly<Record<string, ReturnType<Catalogue['standing']>>>) {
  const asked: AskedOffer[] = [];
  const standing: Catalogue['standing'] = (offer, day) => {
    expect(day).toBe(TODAY);
    asked.push(offer);
    return standings[offer.name] ?? 'unknown';
  };
  return { asked, catalogue: { listed: [], standing } };
}
const HOLDS = { offered: 'offered', closed: 'no-funds', ended: 'ended' } as const;
const NAMES = ['offered', 'closed', 'ended', 'unknown'];

describe('a decision keeps', () => {
  it('services, programmes and tools that the catalogue holds, a programme without funds as closed', () => {
    const d = decisionOf({
      services: [...NAMES],
      programmes: NAMES.map(programme),
      selfHelp: NAMES.map(tool),
    });
    expect(keepOffered(situation, d, NOTHING, catalogue(HOLDS).catalogue)).toBe(true);
    expect(d.services).toEqual(['offered', 'closed']);
    expect(d.programmes).toEqual([
      programme('offered'),
      { ...programme('closed'), eligible: false, why: 'no-funds' },
    ]);
    expect(d.selfHelp).toEqual([tool('offered'), tool('closed')]);
  });

  it('actors that are no offers, and those whose offer has not ended', () => {
    const d = decisionOf({ referrals: NAMES.map(refer) });
    expect(keepOffered(situation, d, NOTHING, catalogue(HOLDS).catalogue)).toBe(true);
    expect(d.referrals).toEqual(['offered', 'closed', 'unknown'].map(refer));
  });

  it('what earlier rules named, and counts their lists', () => {
    const d = decisionOf({
      referrals: [refer('ended')],
      services: ['ended', 'ended'],
      programmes: [programme('closed'), programme('ended'), programme('closed')],
      selfHelp: [tool('ended'), tool('ended'), tool('ended'), tool('ended')],
    });
    const before = lengthsOf(d);
    expect(before).toEqual({ referrals: 1, services: 2, programmes: 3, selfHelp: 4 });
    d.services.push('ended');
    expect(keepOffered(situation, d, before, catalogue(HOLDS).catalogue)).toBe(false);
    expect(lengthsOf(d)).toEqual(before);
    expect(d.programmes[0]).toEqual(programme('closed'));
    expect(d.programmes[2]).toEqual(programme('closed'));
  });

  it.each<[string, Partial<Parts>, boolean]>([
    ['that named nothing', {}, true],
    ['all of which is gone', { services: ['ended'], programmes: [programme('ended')] }, false],
    ['something of which is left', { services: ['ended'], referrals: [refer('offered')] }, true],
    ['all of which is left', { selfHelp: [tool('offered')] }, true],
  ])('the reason of a rule %s', (_, parts, kept) => {
    expect(keepOffered(situation, decisionOf(parts), NOTHING, catalogue(HOLDS).catalogue)).toBe(kept);
  });

  it.each([
    ['ehm', 'ehm'],
    ['les', 'les'],
    ['digital', undefined],
  ] as const)('at %s a service of the level %s; other offers have none', (actor, level) => {
    const { asked, catalogue: its } = catalogue(HOLDS);
    const d = decisionOf(
      { services: ['offered'], selfHelp: [tool('offered')], referrals: [refer('offered')] },
      actor,
    );
    keepOffered(situation, d, NOTHING, its);
    expect(asked).toEqual([
      { kind: 'actor', name: 'offered', municipality: '791' },
      { kind: 'service', name: 'offered', municipality: '791', level },
      { kind: 'tool', name: 'offered', municipality: '791' },
    ]);
  });
});

describe('an imported programme is named', () => {
  const offerOf = (more: object): Offer =>
    offerSchema.parse({
      id: 'green',
      kind: 'programme',
      name: 'Grøn pulje',
      owner: 'Fonden',
      forWhom: { da: 'Alle', en: 'All' },
      source: 'Fonden',
      ...more,
    });
  const namedBy = (offer: object, more: Partial<TriageFacts> = {}) => {
    const d = decisionOf();
    const any = addImported(situationOf(more), d, catalogueOf([offerOf(offer)]));
    expect(any).toBe(d.programmes.length > 0);
    return d.programmes;
  };

  it.each<[string, object, Partial<TriageFacts>, boolean]>([
    ['for a need of the company', { areas: ['csr', 'financing'] }, {}, true],
    ['for another need', { areas: ['csr'] }, {}, false],
    ['for any specialised need', {}, {}, true],
    ['for a basic need alone', {}, needs('business-plan'), false],
    ['for its stage', { stages: ['established'] }, {}, true],
    ['for another stage', { stages: ['entrepreneur'] }, {}, false],
    ['for growth', { growthOnly: true }, { segment: 'growth' }, true],
    ['for the growth of others', { growthOnly: true }, { segment: 'operations' }, false],
    [
      'for growth, wished for, whatever its needs',
      { growthOnly: true, areas: ['csr'] },
      { segment: 'growth', ...needs('growth-programmes') },
      true,
    ],
    [
      'for a wish of growth, where it is not for growth alone',
      { areas: ['csr'] },
      { segment: 'growth', ...needs('growth-programmes') },
      false,
    ],
    ['for here', { places: ['791'] }, {}, true],
    ['for elsewhere', { places: ['101'] }, {}, false],
    ['for today', { validTo: TODAY }, {}, true],
    ['for another day', { validFrom: '2026-11-21' }, {}, false],
    ['where it is one', { kind: 'tool' }, {}, false],
    ['where the rules do not name it by conditions of their own', { name: 'smv digital' }, {}, false],
  ])('%s', (_, offer, more, named) => expect(namedBy(offer, more)).toHaveLength(named ? 1 : 0));

  it('to be checked, or closed where it has no funds', () => {
    const common = { name: 'Grøn pulje', rule: 'K1' };
    for (const funds of ['open', 'unknown'])
      expect(namedBy({ funds })).toEqual([{ ...common, eligible: 'check', why: 'programme-decides' }]);
    expect(namedBy({ funds: 'closed' })).toEqual([{ ...common, eligible: false, why: 'no-funds' }]);
  });

  it('only where it was imported', () => {
    const d = decisionOf();
    expect(addImported(situation, d, catalogueOf([]))).toBe(false);
    expect(d.programmes).toEqual([]);
  });
});

describe('the reasons of a decision', () => {
  const reasonsOf = (...asked: Parameters<typeof decideWith>) =>
    decideWith(...asked).reasons.map(({ rule }) => rule);

  it('name the rule that warns of protection against advertising', () => {
    const protectedCompany = { stage: 'established', company: { advertisingProtected: true } } as const;
    expect(reasonsOf({ ...protectedCompany, direction: 'outreach' })).toContain('A17');
    expect(reasonsOf({ ...protectedCompany, direction: 'inbound' })).not.toContain('A17');
  });

  it('name no rule of the house for a local office', () => {
    const atOffice = decideWith({ stage: 'entrepreneur', maturity: 'early', ...needs('automation/basic') });
    expect(atOffice.owner.actor).toBe('les');
    for (const rule of ['A3', 'A4', 'A5', 'A6', 'A7', 'A8'])
      expect(atOffice.reasons.map((one) => one.rule)).not.toContain(rule);
  });
});

describe('the name of an actor', () => {
  it.each([
    ['2022-12-31', 'ekf', 'growth-fund'],
    ['2023-01-01', 'eifo-once-ekf', 'eifo-once-growth-fund'],
    ['1999-01-01', 'ekf', 'growth-fund'],
  ])('on %s is %s or %s', (day, ekf, fund) => {
    expect([actorOn('ekf', day).name, actorOn('growth-fund', day).name]).toEqual([ekf, fund]);
  });
});

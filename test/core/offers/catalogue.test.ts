import { describe, expect, it } from 'vitest';
import { BUILT_IN_CATALOGUE, type Catalogue, catalogueOf } from '../../../src/core/offers/catalogue.ts';
import { findOffers } from '../../../src/core/offers/find-offers.ts';
import { type Offer, offerSchema } from '../../../src/core/offers/offer.ts';
import { decide } from '../../../src/core/triage/decide.ts';
import type { TriageFacts } from '../../../src/core/triage/facts.ts';
import { AGREED_RULES } from '../../../src/core/triage/rules/rule-set.ts';
import { settingsOf } from '../../../src/core/triage/settings.ts';
import { sourceNames } from '../../../src/core/triage/sources.ts';
import { AREAS, STAGES } from '../../../src/core/vocabulary.ts';

const DAY = '2026-11-20';
const builtIn = BUILT_IN_CATALOGUE.listed.map(({ offer }) => offer);

function offerOf(id: string, more: Partial<Offer> = {}): Offer {
  return offerSchema.parse({
    id,
    kind: 'programme',
    name: id,
    owner: 'Erhvervsstyrelsen',
    forWhom: { da: 'Alle', en: 'Everybody' },
    source: 'Erhvervsstyrelsen',
    ...more,
  });
}

/** A built-in offer with something changed, as an import puts it in place. */
function changed(id: string, more: Partial<Offer>): Offer {
  const found = builtIn.find((one) => one.id === id);
  if (!found) throw new Error(`No offer ${id}`);
  return { ...found, ...more };
}

const facts = (more: Partial<TriageFacts> = {}): TriageFacts => ({
  entry: 'ehm',
  municipality: '791',
  stage: 'established',
  segment: 'growth',
  company: { employees: 12, turnoverDkk: 4_000_000 },
  needs: [{ area: 'digitalisation' }, { area: 'internationalisation' }],
  today: DAY,
  ...more,
});
const decideWith = (imported: readonly Offer[], more: Partial<TriageFacts> = {}) =>
  decide(facts(more), settingsOf, DAY, AGREED_RULES, catalogueOf(imported));

describe('the built-in catalogue', () => {
  it('has each id and each owner’s name once, and the documents by short names that are known', () => {
    expect(new Set(builtIn.map(({ id }) => id)).size).toBe(builtIn.length);
    const names = builtIn.map(({ kind, name, owner, validFrom }) => [kind, name, owner, validFrom].join());
    expect(new Set(names).size).toBe(builtIn.length);
    for (const { source } of builtIn)
      for (const one of source.split('; ')) expect(sourceNames(one, 'da')).not.toBe(one);
  });

  it('holds everything that the rules name today, so that nothing agreed is lost', () => {
    const everything: Catalogue = { listed: [], standing: () => 'offered' };
    let named = 0;
    for (const municipality of ['791', '851', '101'] as const)
      for (const entry of ['les', 'ehm'] as const)
        for (const stage of STAGES)
          for (const area of AREAS) {
            const asked = facts({
              municipality,
              entry,
              stage,
              needs: [{ area }, { area: 'growth-programmes' }],
            });
            const all = decide(asked, settingsOf, DAY, AGREED_RULES, everything);
            expect(decide(asked, settingsOf, DAY)).toEqual(all);
            named += all.services.length + all.programmes.length + all.selfHelp.length;
          }
    expect(named).toBeGreaterThan(1_000);
  });
});

describe('triage', () => {
  it('names no programme that has ended, nor gives it as a reason', () => {
    const before = decideWith([]);
    expect(before.programmes.map(({ name }) => name)).toContain('SMV:Digital');
    const after = decideWith([changed('smv-digital', { validTo: '2026-11-19' })]);
    expect(after.programmes.map(({ name }) => name)).not.toContain('SMV:Digital');
    expect(after.reasons).toHaveLength(before.reasons.length - 1);
    const last = decideWith([changed('smv-digital', { validTo: DAY })]);
    expect(last.programmes).toEqual(before.programmes);
  });

  it('names one without funds as closed', () => {
    const { programmes } = decideWith([changed('smv-digital', { funds: 'closed' })]);
    expect(programmes.find(({ name }) => name === 'SMV:Digital')).toMatchObject({
      eligible: false,
      why: 'no-funds',
    });
  });

  it('names a service, tool or actor only where its place has it', () => {
    const les = {
      entry: 'les',
      stage: 'entrepreneur',
      maturity: 'early',
      needs: [{ area: 'business-plan' }],
    } as const;
    const camps = changed('les-camps', { notPlaces: ['791'] });
    expect(decideWith([], les).services).toContain('camps');
    expect(decideWith([camps], les).services).not.toContain('camps');
    expect(decideWith([camps], { ...les, municipality: '740' }).services).toContain('camps');
    const tool = changed('business-model-canvas', { places: ['ehm-fyn'] });
    expect(decideWith([], les).selfHelp.map(({ tool }) => tool)).toContain('business-model-canvas');
    expect(decideWith([tool], les).selfHelp.map(({ tool }) => tool)).not.toContain('business-model-canvas');
    const council = changed('trade-council', { validTo: '2026-01-01' });
    expect(decideWith([]).referrals.map(({ actor }) => actor)).toContain('trade-council');
    expect(decideWith([council]).referrals.map(({ actor }) => actor)).not.toContain('trade-council');
    // The doors are no offers.
    expect(decideWith([council]).referrals.map(({ actor }) => actor)).toContain('private-adviser');
  });

  it('names an imported programme that fits, with its reason, and no other', () => {
    const fits = offerOf('smv-groen', { areas: ['internationalisation'], stages: ['established'] });
    const others = [
      offerOf('other-need', { areas: ['crisis'] }),
      offerOf('other-stage', { stages: ['pre-starter'] }),
      offerOf('other-place', { places: ['ehm-fyn'] }),
      offerOf('not-yet', { validFrom: '2026-11-21' }),
      offerOf('a-tool', { kind: 'tool' }),
    ];
    const { programmes, reasons } = decideWith([fits, ...others]);
    expect(programmes.filter(({ rule }) => rule === 'K1')).toEqual([
      { name: 'smv-groen', eligible: 'check', why: 'programme-decides', rule: 'K1' },
    ]);
    expect(reasons.at(-1)).toMatchObject({ rule: 'K1', source: 'Kataloget over tilbud' });
    const growth = offerOf('growth', { growthOnly: true });
    expect(decideWith([growth]).programmes.map(({ name }) => name)).toContain('growth');
    expect(decideWith([growth], { segment: 'operations' }).programmes.map(({ name }) => name)).not.toContain(
      'growth',
    );
  });

  it('decides the owner, the plan and everything else alike whatever the catalogue holds', () => {
    const nothing = builtIn.map((offer) => ({ ...offer, validTo: '2001-01-01' }));
    for (const entry of ['phone', 'les', 'ehm', 'digital'] as const)
      for (const stage of STAGES)
        for (const area of AREAS) {
          const asked = { entry, stage, needs: [{ area }] };
          const { referrals, services, programmes, selfHelp, reasons, ...rest } = decideWith([], asked);
          const empty = decideWith(nothing, asked);
          expect(empty).toMatchObject(rest);
          expect([...empty.services, ...empty.programmes, ...empty.selfHelp]).toEqual([]);
          expect(reasons).toEqual(expect.arrayContaining([...empty.reasons]));
          expect(referrals).toEqual(expect.arrayContaining([...empty.referrals]));
        }
  });
});

describe('a search', () => {
  const found = (words: string, more: Partial<Parameters<typeof findOffers>[1]> = {}) =>
    findOffers(BUILT_IN_CATALOGUE, {
      words,
      areas: [],
      kind: null,
      within: ['791'],
      day: DAY,
      ...more,
    });
  const ids = (...asked: Parameters<typeof found>) => found(...asked).offers.map(({ id }) => id);

  it('finds by name, misspelt too, before need and terms', () => {
    expect(ids('InnoBooster')[0]).toBe('innobooster');
    expect(ids('inobooster')[0]).toBe('innobooster');
    expect(ids('vaekshjulet')).toEqual(['vaeksthjulet']);
    expect(ids('eksport', { areas: ['internationalisation'] })).toEqual(
      expect.arrayContaining(['eksportsparring', 'vitus', 'ehm-export-check', 'trade-council']),
    );
  });

  it('keeps to place, kind and day, and says what has ended', () => {
    const here = ids('eksport', { areas: ['internationalisation'] });
    expect(here).toContain('eksportmentor');
    expect(ids('eksport', { areas: ['internationalisation'], within: ['461'] })).not.toContain(
      'eksportmentor',
    );
    expect(ids('', { kind: 'tool' })).toHaveLength(builtIn.filter(({ kind }) => kind === 'tool').length);
    expect(found('Scale-Up DK')).toMatchObject({ offers: [], notNow: [{ id: 'scale-up-dk' }] });
    expect(ids('EIFO').every((id) => id.startsWith('eifo'))).toBe(true);
    expect(ids('hestesko')).toEqual([]);
  });
});

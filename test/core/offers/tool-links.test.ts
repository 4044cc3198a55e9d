import { describe, expect, it } from 'vitest';
import { BUILT_IN_CATALOGUE, builtInOffer, catalogueOf } from '../../../src/core/offers/catalogue.ts';
import type { Offer } from '../../../src/core/offers/offer.ts';
import { toolLinksOf } from '../../../src/core/offers/tool-links.ts';

/** Where tools are found: as the catalogue has it, which a file may extend and overrule. */

const DAY = '2026-11-20';
const changed = (id: string, more: Partial<Offer>): Offer => {
  const offer = builtInOffer(id);
  if (!offer) throw new Error(id);
  return { ...offer, ...more };
};

describe('the link of a tool', () => {
  it('is that of the documents, and a tool without a known one has none', () => {
    expect(toolLinksOf(BUILT_IN_CATALOGUE, DAY)).toEqual({
      virksomhedsguiden: 'https://virksomhedsguiden.dk',
      klimakompasset: 'https://virksomhedsguiden.dk',
      'privacy-kompasset': 'https://virksomhedsguiden.dk',
    });
  });

  it('is that of an imported offer in its place, or none where that has none', () => {
    const links = toolLinksOf(
      catalogueOf([
        changed('vaeksthjulet', { link: 'https://vaeksthjul.example' }),
        changed('klimakompasset', { link: null }),
      ]),
      DAY,
    );
    expect(links.vaeksthjulet).toBe('https://vaeksthjul.example');
    expect(links).not.toHaveProperty('klimakompasset');
    expect(links).toHaveProperty('privacy-kompasset');
  });

  it('holds on the days on which the tool does', () => {
    const ended = catalogueOf([changed('klimakompasset', { validTo: '2026-11-19' })]);
    expect(toolLinksOf(ended, '2026-11-19')).toHaveProperty('klimakompasset');
    expect(toolLinksOf(ended, DAY)).not.toHaveProperty('klimakompasset');
  });
});

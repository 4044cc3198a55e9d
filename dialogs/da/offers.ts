import type { Offer, OfferKind } from '../../src/core/offers/offer.ts';

/** The catalogue of offers, as it is searched and shown. */

const kinds: Readonly<Record<OfferKind, string>> = {
  service: 'Ydelse',
  programme: 'Program',
  tool: 'Værktøj',
  actor: 'Aktør',
};

/** Words that a kind is asked for with, separated by `|`. */
const kindWords: Readonly<Record<OfferKind, string>> = {
  service: 'ydelse|ydelser',
  programme: 'program|programmer|ordning|ordninger|pulje|puljer',
  tool: 'værktøj|værktøjer|selvhjælp|selvhjælpsværktøj|selvhjælpsværktøjer',
  actor: 'aktør|aktører',
};

const plural: Readonly<Record<OfferKind, string>> = {
  service: 'Ydelser',
  programme: 'Programmer',
  tool: 'Værktøjer',
  actor: 'Aktører',
};

const funds: Readonly<Record<Offer['funds'], string>> = {
  open: 'Der er midler',
  closed: 'Der er ikke flere midler',
  unknown: '',
};

/** Words for the state of the funds in a file, separated by `|`. */
const fundsWords: Readonly<Record<Offer['funds'], string>> = {
  open: 'åben|ja',
  closed: 'lukket|nej|opbrugt',
  unknown: 'ukendt',
};

export const offers = {
  kinds,
  kindWords,
  plural,
  funds,
  fundsWords,
  title: (about: string, place: string) => `Tilbud: ${about} – ${place}`,
  all: (place: string) => `Tilbud, der gælder i dag – ${place}`,
  none: 'Kataloget har ingen tilbud, der passer. Prøv et andet ord, fx et behov, et program eller en aktør.',
  more: (count: number) =>
    count === 1
      ? 'Ét tilbud mere passer. Skriv et ord mere for at finde det.'
      : `${count} tilbud mere passer. Skriv et ord mere for at indsnævre listen.`,
  notNow: 'Gælder ikke i dag',
  ended: (name: string, day: string) => `${name} sluttede den ${day}`,
  begins: (name: string, day: string) => `${name} begynder den ${day}`,
  owners: { les: 'Den lokale erhvervsservice', ehm: 'Erhvervshuset' },
  fields: {
    owner: 'Udbyder',
    forWhom: 'For hvem',
    criteria: 'Vilkår',
    growth: 'Segment',
    valid: 'Gælder',
    funds: 'Midler',
    source: 'Kilde',
    link: 'Læs mere',
  },
  from: (day: string) => `fra den ${day}`,
  until: (day: string) => `til og med den ${day}`,
  typed: 'tilbud ‹ord› ‹kommune›',
};

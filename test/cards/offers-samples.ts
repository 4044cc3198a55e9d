import type { Answer } from '../../src/core/answer.ts';
import { BUILT_IN_CATALOGUE } from '../../src/core/offers/catalogue.ts';
import type { Offer } from '../../src/core/offers/offer.ts';

/** What is answered from the catalogue of offers. */

const offers = BUILT_IN_CATALOGUE.listed.map(({ offer }) => offer);
const some = (...ids: readonly string[]): readonly Offer[] => offers.filter(({ id }) => ids.includes(id));

const asked = {
  kind: 'offers',
  areas: [],
  only: null,
  municipality: '791',
  house: 'ehm-midtjylland',
  more: 0,
  notNow: [],
  day: '2026-11-20',
} as const;

export const OFFERS_SAMPLES: Readonly<Record<string, Answer>> = {
  offers: {
    ...asked,
    words: 'eksport',
    areas: ['internationalisation'],
    offers: some('ehm-export-check', 'eksportsparring', 'vitus', 'trade-council', 'les-meetings').map(
      (one) => ({
        ...one,
        funds: one.id === 'vitus' ? 'closed' : 'open',
      }),
    ),
    more: 2,
    notNow: some('scale-up-dk', 'eifo-ekf').map((one) =>
      one.id === 'eifo-ekf' ? { ...one, validFrom: '2027-01-01' } : one,
    ),
  },
  'offers, all of a house': { ...asked, words: '', municipality: null, offers },
  'no offers': { ...asked, words: 'hestesko', only: 'programme', offers: [] },
};

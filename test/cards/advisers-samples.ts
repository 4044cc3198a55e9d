import type { Adviser } from '../../src/core/advisers/adviser.ts';
import type { Answer } from '../../src/core/answer.ts';

/** What is answered about advisers. All fictitious. */

const adviser: Adviser = {
  id: 'nordisk-eksport',
  kind: 'private',
  name: 'Nordisk Eksport',
  cvr: '25313763',
  areas: ['internationalisation', 'financing'],
  places: ['791', 'ehm-midtjylland'],
  languages: ['da', 'en'],
  phone: '40411234',
  email: 'a@raad.example',
  link: 'https://raad.example',
  source: 'Erhvervshus Midtjylland',
  validFrom: '2026-01-01',
  validTo: '2027-12-31',
};
const asked = {
  kind: 'advisers',
  words: 'eksport',
  area: 'internationalisation',
  municipality: '791',
  house: 'ehm-midtjylland',
  fitting: 4,
  showing: 'delivery 1',
} as const;

export const ADVISERS_SAMPLES: Readonly<Record<string, Answer>> = {
  advisers: {
    ...asked,
    shown: [
      { adviser, own: true, serves: true },
      {
        adviser: {
          ...adviser,
          id: 'klyngen',
          kind: 'cluster',
          name: 'Klyngen',
          places: [],
          phone: null,
          validTo: null,
        },
        own: false,
        serves: true,
      },
      {
        adviser: {
          ...adviser,
          id: 'fyn',
          kind: 'national',
          name: 'Fyn',
          places: ['461'],
          email: null,
          link: null,
        },
        own: false,
        serves: false,
      },
    ],
  },
  'advisers, none': { ...asked, municipality: null, fitting: 0, shown: [] },
  'advisers, no need': { ...asked, words: 'hestesko', area: null, fitting: 0, shown: [] },
};

import type { Answer } from '../../src/core/answer.ts';
import type { FiguresAbout } from '../../src/core/indicators/answers.ts';
import { figures } from '../../src/core/indicators/figures.ts';
import type { GreyZoneCase, OwnFigures } from '../../src/core/indicators/own-figures.ts';
import type { OrganisationId } from '../../src/core/organisation.ts';
import { guidance, record } from '../core/indicators/records.ts';

/** Figures as a coordinator sees them: those of an office, and the longest, of a house with every municipality. */

const AS_OF = '2026-11-27T09:00:00.000Z';
const RECORDS = ['791', '751', '760', '740', '746', '730'].map((municipality, at) =>
  record({
    company: { ...record().company, cvr: null, key: `key ${at}`, municipality },
    services: [guidance({ on: '2026-11-12' }), guidance({ form: 'collective', on: '2026-11-13' })],
  }),
);

const of = (organisation: OrganisationId): Answer => ({
  kind: 'figures',
  organisation,
  asOf: AS_OF,
  periods: [
    { from: '2026-11-01', to: '2026-11-30' },
    { from: '2026-10-01', to: '2026-10-31' },
  ].map((period) => ({
    period,
    figures: figures(RECORDS, { period, asOf: AS_OF, organisation, by: [], municipalities: new Map() }),
    outreach: { made: 12, collisions: 1 },
  })),
});

const zone = (caseId: string, end: GreyZoneCase['end']): GreyZoneCase => ({
  caseId,
  areas: ['internationalisation'],
  municipality: '791',
  begunOn: '2026-10-05',
  cause: end === 'moved' ? 'returns' : 'rule',
  parties: ['les-791', 'ehm-midtjylland'],
  end,
  endedOn: end === 'open' ? null : '2026-10-12',
  owner: 'les-791',
  shared: true,
});

const OWN: OwnFigures = {
  returns: [
    {
      from: 'les-791',
      to: 'ehm-midtjylland',
      answered: 16,
      returned: 3,
      rate: 0.1875,
      reasons: [{ reason: 'wrong-geography', returns: 3 }],
    },
    { from: 'ehm-midtjylland', to: 'les-791', answered: 4, returned: 1, rate: 0.25, reasons: [] },
  ],
  waiting: [
    { organisation: 'les-791', accepted: 3, untilAcceptance: 4.25, answered: 40, untilAnswer: 12.5 },
    { organisation: 'ehm-midtjylland', accepted: 13, untilAcceptance: 6.5, answered: 9, untilAnswer: 21.05 },
  ],
  late: [{ organisation: 'les-791', promises: 2 }],
  greyZones: [
    zone('K3F9-QTX2', 'stayed'),
    zone('K3F9-QTX3', 'stayed'),
    zone('K3F9-QTX4', 'moved'),
    zone('K3F9-QTX5', 'open'),
  ],
  overrides: [],
  tasks: [{ organisation: 'les-791', given: 5, started: 3, notRelevant: 1 }],
  complete: { numerator: 38, denominator: 40, value: 0.95 },
  needs: [{ area: 'internationalisation', companies: 9 }],
  referredFrom: [],
  outreach: { made: 12, collisions: 1 },
};

const about = (what: FiguresAbout): Answer => ({
  kind: 'figures',
  organisation: 'les-791',
  asOf: AS_OF,
  periods: [{ period: { from: '2026-10-01', to: '2026-12-31' }, figures: [], outreach: null, own: OWN }],
  about: what,
  ...(what === 'dialogue' && { other: 'ehm-midtjylland' }),
});

export const FIGURES_SAMPLES: Readonly<Record<string, Answer>> = {
  'figures of an office': of('les-791'),
  'grey zones': about('grey-zones'),
  'dialogue meeting': about('dialogue'),
  'figures of a house': of('ehm-midtjylland'),
};

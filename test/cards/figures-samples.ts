import type { Answer } from '../../src/core/answer.ts';
import { figures } from '../../src/core/indicators/figures.ts';
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

export const FIGURES_SAMPLES: Readonly<Record<string, Answer>> = {
  'figures of an office': of('les-791'),
  'figures of a house': of('ehm-midtjylland'),
};

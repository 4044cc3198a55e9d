import type { OutreachContact } from '../../../src/core/outreach/outreach.ts';

/** An outreach contact of the Erhvervshus with a company in Viborg, for tests. All fictitious. */

const carla = { person: 'carla', name: 'Carla Winther', organisation: 'ehm-midtjylland' } as const;

/** The end of its reply window. */
export const WINDOW = '2026-01-15T09:00:00.000Z';

export const planned = (more: Partial<OutreachContact> = {}): OutreachContact => ({
  id: 'O1',
  revision: 1,
  by: 'ehm-midtjylland',
  person: carla,
  company: {
    cvr: '25313763',
    name: 'Hansen VVS',
    pNumber: '1003407806',
    municipality: '791',
    founded: '2011-04-12',
    stage: 'established',
    segment: 'growth',
    companyKey: 'hansen',
  },
  areas: ['succession'],
  need: 'Generationsskifte',
  plannedOn: '2026-01-20',
  createdAt: '2026-01-13T09:00:00.000Z',
  told: { organisation: 'les-791', ack: 'notify', until: WINDOW },
  replies: [],
  windowPassedAt: null,
  collidesWith: null,
  cancelledAt: null,
  made: null,
  caseId: null,
  erasedAt: null,
  ...more,
});

export const made: NonNullable<OutreachContact['made']> = {
  on: '2026-01-20',
  form: 'visit',
  outcome: 'no-need',
  jointly: [],
  note: null,
  by: carla,
  at: '2026-01-20T12:00:00.000Z',
  early: false,
};

export const reply = (clear: boolean, reason: string | null = null): OutreachContact['replies'][number] => ({
  clear,
  by: { person: 'anna', name: 'Anna Holm', organisation: 'les-791' },
  at: '2026-01-14T09:00:00.000Z',
  reason,
});

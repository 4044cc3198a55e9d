import type { Answer } from '../../src/core/answer.ts';
import type { OutreachContact } from '../../src/core/outreach/outreach.ts';

/** Outreach as people see it: every standing, from each side, and one that holds all that can be typed. */

const NOW = '2026-11-21T09:00:00.000Z';
const carla = { person: 'carla', name: 'Carla Winther', organisation: 'ehm-midtjylland' } as const;
const anna = { person: 'anna', name: 'Anna Holm', organisation: 'les-791' } as const;

const planned: OutreachContact = {
  id: 'B2C3-D4F5',
  revision: 1,
  by: 'ehm-midtjylland',
  person: carla,
  company: {
    cvr: '25313763',
    name: 'Hansen VVS ApS',
    pNumber: '1003407806',
    municipality: '791',
    companyKey: 'key1',
    founded: '2011-04-12',
    stage: 'established',
    segment: 'growth',
  },
  areas: ['internationalisation', 'financing'],
  need: 'Vil måske til Norge',
  plannedOn: '2026-12-03',
  createdAt: NOW,
  told: { organisation: 'les-791', ack: 'notify', until: '2026-11-25T09:00:00.000Z' },
  replies: [],
  windowPassedAt: null,
  collidesWith: null,
  cancelledAt: null,
  made: null,
  caseId: null,
  erasedAt: null,
};
const made: OutreachContact = {
  ...planned,
  caseId: 'K3F9-QTX2',
  made: {
    on: '2026-11-20',
    form: 'visit',
    outcome: 'case',
    jointly: ['les-791'],
    note: 'De ringer selv i maj',
    by: carla,
    at: NOW,
    early: true,
  },
};
const objected = { clear: false, by: anna, at: NOW, reason: 'Vi er der selv i morgen' };

type Shown = Extract<Answer, { kind: 'outreach' }>;
const shown = (contact: OutreachContact, more: Partial<Shown> = {}): Answer => ({
  kind: 'outreach',
  contact,
  contacts: [],
  collides: false,
  side: 'ours',
  mayAct: true,
  shared: false,
  notice: null,
  problems: [],
  now: NOW,
  ...more,
});

export const OUTREACH_SAMPLES: Readonly<Record<string, Answer>> = {
  'outreach look': {
    kind: 'outreach-look',
    contact: { ...planned, told: { ...planned.told, ack: 'require' } },
    contacts: [
      {
        what: { kind: 'outreach', form: 'visit' },
        on: '2026-10-01',
        organisation: 'les-791',
        person: 'Anna Holm',
        id: 'C2C3-D4F5',
        runs: false,
      },
      {
        what: { kind: 'case', status: 'answered' },
        on: '2026-09-01',
        organisation: 'les-791',
        person: null,
        id: null,
        runs: true,
      },
      {
        what: { kind: 'service', service: '1:1 vejledning' },
        on: '2026-08-01',
        organisation: 'ehm-midtjylland',
        person: 'Carla Winther',
        id: 'K3F9-QTX2',
        runs: false,
      },
    ],
    shared: false,
    now: NOW,
  },
  'outreach look without contacts': {
    kind: 'outreach-look',
    contact: { ...planned, areas: [], need: null, plannedOn: null },
    contacts: [],
    shared: true,
    now: NOW,
  },
  'outreach planned': shown(planned, {
    notice: { code: 'outreach-told', params: { organisation: 'les-791' } },
  }),
  'outreach told in a channel': shown(planned, {
    side: 'theirs',
    shared: true,
    notice: {
      code: 'outreach-planned',
      params: { organisation: 'ehm-midtjylland', company: 'Hansen VVS ApS' },
    },
  }),
  'outreach that waits for a yes': shown(
    { ...planned, told: { ...planned.told, ack: 'require' }, collidesWith: 'C2C3-D4F5' },
    {
      collides: true,
      problems: [{ field: 'reason', refusal: { code: 'reason-needed' }, typed: '' }],
      side: 'theirs',
    },
  ),
  'outreach objected to': shown({ ...planned, replies: [objected] }),
  'outreach that nobody was told of': shown({ ...planned, windowPassedAt: NOW, untoldAt: NOW }),
  'outreach called off': shown({ ...planned, cancelledAt: NOW, cancelReason: 'Kunden er syg' }),
  'outreach free': shown({ ...planned, replies: [{ ...objected, clear: true, reason: null }] }),
  'outreach made': shown(made),
  'outreach of others': shown(made, { side: 'other' }),
  'outreach erased': shown({
    ...planned,
    company: { ...planned.company, cvr: null, name: null, pNumber: null },
    cancelledAt: NOW,
    erasedAt: NOW,
  }),
  'outreach list': {
    kind: 'outreach-list',
    lines: [planned, { ...made, id: 'C2C3-D4F5', by: 'les-791' }],
    organisation: 'ehm-midtjylland',
    mayPlan: true,
    shared: false,
    now: NOW,
  },
  'outreach list none': {
    kind: 'outreach-list',
    lines: [],
    organisation: 'les-791',
    mayPlan: true,
    shared: false,
    now: NOW,
  },
};

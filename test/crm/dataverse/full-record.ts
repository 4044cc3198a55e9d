import type { CrmRecord } from '../../../src/app/ports/crm.ts';
import { crmRecord } from '../crm-records.ts';

export const ID = 'K3F9-QTX2';
export const service = {
  service: 'Finansieringstjek',
  by: 'ehm-midtjylland',
  person: 'Carla Winther',
  on: '2026-11-21',
  form: 'individual',
  meeting: 'digital',
  hours: 3,
  tools: ['Væksthjulet'],
  programme: null,
  applicationHelp: null,
} as const;
export const enquiry = {
  at: '2026-11-20T08:55:00.000Z',
  entry: 'phone',
  channel: 'phone',
  trigger: 'acknowledged-need',
  referredBy: null,
  receivedBy: 'les-791',
  needs: ['internationalisation'],
  dueAt: null,
  answeredAt: null,
  answeredBy: null,
  how: null,
} as const;
/** A record that makes a row of every kind. */
export const full = (different: Partial<CrmRecord> = {}) =>
  crmRecord({
    enquiries: [enquiry],
    servicesGiven: [service],
    referralsGiven: [
      {
        actor: 'trade-council',
        name: null,
        why: 'Messen i Hannover',
        by: 'les-791',
        person: 'Anna Holm',
        on: '2026-11-21',
        uptake: 'unknown',
        askedOn: null,
      },
    ],
    followUpOn: '2027-02-01',
    followUpBy: 'les-791',
    ...different,
  });

/** The sets of a plain organisation. */
export const SETS = ['accounts', 'contacts', 'incidents', 'phonecalls', 'appointments', 'tasks'];

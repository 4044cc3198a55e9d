import type { CrmRecord } from '../app/ports/crm.ts';

/**
 * The record without everything that identifies a company or a person, free text included; the counts remain. Only
 * the year of the founding date is kept, for the age group.
 */
export function withoutIdentity(record: CrmRecord): CrmRecord {
  return {
    ...record,
    assignee: null,
    cvr: null,
    pNumber: null,
    companyName: null,
    founded: record.founded?.slice(0, 4) ?? null,
    contactName: null,
    contactPhone: null,
    contactEmail: null,
    description: null,
    consent: record.consent && { ...record.consent, by: '' },
    overrideReason: null,
    actionPlan: null,
    servicesGiven: record.servicesGiven.map((given) => ({ ...given, person: null })),
    referralsGiven: record.referralsGiven.map((given) => ({ ...given, person: null, name: null, why: null })),
    selfHelp: record.selfHelp.map((used) => ({ ...used, person: null, focus: [] })),
    corrections: record.corrections.map((one) => ({ ...one, person: null, before: null })),
    texts: [],
  };
}

/** What of a record names or describes a company or a person, and is emptied above. */
export const IDENTIFYING: readonly string[] = [
  'assignee',
  'cvr',
  'pNumber',
  'companyName',
  'founded',
  'contactName',
  'contactPhone',
  'contactEmail',
  'description',
  'consent.by',
  'overrideReason',
  'actionPlan',
  'servicesGiven',
  'referralsGiven',
  'selfHelp',
  'corrections',
  'texts',
];

import type { CrmRecord } from '../app/ports/crm.ts';

/**
 * The record with everything gone that points at a company or a person, free text included: what is left only counts.
 * Of the founding date the year stays, which tells the age group and no more.
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
  };
}

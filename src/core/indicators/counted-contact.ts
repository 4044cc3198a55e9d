import { danishDate } from '../danish-date.ts';
import type { OutreachContact } from '../outreach/outreach.ts';
import type { CountedCase } from './counted-case.ts';

/**
 * The outreach contacts made by `asOf`, as what figures count: a contact of the company that is no case, asks nothing and
 * has no promise. It stands in I-01 and I-02 and in no other figure.
 */
export function countedContacts(contacts: readonly OutreachContact[], asOf: string): readonly CountedCase[] {
  const today = danishDate(asOf);
  return contacts.flatMap(({ id, by, company, made }): CountedCase[] => {
    if (!made || made.on > today || Date.parse(made.at) > Date.parse(asOf)) return [];
    const organisations = [...new Set([by, ...made.jointly])];
    return [
      {
        caseId: id,
        company: `key ${company.companyKey}`,
        municipality: company.municipality,
        stage: company.stage,
        early: false,
        segment: company.segment,
        owner: by,
        crmCurrent: true,
        // A case that begins on no day is in no figure about cases.
        createdOn: '',
        begunBy: null,
        receivers: organisations,
        enquiries: organisations.map((organisation) => ({
          on: made.on,
          inbound: false,
          receivedBy: organisation,
          answered: false,
          answeredBy: null,
        })),
        promises: [],
        transfers: [],
        services: [],
        referrals: [],
        selfHelp: false,
      },
    ];
  });
}

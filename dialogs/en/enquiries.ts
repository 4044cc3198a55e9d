import { part } from '../part.ts';

/** The enquiries of a case, one a line. */
export const enquiries = {
  line: (when: string, office: string, what: string) => `Enquiry ${when} to ${office}: ${what}`,
  referredBy: (who: string) => `referred by ${who}`,
  /** Who referred the company, where it is none of those that are listed. */
  otherReferrer: 'somebody else',
  answered: (when: string, how?: string, person?: string) =>
    `answered ${when}${part` (${[how, person].filter((one) => one).join(', ')})`}`,
  unanswered: 'not answered yet',
  noPromise: 'no new need',
};

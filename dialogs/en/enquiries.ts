import { part } from '../part.ts';

/** The enquiries of a case, one a line. */
export const enquiries = {
  line: (when: string, office: string, what: string) => `Enquiry ${when} to ${office}: ${what}`,
  referredBy: (who: string) => `referred by ${who}`,
  answered: (when: string, how?: string, person?: string) =>
    `answered ${when}${part` (${[how, person].filter((one) => one).join(', ')})`}`,
  unanswered: 'not answered yet',
  noPromise: 'without a new need',
};

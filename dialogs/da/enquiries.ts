import { part } from '../part.ts';

/** The enquiries of a case, one a line. */
export const enquiries = {
  line: (when: string, office: string, what: string) => `Henvendelse ${when} til ${office}: ${what}`,
  referredBy: (who: string) => `henvist af ${who}`,
  /** Who referred the company, where it is none of those that are listed. */
  otherReferrer: 'en anden',
  answered: (when: string, how?: string, person?: string) =>
    `besvaret ${when}${part` (${[how, person].filter((one) => one).join(', ')})`}`,
  unanswered: 'ikke besvaret endnu',
  noPromise: 'intet nyt behov',
};

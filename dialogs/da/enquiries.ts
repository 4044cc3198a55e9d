import { part } from '../part.ts';

/** The enquiries of a case, one a line. */
export const enquiries = {
  line: (when: string, office: string, what: string) => `Henvendelse ${when} til ${office}: ${what}`,
  referredBy: (who: string) => `henvist af ${who}`,
  answered: (when: string, how?: string, person?: string) =>
    `besvaret ${when}${part` (${[how, person].filter((one) => one).join(', ')})`}`,
  unanswered: 'ikke besvaret endnu',
  noPromise: 'uden nyt behov',
};

import type { CompanyStanding } from '../../src/core/company-standing.ts';

/** How a company stands that is not simply active, in a few words behind its name. */
const standing: Readonly<Record<Exclude<CompanyStanding, 'active'>, string>> = {
  ceased: 'ophørt',
  bankruptcy: 'under konkurs',
  'compulsory-dissolution': 'under tvangsopløsning',
  reconstruction: 'under rekonstruktion',
  liquidation: 'under likvidation',
  'not-begun': 'ikke begyndt endnu',
};

export const company = {
  standing,
  /** The same as a sentence, which names its source. */
  standingSentence: (stands: keyof typeof standing) => `Ifølge CVR er virksomheden ${standing[stands]}.`,
};

import type { CompanyStanding } from '../../src/core/company-standing.ts';

/** The standing of a company that is not simply active, in a few words after its name. */
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
  /** The standing as a sentence that names its source. */
  standingSentence: (stands: keyof typeof standing) => `Ifølge CVR er virksomheden ${standing[stands]}.`,
};

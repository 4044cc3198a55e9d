import type { CompanyStanding } from '../src/core/company-standing.ts';
import type { Language } from '../src/core/vocabulary.ts';
import { sentencesIn } from './sentences.ts';

/** `under konkurs`; undefined for a company that is active, or of which nothing is known. */
export function standingLabel(standing: CompanyStanding | undefined, language: Language): string | undefined {
  if (standing === undefined || standing === 'active') return undefined;
  return sentencesIn(language).company.standing[standing];
}

/** The same as a sentence, which names its source. */
export function standingSentence(
  standing: CompanyStanding | undefined,
  language: Language,
): string | undefined {
  if (standing === undefined || standing === 'active') return undefined;
  return sentencesIn(language).company.standingSentence(standing);
}

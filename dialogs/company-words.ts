import type { CompanyStanding } from '../src/core/company-standing.ts';
import type { Language } from '../src/core/vocabulary.ts';
import { sentencesIn } from './sentences.ts';

/** The company's standing as a label: `under konkurs`. Undefined for an active company and where nothing is known. */
export function standingLabel(standing: CompanyStanding | undefined, language: Language): string | undefined {
  if (standing === undefined || standing === 'active') return undefined;
  return sentencesIn(language).company.standing[standing];
}

/** The company's standing as a sentence that names its source. Undefined where `standingLabel` is. */
export function standingSentence(
  standing: CompanyStanding | undefined,
  language: Language,
): string | undefined {
  if (standing === undefined || standing === 'active') return undefined;
  return sentencesIn(language).company.standingSentence(standing);
}

import type { CompanyStanding } from '../src/core/company-standing.ts';
import type { Language, Localized } from '../src/core/vocabulary.ts';
import { both } from './say.ts';

/** How a company stands that is not simply active, in a few words behind its name. */
const STANDING_LABELS: Readonly<Record<Exclude<CompanyStanding, 'active'>, Localized>> = {
  ceased: both('ophørt', 'ceased'),
  bankruptcy: both('under konkurs', 'in bankruptcy'),
  'compulsory-dissolution': both('under tvangsopløsning', 'being compulsorily dissolved'),
  reconstruction: both('under rekonstruktion', 'in reconstruction'),
  liquidation: both('under likvidation', 'in liquidation'),
  'not-begun': both('ikke begyndt endnu', 'not begun yet'),
};

/** `under konkurs`; undefined for a company that is active, or of which nothing is known. */
export function standingLabel(standing: CompanyStanding | undefined, language: Language): string | undefined {
  return standing === undefined || standing === 'active' ? undefined : STANDING_LABELS[standing][language];
}

/** The same as a sentence, which names its source. */
export function standingSentence(
  standing: CompanyStanding | undefined,
  language: Language,
): string | undefined {
  const label = standingLabel(standing, language);
  if (label === undefined) return undefined;
  return language === 'da'
    ? `Ifølge CVR er virksomheden ${label}.`
    : `According to the CVR register, the company ${standing === 'ceased' || standing === 'not-begun' ? 'has' : 'is'} ${label}.`;
}

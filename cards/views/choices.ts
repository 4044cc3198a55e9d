import { listLabels } from '../../dialogs/list-labels.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import { CODE_LISTS, type CodeList } from '../../src/core/case/verbs/fields.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import type { Choice } from '../view.ts';

/** The values of a closed list with their labels. */
export function codeChoices(list: CodeList, language: Language): readonly Choice[] {
  const labels = listLabels(list, sentencesIn(language));
  return CODE_LISTS[list].map((value) => ({ value, title: labels[value] ?? value }));
}

/** Yes and no. */
export function yesNoChoices(language: Language): readonly Choice[] {
  return Object.entries(sentencesIn(language).registration.yesNo).map(([value, title]) => ({ value, title }));
}

import type { Language } from '../src/core/vocabulary.ts';
import { sentencesIn } from './sentences.ts';

/** Why a programme is not open to the company, or what to check; an unknown code is shown as it is. */
export function programmeReasonWords(code: string, language: Language): string {
  const words: Readonly<Record<string, string>> = sentencesIn(language).programmes;
  return (Object.hasOwn(words, code) ? words[code] : undefined) ?? code;
}

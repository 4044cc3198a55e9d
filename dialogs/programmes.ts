import type { Language } from '../src/core/vocabulary.ts';
import { sentencesIn } from './sentences.ts';

/** The reason why a programme is closed to the company, or what to check. An unknown code is shown unchanged. */
export function programmeReasonWords(code: string, language: Language): string {
  const words: Readonly<Record<string, string>> = sentencesIn(language).programmes;
  return (Object.hasOwn(words, code) ? words[code] : undefined) ?? code;
}

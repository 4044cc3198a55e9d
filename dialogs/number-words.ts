import type { Language } from '../src/core/vocabulary.ts';
import { inEach } from './sentences.ts';

const FORMATS = inEach(({ dates }) => new Intl.NumberFormat(dates.tag));

/** A whole number as people write it: `97.000`. */
export function countWords(number: number, language: Language): string {
  return FORMATS[language].format(number);
}

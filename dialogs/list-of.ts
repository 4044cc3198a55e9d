import type { Language } from '../src/core/vocabulary.ts';
import { sentencesIn } from './sentences.ts';

/** Items as a list in a sentence: `a, b og c` / `a, b and c`. */
export function listOf(items: readonly string[], language: Language): string {
  return joined(items, sentencesIn(language).lists.and);
}

/** Items as a list, with the word for "and" given. */
export function joined(items: readonly string[], and: string): string {
  const last = items.at(-1);
  if (items.length < 2 || last === undefined) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${and} ${last}`;
}

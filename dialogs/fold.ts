import { COMMAND_WORDS, fold } from '../src/core/fold.ts';

/**
 * Folds text for comparison: lower case, æøå and accents written out (`Ærø` = `aeroe`), no punctuation, single spaces.
 * People type `koebenhavn` and `Viborg kommune.` alike.
 */
export function foldWords(text: string): string {
  return fold(text, COMMAND_WORDS)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * The longest of `phrases` (folded) that `text` begins with, and the rest as typed. Undefined where none fits. Words
 * are never split: `viborgs` does not begin with `viborg`.
 */
export function leading<Value>(
  text: string,
  phrases: ReadonlyMap<string, Value>,
): { readonly value: Value; readonly rest: string } | undefined {
  const words = [...text.matchAll(/\S+/g)];
  for (let count = Math.min(words.length, 8); count > 0; count--) {
    const last = words[count - 1];
    if (!last) continue;
    const end = last.index + last[0].length;
    const value = phrases.get(foldWords(text.slice(0, end)));
    if (value !== undefined) return { value, rest: text.slice(end).trim() };
  }
  return undefined;
}

import { readFileSync } from 'node:fs';
import { foldText } from '../tokenise.ts';

/** First names in use in Denmark, folded. */
const FIRST_NAMES: ReadonlySet<string> = new Set(
  readFileSync(new URL('./first-names.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .flatMap((line) => line.split(' ').map(foldText)),
);

/** Whether a capitalised word is a first name. `Anne-Marie` is one by its first half. */
export function isFirstName(word: string): boolean {
  return /^\p{Lu}/u.test(word) && FIRST_NAMES.has(foldText(word.replace(/-.*$/, '')));
}

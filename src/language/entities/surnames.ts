import { readFileSync } from 'node:fs';
import { foldText } from '../tokenise.ts';

/** Surnames, folded. Many of them are common words. */
const SURNAMES: ReadonlySet<string> = new Set(
  readFileSync(new URL('./surnames.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .flatMap((line) => line.split(' ').map(foldText)),
);

/** Whether a word may be a surname, in whatever case and with the `s` of a possessor: `skov`, `Langs`, `Bager's`. */
export function isSurname(word: string): boolean {
  const folded = foldText(word);
  return SURNAMES.has(folded) || SURNAMES.has(folded.replace(/['’]?s$/u, ''));
}

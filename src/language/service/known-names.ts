import type { KnownNames } from '../../app/ports/language-model.ts';
import { isStopWord } from '../stop-words.ts';
import { foldText } from '../tokenise.ts';

/** A word for comparison, without the `s` of a possessor. */
const folded = (word: string) => foldText(word).replace(/['’]s$/u, '');
const isCapitalised = (word: string) => /^\p{Lu}/u.test(word);

/** The words of a name that tell somebody apart. `Hans` is a first name with a capital only. */
const wordsOf = (name: string): readonly string[] => name.match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * Which of a text's words are part of known names: of people each word, written how they may be; of companies each word
 * with a capital, and without one the words of the whole name where they follow each other.
 */
export function placesOfNames(
  tokens: readonly string[],
  { people, companies }: KnownNames,
): ReadonlySet<number> {
  const words = tokens.map(folded);
  const ofPeople = new Set(people.flatMap(wordsOf).map(folded));
  const ofCompanies = companies.map((name) => wordsOf(name).map(folded));
  const single = new Set(ofCompanies.flat());
  const found = new Set<number>();
  const isOf = (names: ReadonlySet<string>, word: string) =>
    names.has(word) || names.has(word.replace(/s$/u, ''));
  for (const [at, word] of words.entries()) {
    const isCapital = isCapitalised(tokens[at] ?? '');
    const parts = word.split(/[-'’./]/u);
    if (parts.some((one) => isOf(ofPeople, one) && (isCapital || !isStopWord(one)))) found.add(at);
    if (isCapital && parts.some((one) => isOf(single, one))) found.add(at);
    for (const name of ofCompanies) {
      const isHere =
        name.length > 0 && name.every((one, ahead) => isOf(new Set([one]), words[at + ahead] ?? ''));
      if (isHere) for (const ahead of name.keys()) found.add(at + ahead);
    }
  }
  return found;
}

import { foldWords } from './fold.ts';
import { ofAll, type Sentences } from './sentences.ts';

/** Words of all languages that a person may type, whatever their own language. Each list is separated by `|`. */
type WordsByValue<Value extends string> = (sentences: Sentences) => Partial<Readonly<Record<Value, string>>>;

/** The single words of a list. */
export function listed(words: string): readonly string[] {
  return words.split('|').filter((word) => word !== '');
}

/** The words of all languages, folded, each with its value. */
export function phrases<Value extends string>(
  ...lists: readonly WordsByValue<Value>[]
): ReadonlyMap<string, Value> {
  const entries = lists.flatMap((wordsOf) =>
    ofAll(wordsOf).flatMap((words) =>
      (Object.entries(words) as [Value, string][]).flatMap(([value, list]) =>
        listed(list).map((word) => [foldWords(word), value] as const),
      ),
    ),
  );
  return new Map(entries);
}

/** The words of all languages with the codes themselves, for people who type codes. */
export function withCodes<Value extends string>(
  values: readonly Value[],
  ...lists: readonly WordsByValue<Value>[]
): ReadonlyMap<string, Value> {
  return new Map([...values.map((value) => [foldWords(value), value] as const), ...phrases(...lists)]);
}

/** One list of all languages as the inside of a pattern: longest first, with any white space between words. */
export function anyOf(of: (sentences: Sentences) => string): string {
  const words = ofAll(of).flatMap(listed);
  const longestFirst = [...new Set(words)].sort((a, b) => b.length - a.length);
  return longestFirst
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+'))
    .join('|');
}

const OF_SENTENCES = new Set(
  ofAll(({ particles }) => particles.ofSentences)
    .flatMap(listed)
    .map(foldWords),
);

/** Whether a word belongs to a sentence, so that the words around it are no name of a person or an offer. */
export function isOfSentence(word: string): boolean {
  return OF_SENTENCES.has(foldWords(word));
}

import { foldWords } from './fold.ts';
import { ofAll, type Sentences } from './sentences.ts';

/** Words of every language, each list separated by `|`, as a person may type them, whatever their language. */
type WordsOf<Value extends string> = (sentences: Sentences) => Partial<Readonly<Record<Value, string>>>;

/** The single words of a list. */
export function listed(words: string): readonly string[] {
  return words.split('|').filter((word) => word !== '');
}

/** The words of every language, folded, with what each stands for. */
export function phrases<Value extends string>(...of: readonly WordsOf<Value>[]): ReadonlyMap<string, Value> {
  const entries = of.flatMap((one) =>
    ofAll(one).flatMap((words) =>
      (Object.entries(words) as [Value, string][]).flatMap(([value, list]) =>
        listed(list).map((word) => [foldWords(word), value] as const),
      ),
    ),
  );
  return new Map(entries);
}

/** The same with the codes themselves, for whoever types them. */
export function withCodes<Value extends string>(
  values: readonly Value[],
  ...of: readonly WordsOf<Value>[]
): ReadonlyMap<string, Value> {
  return new Map([...values.map((value) => [foldWords(value), value] as const), ...phrases(...of)]);
}

/** The same list of every language, for a regular expression: the longest first, any white space between words. */
export function anyOf(of: (sentences: Sentences) => string): string {
  const words = ofAll(of).flatMap(listed);
  const longestFirst = [...new Set(words)].sort((a, b) => b.length - a.length);
  return longestFirst
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+'))
    .join('|');
}

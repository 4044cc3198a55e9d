import { readFileSync } from 'node:fs';
import { AREAS, type Area, DEPTHS, type Depth } from '../core/vocabulary.ts';
import { stem } from './danish-stemmer.ts';
import { isStopWord } from './stop-words.ts';
import { unshorten, wordsOf } from './tokenise.ts';

/** A term or phrase of an area. */
export interface Term {
  readonly area: Area;
  readonly strong: boolean;
  readonly depth: Depth | null;
  readonly stems: readonly string[];
}

/** A term found in a text, with its first and last stem (both included). */
export interface Hit {
  readonly term: Term;
  readonly from: number;
  readonly to: number;
}

/** The domain's words, as consultants wrote them in `lexicon/<area>.txt`. */
export interface Lexicon {
  readonly terms: readonly Term[];
  /** Stems of single-word terms: compounds are split into them, and misspelt words corrected to them. */
  readonly singles: ReadonlySet<string>;
  /** The terms within a run of stems. A phrase may contain up to two stop words. */
  find(stems: readonly string[], words: readonly string[]): readonly Hit[];
  /** Whether exactly these stems are a term that is almost proof of its area. */
  isSetPhrase(stems: readonly string[]): boolean;
  /** The terms that consist of this stem. */
  ofStem(stem: string): readonly Term[];
}

/** Stop words allowed inside a phrase. With more, words of different sentences would form a phrase. */
const GAP = 2;
const PHRASE = /^\s*(!)?\s*(?:(\w+): )?\s*([^#]*)/;

/** The stems of a phrase, read like any text, with stop words. */
export function stemsOf(text: string): readonly string[] {
  return wordsOf(text)
    .flatMap(({ folded }) => unshorten(folded))
    .map(stem);
}

/**
 * Reads a line of a lexicon file: `! specialised: eksportstrategi`. Null for an empty line or a remark. `stemsOfWord`
 * may be cached.
 */
function readTerm(line: string, area: Area, stemsOfWord = stemsOf): Term | null {
  const match = PHRASE.exec(line);
  const phrase = match?.[3]?.trim() ?? '';
  if (phrase === '') return null;
  const depth = DEPTHS.find((known) => known === match?.[2]) ?? null;
  if (match?.[2] && depth === null)
    throw new Error(`Lexicon ${area}: "${match[2]}:" is not a depth (${DEPTHS.join(', ')})`);
  const stems = phrase.split(/\s+/).flatMap(stemsOfWord);
  if (stems.length === 0 || stems.length > 6)
    throw new Error(`Lexicon ${area}: "${line}" must have one to six words`);
  return { area, strong: match?.[1] === '!', depth, stems };
}

/** An unread line of a lexicon file. */
interface Line {
  readonly area: Area;
  readonly line: string;
}

/**
 * Reads the lexicon of all areas from a folder. A line is only parsed when its first word is met in a text, which makes
 * starting fast. `terms` parses all of them, and throws where one is malformed.
 */
export function readLexicon(folder: URL = new URL('./lexicon/', import.meta.url)): Lexicon {
  const lines: Line[] = AREAS.flatMap((area) =>
    readFileSync(new URL(`${area}.txt`, folder), 'utf8')
      .split('\n')
      .map((line) => ({ area, line })),
  );
  const stemsOfWord = remembering(stemsOf);
  const unread = new Map<string, Line[]>();
  const singles = new Set<string>();
  for (const line of lines) {
    const phrase = PHRASE.exec(line.line)?.[3]?.trimEnd() ?? '';
    if (phrase === '') continue;
    const space = phrase.indexOf(' ');
    const stems = stemsOfWord(space < 0 ? phrase : phrase.slice(0, space));
    const first = stems[0] ?? '';
    if (space < 0 && stems.length === 1) singles.add(first);
    const waiting = unread.get(first);
    if (waiting) waiting.push(line);
    else unread.set(first, [line]);
  }
  const read = ({ area, line }: Line) => readTerm(line, area, stemsOfWord) ?? [];
  const beginningWith = remembering((first: string): readonly Term[] =>
    (unread.get(first) ?? []).flatMap(read),
  );
  let terms: readonly Term[] | undefined;
  return lexiconWith(singles, beginningWith, () => {
    terms ??= lines.flatMap(read);
    return terms;
  });
}

/** A lexicon of the given terms. */
export function lexiconOf(terms: readonly Term[]): Lexicon {
  const byFirst = Map.groupBy(terms, ({ stems }) => stems[0] ?? '');
  const singles = new Set(terms.flatMap(({ stems }) => (stems.length === 1 ? stems : [])));
  return lexiconWith(
    singles,
    (first) => byFirst.get(first) ?? [],
    () => terms,
  );
}

function lexiconWith(
  singles: ReadonlySet<string>,
  beginningWith: (first: string) => readonly Term[],
  terms: () => readonly Term[],
): Lexicon {
  return {
    get terms() {
      return terms();
    },
    singles,
    find: (stems, words) => findTerms(beginningWith, stems, words),
    ofStem: (stem) => beginningWith(stem).filter(({ stems }) => stems.length === 1),
    isSetPhrase(stems) {
      const whole = stems.join(' ');
      return beginningWith(stems[0] ?? '').some((term) => term.strong && term.stems.join(' ') === whole);
    },
  };
}

/** A cached version of a function. The cache is never emptied, so the inputs must be few. */
function remembering<Value>(work: (input: string) => Value): (input: string) => Value {
  const known = new Map<string, Value>();
  return (input) => {
    const before = known.get(input);
    if (before !== undefined) return before;
    const value = work(input);
    known.set(input, value);
    return value;
  };
}

/** The index where a term that begins at `from` ends; null where it does not match. */
function endOf(term: Term, stems: readonly string[], words: readonly string[], from: number): number | null {
  let at = from;
  for (const wanted of term.stems.slice(1)) {
    at += 1;
    let skipped = 0;
    while (stems[at] !== wanted && skipped < GAP && at < stems.length && isStopWord(words[at] ?? '')) {
      at += 1;
      skipped += 1;
    }
    if (stems[at] !== wanted) return null;
  }
  return at;
}

function findTerms(
  beginningWith: (first: string) => readonly Term[],
  stems: readonly string[],
  words: readonly string[],
): readonly Hit[] {
  return stems.flatMap((first, from) =>
    beginningWith(first).flatMap((term) => {
      const to = endOf(term, stems, words, from);
      return to === null ? [] : [{ term, from, to }];
    }),
  );
}

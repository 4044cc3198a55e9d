import { readFileSync } from 'node:fs';
import { AREAS, type Area, DEPTHS, type Depth } from '../core/vocabulary.ts';
import { stem } from './danish-stemmer.ts';
import { isStopWord } from './stop-words.ts';
import { unshorten, wordsOf } from './words.ts';

/** One term or phrase of an area. */
export interface Term {
  readonly area: Area;
  readonly strong: boolean;
  readonly depth: Depth | null;
  readonly stems: readonly string[];
}

/** A term found in a text: from which stem to which (both included). */
export interface Hit {
  readonly term: Term;
  readonly from: number;
  readonly to: number;
}

/** The domain's words, as a consultant wrote them down in `lexicon/<area>.txt`. */
export interface Lexicon {
  readonly terms: readonly Term[];
  /** Stems of single-word terms: the parts that compounds are split into, and what misspelt words may become. */
  readonly singles: ReadonlySet<string>;
  /** Terms that a run of stems holds; up to two stop words may stand inside a phrase. */
  find(stems: readonly string[], words: readonly string[]): readonly Hit[];
  /** Terms that are this single stem. */
  ofStem(stem: string): readonly Term[];
}

const GAP = 2;

/** Stems of a phrase as text is read, stop words and all. */
export function stemsOf(text: string): readonly string[] {
  return wordsOf(text)
    .flatMap(({ folded }) => unshorten(folded))
    .map(stem);
}

/** Reads one line of a lexicon file: `! specialised: eksportstrategi`. Null for an empty line or a remark. */
export function readTerm(line: string, area: Area): Term | null {
  const match = /^\s*(!)?\s*(?:(\w+): )?\s*([^#]*)/.exec(line);
  const phrase = match?.[3]?.trim() ?? '';
  if (phrase === '') return null;
  const depth = DEPTHS.find((one) => one === match?.[2]) ?? null;
  if (match?.[2] && depth === null)
    throw new Error(`Lexicon ${area}: "${match[2]}:" is not a depth (${DEPTHS.join(', ')})`);
  const stems = stemsOf(phrase);
  if (stems.length === 0 || stems.length > 6)
    throw new Error(`Lexicon ${area}: "${line}" must have one to six words`);
  return { area, strong: match?.[1] === '!', depth, stems };
}

/** Reads the lexicon of every area from a folder. */
export function readLexicon(folder: URL = new URL('./lexicon/', import.meta.url)): Lexicon {
  return lexiconOf(
    AREAS.flatMap((area) =>
      readFileSync(new URL(`${area}.txt`, folder), 'utf8')
        .split('\n')
        .flatMap((line) => readTerm(line, area) ?? []),
    ),
  );
}

/** A lexicon of these terms. */
export function lexiconOf(terms: readonly Term[]): Lexicon {
  const byFirst = new Map<string, Term[]>();
  const singles = new Set<string>();
  for (const term of terms) {
    const first = term.stems[0] ?? '';
    const there = byFirst.get(first);
    if (there) there.push(term);
    else byFirst.set(first, [term]);
    if (term.stems.length === 1) singles.add(first);
  }
  function match(
    term: Term,
    stems: readonly string[],
    words: readonly string[],
    from: number,
  ): number | null {
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
  return {
    terms,
    singles,
    find(stems, words) {
      const hits: Hit[] = [];
      for (let from = 0; from < stems.length; from += 1) {
        for (const term of byFirst.get(stems[from] ?? '') ?? []) {
          const to = match(term, stems, words, from);
          if (to !== null) hits.push({ term, from, to });
        }
      }
      return hits;
    },
    ofStem: (one) => (byFirst.get(one) ?? []).filter(({ stems }) => stems.length === 1),
  };
}

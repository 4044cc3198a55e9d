import ngrams from 'natural/lib/natural/ngrams/index.js';
import type { Area } from '../core/vocabulary.ts';
import { splitCompound } from './compounds.ts';
import { stem } from './danish-stemmer.ts';
import type { Hit, Lexicon, Term } from './lexicon.ts';
import type { Speller } from './spelling.ts';
import { isStopWord } from './stop-words.ts';
import { unshorten, type Word, wordsOf } from './tokenise.ts';

/** A stretch of text to ignore, because it was read as a name, a town or a number. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A feature, how much its kind counts, and the words it came from. */
export interface Feature {
  readonly name: string;
  readonly value: number;
  readonly words: string;
}

export interface Features {
  readonly features: readonly Feature[];
  readonly hits: readonly Hit[];
  /** The number of meaningful words: no stop words, numbers or ignored stretches. */
  readonly content: number;
  /** The number of those that the lexicon or the corpus knows. */
  readonly known: number;
}

/** The parts that features are read with. `known` holds stems that need no correction. */
export interface Reader {
  readonly lexicon: Lexicon;
  readonly speller: Speller;
  readonly known: Pick<ReadonlySet<string>, 'has'>;
}

const NEGATION: ReadonlySet<string> = new Set([
  'ikke',
  'ingen',
  'intet',
  'uden',
  'not',
  'no',
  'aldrig',
  'hverken',
]);
/** The lengths of runs of letters. They connect compounds, inflections and misspellings to known words. */
const RUNS = [3, 4, 5];
/** The fewest letters of a word whose runs count. */
const RUNS_FROM = 3;
/** How much each kind of feature counts beside a stem, which counts 1. Measured on voices left out. */
const WORD = 0.7;
const LETTERS = 0.5;
const STRONG = 2.25;
/** The words that a negation reaches. */
const REACH = 2;

interface Token {
  readonly word: string;
  readonly stem: string;
  readonly source: Word;
  readonly parts: readonly string[];
}

function tokensOf(text: string, skip: readonly Stretch[], reader: Reader): readonly Token[] {
  const tokens: Token[] = [];
  for (const source of wordsOf(text)) {
    if (skip.some(({ start, end }) => source.start < end && source.end > start)) continue;
    if (/^\d/.test(source.folded)) continue;
    for (const word of unshorten(source.folded)) {
      const stemmed = stem(word);
      if (isStopWord(word) || reader.lexicon.singles.has(stemmed)) {
        tokens.push({ word, stem: stemmed, source, parts: [] });
        continue;
      }
      const parts = splitCompound(word, reader.lexicon.singles);
      const unknown = parts.length === 0 && !reader.known.has(stemmed);
      const meant = unknown ? reader.speller.nearest(stemmed) : undefined;
      tokens.push({ word, stem: meant ?? stemmed, source, parts });
    }
  }
  return tokens;
}

/**
 * The features by which a text is classified: stems, parts of compounds, words, pairs of words, runs of letters and terms
 * of the lexicon. Stop words count as words: how somebody asks tells whether the need is clear.
 */
export function featuresOf(text: string, skip: readonly Stretch[], reader: Reader): Features {
  const tokens = tokensOf(text, skip, reader);
  const stems = tokens.map((token) => token.stem);
  const words = tokens.map((token) => token.word);
  const found = new Map<string, { value: number; words: string }>();
  const add = (name: string, value: number, from: number, to = from) => {
    const before = found.get(name);
    if (before && before.value >= value) return;
    const first = tokens[from]?.source;
    const last = tokens[to]?.source;
    found.set(name, { value, words: first && last ? text.slice(first.start, last.end) : '' });
  };

  const hits: Hit[] = [];
  const negated = new Set<number>();
  for (const hit of reader.lexicon.find(stems, words)) {
    if (hit.term.area !== 'crisis' && isNegated(words, hit.from)) {
      for (let at = hit.from; at <= hit.to; at += 1) negated.add(at);
      continue;
    }
    if (hit.term.area === 'crisis' && /^(?:ingen|intet|no|aldrig)$/.test(words[hit.from - 1] ?? '')) {
      negated.add(hit.from);
      continue;
    }
    hits.push(hit);
  }
  const counts = new Map<string, number>();
  for (const { term } of hits) {
    const name = lexiconFeature(term.area, term.strong);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  for (const { term, from, to } of hits) {
    const name = lexiconFeature(term.area, term.strong);
    add(name, (term.strong ? STRONG : 1) * (counts.get(name) ?? 1) ** 0.3, from, to);
    add(termFeature(term), 1, from, to);
  }

  const content = tokens
    .map((token, at) => ({ token, at }))
    .filter(({ token, at }) => isContent(token) && !negated.has(at));
  for (const { token, at } of content)
    for (const stem of [token.stem, ...token.parts]) add(stemFeature(stem), 1, at);
  tokens.forEach(({ word }, at) => {
    add(`w:${word}`, WORD, at);
    if (word.length < RUNS_FROM) return;
    const edged = `^${word}$`;
    // By hand: natural's n-grams make an array of each run, which takes ten times as long.
    for (const run of RUNS)
      for (let from = 0; from + run <= edged.length; from += 1)
        add(`c:${edged.slice(from, from + run)}`, LETTERS, at);
  });
  if (words.length > 0)
    ngrams.NGrams.bigrams([...words], undefined, '$').forEach((pair, at) => {
      add(`b:${pair.join('_')}`, WORD, at, Math.min(at + 1, tokens.length - 1));
    });
  const known = content.filter(
    ({ token }) =>
      token.parts.length > 0 || reader.known.has(token.stem) || reader.lexicon.singles.has(token.stem),
  );
  return {
    features: [...found].map(([name, rest]) => ({ name, ...rest })),
    hits,
    content: content.length,
    known: known.length,
  };
}

function isContent(token: Token): boolean {
  return token.word.length > 1 && !isStopWord(token.word) && !NEGATION.has(token.word);
}

function isNegated(words: readonly string[], from: number): boolean {
  for (let at = from - 1; at >= Math.max(0, from - REACH); at -= 1)
    if (NEGATION.has(words[at] ?? '')) return true;
  return false;
}

/** The feature of a word's stem. */
export function stemFeature(stem: string): string {
  return `s:${stem}`;
}

/** The feature of a single term of the lexicon. */
function termFeature({ stems }: Pick<Term, 'stems'>): string {
  return `t:${stems.join('_')}`;
}

/** The feature of finding any term of an area. */
function lexiconFeature(area: Area, strong: boolean): string {
  return strong ? `L!${area}` : `L:${area}`;
}

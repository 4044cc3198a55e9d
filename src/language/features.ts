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

/** A feature, its weight and the words it came from. */
export interface Feature {
  readonly name: string;
  readonly value: number;
  readonly words: string;
  /** The lexicon's terms behind the feature; they give its weight where no example has taught one. */
  readonly terms?: readonly Term[];
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
  readonly known: ReadonlySet<string>;
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
/** The letters of a run. */
const RUN = 4;
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
 * The features by which a text is classified: stems, pairs of stems, parts of compounds, runs of letters and terms of
 * the lexicon.
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
  tokens.forEach((token, at) => {
    for (const part of token.parts)
      for (const term of reader.lexicon.ofStem(part)) hits.push({ term, from: at, to: at });
  });
  const counts = new Map<string, number>();
  for (const { term } of hits) {
    const name = lexiconFeature(term.area, term.strong);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  for (const hit of hits) {
    const name = lexiconFeature(hit.term.area, hit.term.strong);
    // A second term of the same area adds weight, but does not double it.
    add(name, (hit.term.strong ? 1.5 : 1) * (counts.get(name) ?? 1) ** 0.3, hit.from, hit.to);
    add(termFeature(hit.term), 1, hit.from, hit.to);
  }
  const terms = Map.groupBy(new Set(hits.map(({ term }) => term)), termFeature);

  const content = tokens
    .map((token, at) => ({ token, at }))
    .filter(({ token, at }) => isContent(token) && !negated.has(at));
  const weight = 1 / Math.sqrt(Math.max(2, content.length));
  for (const { token, at } of content) {
    add(`s:${token.stem}`, weight, at);
    for (const part of token.parts) add(`s:${part}`, weight, at);
    // Runs of letters connect compounds, inflections and misspellings to known words.
    const edged = `^${token.word}$`;
    for (let from = 0; from + RUN <= edged.length; from += 1)
      add(`c:${edged.slice(from, from + RUN)}`, 0.6 * weight, at);
  }
  content.forEach(({ token, at }, index) => {
    const next = content[index + 1];
    if (next && next.at - at <= 3) add(`b:${token.stem}_${next.token.stem}`, 1.5 * weight, at, next.at);
  });
  tokens.forEach((token, at) => {
    const next = tokens[at + 1];
    if (next && (NEGATION.has(token.word) || isStopWord(token.word) !== isStopWord(next.word)))
      add(`n:${token.stem}_${next.stem}`, weight, at, at + 1);
  });
  const known = content.filter(
    ({ token }) =>
      token.parts.length > 0 || reader.known.has(token.stem) || reader.lexicon.singles.has(token.stem),
  );
  return {
    features: [...found].map(([name, rest]) => {
      const behind = terms.get(name);
      return { name, ...rest, ...(behind && { terms: behind }) };
    }),
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

/** The feature of a single term of the lexicon. */
export function termFeature({ stems }: Pick<Term, 'stems'>): string {
  return `t:${stems.join('_')}`;
}

/** The feature of finding any term of an area. */
export function lexiconFeature(area: Area, strong: boolean): string {
  return strong ? `L!${area}` : `L:${area}`;
}

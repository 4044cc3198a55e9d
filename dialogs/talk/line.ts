import { COMMAND_WORDS, fold } from '../../src/core/fold.ts';
import { foldWords } from '../fold.ts';
import { ofAll, type Sentences } from '../sentences.ts';

/** A typed line as the questions are matched with it: its words folded, each with the word as typed. */
export interface Line {
  /** The folded words, with single spaces and without punctuation. */
  readonly folded: string;
  /** The words as typed behind a stretch of `folded`, without punctuation at its ends. */
  typed(start: number, end: number): string;
  /** Whether the line ends like a question. */
  readonly asks: boolean;
}

/** Reads a line for matching. */
export function lineOf(text: string): Line {
  const words: {
    readonly start: number;
    readonly end: number;
    readonly from: number;
    readonly to: number;
  }[] = [];
  let folded = '';
  for (const found of text.matchAll(/\S+/g)) {
    const word = foldWords(found[0]);
    if (word === '') continue;
    const start = folded === '' ? 0 : folded.length + 1;
    folded = folded === '' ? word : `${folded} ${word}`;
    words.push({ start, end: folded.length, from: found.index, to: found.index + found[0].length });
  }
  return {
    folded,
    typed(start, end) {
      const inside = words.filter((word) => word.start < end && word.end > start);
      const [first] = inside;
      const last = inside.at(-1);
      if (!first || !last) return '';
      return text
        .slice(first.from, last.to)
        .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}.)]+$/gu, '')
        .replace(/\.$/, '');
    },
    asks: /[?？]\s*$/.test(text),
  };
}

/**
 * The patterns of all languages, compiled for folded words. They are written as people write (`går`), without any
 * punctuation, and match a whole line; `(?<x>…)` is what the question is about.
 */
export function patterns(of: (sentences: Sentences) => readonly string[]): readonly RegExp[] {
  return ofAll(of)
    .flat()
    .map((source) => new RegExp(`^(?:${fold(source, COMMAND_WORDS)})$`, 'd'));
}

/** One pattern for the words of all languages, anywhere in a line and whole. */
export function wordsIn(of: (sentences: Sentences) => string): RegExp {
  return new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${fold(ofAll(of).join('|'), COMMAND_WORDS)})(?![\\p{L}\\p{N}])`,
    'u',
  );
}

/** A stretch of a folded line. */
export interface Asked {
  readonly start: number;
  readonly end: number;
}

/** The stretch of a folded line that the first fitting pattern calls `x`; undefined where none fits. */
export function askedAbout(folded: string, all: readonly RegExp[]): Asked | undefined {
  for (const pattern of all) {
    const x = pattern.exec(folded)?.indices?.groups?.x;
    if (x) return { start: x[0], end: x[1] };
  }
  return undefined;
}

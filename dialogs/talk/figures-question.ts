import type { Command } from '../../src/core/command.ts';
import { readPeriod } from '../period-words.ts';
import { lineOf, patterns, wordsIn } from './line.ts';

const FIGURES = patterns(({ figureTalk }) => figureTalk.asked);
const NEEDS = wordsIn(({ figureTalk }) => figureTalk.needs);
/** Longer texts are told, not asked. */
const LONGEST = 200;
/** The most words of a period: `1. kvartal 2026`, `i de sidste tre`. */
const MOST_WORDS = 4;
/** A month that is a word of its own as well. */
const NO_MONTH = 'may';

/**
 * A question about figures in a typed line: the figures of the writer's organisation in the period that it names, `hvor mange
 * henvendelser fik vi i oktober`. Undefined where the line is none.
 */
export function readFiguresQuestion(text: string): Command | undefined {
  if (text.length > LONGEST) return undefined;
  const { folded } = lineOf(text);
  if (NEEDS.test(folded) || !FIGURES.some((form) => form.test(folded))) return undefined;
  return { name: 'figures', period: periodIn(folded.split(' ')), words: '' };
}

/** The longest period among the words of a line; null where they name none. */
function periodIn(words: readonly string[]) {
  for (let length = Math.min(MOST_WORDS, words.length); length > 0; length--)
    for (let start = 0; start + length <= words.length; start++) {
      const part = words.slice(start, start + length).join(' ');
      const period = part === NO_MONTH ? undefined : readPeriod(part);
      if (period) return period;
    }
  return null;
}

import { COMMAND_WORDS, fold } from '../../src/core/fold.ts';
import { ofAll, type Sentences } from '../sentences.ts';
import type { Asked } from './line.ts';

const all = (of: (sentences: Sentences) => string) => fold(ofAll(of).join('|'), COMMAND_WORDS);
const OPENS = new RegExp(`^(?:${all(({ talk }) => talk.openers)}) (?=.)`);
const CLOSES = new RegExp(`(?<=.) (?:${all(({ talk }) => talk.closers)})$`);

/**
 * The stretches of a folded line in which a question may stand: without what people put before and after it, and less
 * and less of that; the shortest first.
 */
export function coresOf(folded: string): readonly Asked[] {
  let start = 0;
  let end = folded.length;
  for (let found = OPENS.exec(folded); found; found = OPENS.exec(folded.slice(start)))
    start += found[0].length;
  for (let found = CLOSES.exec(folded); found; found = CLOSES.exec(folded.slice(start, end)))
    end -= found[0].length;
  const cores = [
    { start, end },
    { start, end: folded.length },
    { start: 0, end: folded.length },
  ];
  return cores.filter(
    (one, at) => one.end > one.start && cores.findIndex((other) => isSame(one, other)) === at,
  );
}

function isSame(one: Asked, other: Asked): boolean {
  return one.start === other.start && one.end === other.end;
}

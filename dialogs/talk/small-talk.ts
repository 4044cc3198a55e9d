import { SMALL_TALK, type SmallTalk } from '../../src/core/talk.ts';
import { wordsIn } from './line.ts';

/** Told by words anywhere in a line. Trouble (`toTheBot`) and remarks are told by a whole line. */
const SAID: readonly (readonly [SmallTalk, RegExp])[] = SMALL_TALK.flatMap((about) =>
  about === 'trouble' || about === 'remark'
    ? []
    : [[about, wordsIn(({ talk }) => talk.smallTalk[about])] as const],
);

/** Emoji, signs and white space alone. */
const WITHOUT_WORDS = /^[^\p{L}\p{N}]+$/u;
/** The words of a line of small talk that may stand before what tells it. */
const AT_START = 1;

/** What small talk a line holds, and whether it is told at the line's beginning or end, where people put it. */
export interface SmallTalkFound {
  readonly about: SmallTalk;
  /** The kinds that say that something is over or meant as no request; a need's word beside them is no need. */
  readonly aside: boolean;
}

const ASIDES: readonly SmallTalk[] = ['robot', 'here', 'curse', 'mistake', 'thanks', 'goodbye', 'laugh'];

/** Reads small talk in a line; undefined where there is none. */
export function smallTalkIn(text: string, folded: string): SmallTalkFound | undefined {
  if (folded === '') return WITHOUT_WORDS.test(text) ? { about: 'fine', aside: true } : undefined;
  const found = SAID.flatMap(([about, words]) => {
    const said = words.exec(folded);
    if (!said) return [];
    const before = folded.slice(0, said.index).split(' ').length - 1;
    const isOutside = before <= AT_START || said.index + said[0].length === folded.length;
    return [{ about, aside: isOutside && ASIDES.includes(about) }];
  });
  return found.find(({ aside }) => aside) ?? found[0];
}

/** Whether small talk stands in folded words, beside other words. */
export function isBesideSmallTalk(folded: string): boolean {
  const left = SAID.reduce((rest, [, words]) => rest.replace(new RegExp(words, 'gu'), ' '), folded).trim();
  return left !== folded && left !== '';
}

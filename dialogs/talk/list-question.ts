import { CASE_FILTERS, type CaseFilter } from '../../src/core/command.ts';
import { COMMAND_WORDS, fold } from '../../src/core/fold.ts';
import type { Question } from '../../src/core/talk.ts';
import { ofAll } from '../sentences.ts';
import { wordsIn } from './line.ts';

const FORM = new RegExp(
  `^${`(?:${fold(ofAll(({ talk }) => talk.listForms).join('|'), COMMAND_WORDS)})`}(?= |$)`,
);
const SHOW_ME = /^(?:vis|show|giv|give) (?:mig|me) /;
const NOUN = wordsIn(({ talk }) => talk.listNouns);
/** The lists that a question may name, the most telling first: every list is somebody's. */
const WANTED: readonly (readonly [CaseFilter, RegExp])[] = CASE_FILTERS.toSorted(
  (a, b) => Number(isWhose(a)) - Number(isWhose(b)),
).flatMap((filter) => {
  const words = ofAll(({ talk }) => talk.lists[filter] ?? '').filter((one) => one !== '');
  return words.length > 0 ? [[filter, wordsIn(({ talk }) => talk.lists[filter] ?? '')] as const] : [];
});

function isWhose(filter: CaseFilter): boolean {
  return filter === 'mine' || filter === 'office';
}

/** A question for one of the lists of cases, such as `hvor mange er over fristen`; undefined where it is none. */
export function listQuestion(folded: string): Question | undefined {
  if (!FORM.test(folded)) return undefined;
  const rest = folded.replace(SHOW_ME, '');
  const named = NOUN.test(rest);
  const wanted = WANTED.find(([filter, words]) => words.test(rest) && (named || !isWhose(filter)));
  return wanted && { kind: 'cases', filter: wanted[0] };
}

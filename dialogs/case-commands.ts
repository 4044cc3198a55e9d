import { CASE_VERBS, type CaseVerb } from '../src/core/case/verbs/index.ts';
import type { Command } from '../src/core/command.ts';
import { readCaseId } from './case-id.ts';
import { fold, leading } from './fold.ts';
import { VERB_WORDS } from './verbs.ts';

const words: ReadonlyMap<string, CaseVerb> = new Map(
  CASE_VERBS.flatMap((verb) =>
    Object.values(VERB_WORDS[verb].words).flatMap((list) =>
      list.split('|').map((word) => [fold(word), verb] as const),
    ),
  ),
);

/** Verbs whose word alone may answer a question of the intake. */
const ALSO_ANSWERS: readonly CaseVerb[] = ['case.basis', 'case.continue', 'case.withdraw'];

/**
 * A typed verb on a case, `returner k3f9qtx2 forkert kommune de bor i Skive`; undefined where the line has no case id in
 * that place. The word alone has an empty id, for the application to ask which case. Closed words are read into their codes; what is not understood is passed on for the application to name.
 */
export function readCaseCommand(line: string): Command | undefined {
  const found = leading(line, words);
  if (!found) return undefined;
  const verb = found.value;
  if (found.rest === '' && !ALSO_ANSWERS.includes(verb)) {
    return { name: 'case-action', verb, caseId: '', revision: null, input: {} };
  }
  const id = readCaseId(found.rest.replace(/^(?:sag|sagen|case)\s+/i, ''));
  if (!id) return undefined;
  const input = VERB_WORDS[verb].read(id.rest);
  return input && { name: 'case-action', verb, caseId: id.caseId, revision: null, input };
}

import { CASE_VERBS, type CaseVerb } from '../src/core/case/verbs/index.ts';
import type { Command } from '../src/core/command.ts';
import { readCaseId } from './case-id.ts';
import { leading } from './fold.ts';
import { anyOf, phrases } from './phrases.ts';
import { readInputOf } from './verb-readers.ts';

const words = phrases<CaseVerb>(({ verbs }) =>
  Object.fromEntries(CASE_VERBS.map((verb) => [verb, verbs[verb].words])),
);
const CASE_NOUN = new RegExp(`^(?:${anyOf(({ particles }) => particles.caseNoun)})\\s+`, 'i');

/** Verbs whose word alone may be an answer to a question of the intake, or its own command. */
const ALSO_ANSWERS: readonly CaseVerb[] = ['case.basis', 'case.continue', 'case.correct', 'case.withdraw'];

/** Letters and digits, or capitals with a hyphen, as only an id has them: it is another case than the last call's. */
const LIKE_ID = /^#?(?:(?=\S*\d)(?=\S*\p{L})[\p{L}\d-]{5,}|[A-Z]+-[A-Z]+)(?=$|\s)/u;

/**
 * What follows the word of a verb, without a noun for the case: `Hansen VVS` of `luk sagen Hansen VVS`. Undefined where no
 * verb leads the line, where nothing follows, and for verbs whose words correct an intake as well.
 */
export function namedAfterVerb(line: string): string | undefined {
  const found = leading(line, words);
  if (!found || ALSO_ANSWERS.includes(found.value)) return undefined;
  const rest = found.rest.replace(CASE_NOUN, '').trim();
  return rest === '' ? undefined : rest;
}

/**
 * Reads a typed verb on a case: `returner k3f9qtx2 forkert kommune de bor i Skive`. Undefined where no case id follows
 * the verb. The word alone gives an empty id, and the application asks which case is meant; so does an answer on the spot
 * with its note alone, which is about the last call. Words of closed lists
 * become their codes; unknown ones are passed on for the application to name in its refusal.
 */
export function readCaseCommand(line: string): Command | undefined {
  const found = leading(line, words);
  if (!found) return undefined;
  const verb = found.value;
  if (found.rest === '' && !ALSO_ANSWERS.includes(verb)) {
    return { name: 'case-action', verb, caseId: '', revision: null, input: {} };
  }
  const rest = found.rest.replace(CASE_NOUN, '');
  const id =
    readCaseId(rest) ??
    (verb === 'case.answered-here' && !LIKE_ID.test(rest) ? { caseId: '', rest: found.rest } : undefined);
  if (!id) return undefined;
  const input = readInputOf(verb, id.rest);
  return input && { name: 'case-action', verb, caseId: id.caseId, revision: null, input };
}

import type { z } from 'zod';
import type { OrganisationId } from '../../organisation.ts';
import type { Actor, ActorRef } from '../../person.ts';
import type { RawInput } from '../../raw-input.ts';
import type { RefusalCode } from '../../refusal-codes.ts';
import type { Refusal } from '../../result.ts';
import type { Case } from '../case.ts';
import { type CaseContext, type Change, historyOf, instantOn, refOf } from '../case-change.ts';
import { isActive, openHandover } from '../derived.ts';
import { undoableAfter } from '../undoable.ts';
import { CODE_LISTS, codeOf, fieldKindOf } from './fields.ts';
import { CASE_VERBS, type CaseVerb, VERBS } from './index.ts';
import type { Verb } from './verb.ts';

/** A command on a case, from a card or a typed line. */
export interface CaseAction {
  readonly verb: CaseVerb;
  /** The revision that the card showed. Null from a typed line, which acts on the present case. */
  readonly revision: number | null;
  readonly input: RawInput;
}

/** A problem with a verb's input: the field and the refusal's code. */
interface InputProblem {
  readonly field: string;
  readonly code: RefusalCode;
}

/** Begins the name of an input that was typed by a name that the verb does not have: it is refused, never dropped. */
export const UNKNOWN = '?';

/** The result of a command: a change, or a refusal with the fields that need correction. */
export type CaseDecision =
  | { readonly ok: true; readonly change: Change }
  | { readonly ok: false; readonly refusal: Refusal; readonly problems: readonly InputProblem[] };

const no = (refusal: Refusal, problems: readonly InputProblem[] = []): CaseDecision => ({
  ok: false,
  refusal,
  problems,
});

/** A verb of the table by name. Its inputs are parsed before it runs. */
const verbOf = (name: CaseVerb) => VERBS[name] as unknown as Verb;

/** The verbs that a person may use on a case now, in the order of the table. */
export function verbsFor(kase: Case, by: Actor, context: CaseContext): readonly CaseVerb[] {
  if (kase.mergedInto !== undefined) return [];
  return CASE_VERBS.filter((name) => {
    const { from, who, offered } = verbOf(name);
    return from.includes(kase.status) && who(kase, by, context) && (offered?.(kase, by, context) ?? true);
  });
}

/** Whether a card of this revision shows the case as it is. */
function isCurrent({ revision, reminded }: Case, shown: number): boolean {
  return shown === revision || (reminded?.to === revision && shown >= reminded.from && shown < revision);
}

/**
 * Decides a command on a case by the table. Refuses with
 * - `case-merged`: it lives on in another;
 * - `already-taken` or `already-yours`, `offer-over`: the offer that it answers is gone;
 * - `stale-revision`: the card showed an older case;
 * - `not-yours`, `not-now`, or why not yet (`answer-first`);
 * - `unknown-input`: a field was typed that the verb does not have;
 * - the code of the first input that cannot be read (fields named), else what the verb itself refuses.
 *
 * The change has the next revision: saving it where the stored revision still is `kase.revision` makes the first one win.
 */
export function decideCase(kase: Case, action: CaseAction, by: Actor, given: CaseContext): CaseDecision {
  if (kase.mergedInto !== undefined) return no({ code: 'case-merged', params: { caseId: kase.mergedInto } });
  const context: CaseContext = { ...given, now: instantOn(kase, given.now) };
  const verb = verbOf(action.verb);
  const { status } = kase;
  const stale = action.revision !== null && !isCurrent(kase, action.revision);
  if (!verb.from.includes(status) || !verb.who(kase, by, context)) {
    const over = verb.answersOffer ? whatBecameOf(kase, by) : null;
    if (over) return no(over);
    if (stale) return no({ code: 'stale-revision' });
    if (verb.from.includes(status)) return no({ code: 'not-yours', params: { owner: kase.owner } });
    return no(verb.whyNotYet?.(kase) ?? { code: 'not-now', params: { status } });
  }
  if (stale && !verb.safeWhenStale) return no({ code: 'stale-revision' });
  const unknown = Object.keys(action.input).find((name) => name.startsWith(UNKNOWN));
  if (unknown !== undefined) {
    return no({ code: 'unknown-input', params: { input: unknown.slice(UNKNOWN.length), verb: action.verb } });
  }
  const read = verb.inputs.safeParse(action.input);
  if (!read.success) {
    const problems = read.error.issues.map(({ path, message }) => ({
      field: String(path[0] ?? ''),
      code: codeOf(message),
    }));
    return no(refusalOf(problems[0], verb, action.input), problems);
  }
  const step = verb.does(kase, read.data, by, context);
  if (!step.ok) {
    const field = step.refusal.params?.field ?? inputOf(step.refusal.code);
    const asked = typeof field === 'string' && field in verb.inputs.shape;
    return no(step.refusal, asked ? [{ field, code: step.refusal.code }] : []);
  }
  // Last, so that the verb's own refusal, which is more specific, comes first.
  if (verb.offered?.(kase, by, context) === false) return no({ code: 'not-now', params: { status } });
  const event = step.value.event;
  const changed: Case = { ...step.value.case, revision: kase.revision + 1, changedAt: context.now };
  const undoable = undoableAfter(kase, changed, event.type, refOf(by), context.now);
  const after: Case =
    undoable.length > 0 || changed.undoable !== undefined ? { ...changed, undoable } : changed;
  return {
    ok: true,
    change: {
      case: after,
      history: [historyOf(kase, after, event, refOf(by), context.now)],
      effects: step.value.effects,
    },
  };
}

/** The refusal for a problem with one input, with the closed list from which a value must come. */
function refusalOf(problem: InputProblem | undefined, verb: Verb, input: RawInput): Refusal {
  if (problem === undefined) return { code: 'bad-input' };
  const { code, field } = problem;
  const typed = input[field] ?? '';
  if (code === 'not-hours') return { code, params: { typed } };
  if (code !== 'not-in-list') return { code };
  const kind = fieldKindOf(verb.inputs.shape[field] as z.ZodType);
  if (kind.kind !== 'code' && kind.kind !== 'codes') return { code };
  const codes: readonly string[] = CODE_LISTS[kind.list];
  const wrong = typed
    .split(',')
    .map((one) => one.trim())
    .filter((one) => !codes.includes(one));
  return { code, params: { field, list: kind.list, typed: wrong.join(', ') } };
}

/** The input that a verb's own refusal is about, where the code alone tells: it is shown at that field. */
function inputOf(code: RefusalCode): string | undefined {
  switch (code) {
    case 'unknown-person':
    case 'person-cannot-act':
      return 'person';
    case 'same-organisation':
    case 'returns-spent':
    case 'already-joint':
    case 'not-a-party':
    case 'settle-own-only':
      return 'organisation';
    default:
      return undefined;
  }
}

/** The fate of the offer that the person's organisation received; null where it received none. */
function whatBecameOf(kase: Case, by: Actor): Refusal | null {
  const last = kase.handovers.findLast(({ to }) => to === by.organisation);
  // A colleague took the case that had no person.
  if (kase.owner === by.organisation && kase.assignee && !openHandover(kase) && isActive(kase))
    return taken(kase.assignee, kase.owner, by);
  if (!last || last.state === 'offered') return null;
  if (last.state === 'accepted') {
    // The present holder, whom a reassignment may have changed.
    const holder = kase.owner === last.to ? (kase.assignee ?? last.settledBy) : last.settledBy;
    return taken(holder, last.to, by);
  }
  return { code: 'offer-over', params: { state: last.state } };
}

function taken(holder: ActorRef | null, organisation: OrganisationId, by: Actor): Refusal {
  return {
    code: holder?.person === by.person ? 'already-yours' : 'already-taken',
    params: { person: holder?.name ?? '', organisation },
  };
}

import type { CaseVerb, RawInput } from '../command.ts';
import type { Actor } from '../person.ts';
import { dueStep, type Step as PromiseStep, takeStep } from '../promise/steps.ts';
import type { Refusal } from '../result.ts';
import type { Case } from './case.ts';
import { type CaseContext, type Change, historyOf, instantOn, refOf } from './change.ts';
import { type InputProblem, readCaseInput } from './inputs.ts';
import { TRANSITIONS, type Transition } from './transitions.ts';

export interface CaseAction {
  readonly verb: CaseVerb;
  /** The revision the card showed; null from a typed line, which acts on the case as it now is. */
  readonly revision: number | null;
  readonly input: RawInput;
}

/** What came of a command: a change, or why not, with the fields that need another look. */
export type CaseDecision =
  | { readonly ok: true; readonly change: Change }
  | { readonly ok: false; readonly refusal: Refusal; readonly problems: readonly InputProblem[] };

const no = (refusal: Refusal, problems: readonly InputProblem[] = []): CaseDecision => ({
  ok: false,
  refusal,
  problems,
});

/** Verbs that answer an offer: when it is gone, the person is told what became of it. */
const ANSWERS: readonly CaseVerb[] = [
  'handover.accept',
  'handover.return',
  'handover.ask',
  'handover.forward',
  'handover.advise',
];

/** Verbs that are safe on a case that has moved on since the card was drawn. */
const SAFE_WHEN_STALE: readonly CaseVerb[] = ['case.add-contact'];

/**
 * Decides a command on a case by the state table. Refuses with `already-taken` (by whom), `offer-over`, `not-yours`,
 * `not-now`, `answer-first` (a case is closed once the company has its answer), `stale-revision`, `bad-input` (fields named) or what the transition itself refuses. The change has the
 * next revision: saving it where the stored revision still is `kase.revision` is what makes the first one win.
 */
export function decideCase(kase: Case, action: CaseAction, by: Actor, given: CaseContext): CaseDecision {
  const context: CaseContext = { ...given, now: instantOn(kase, given.now) };
  const transition: Transition<never> = TRANSITIONS[action.verb];
  const stale = action.revision !== null && action.revision !== kase.revision;
  if (!transition.from.includes(kase.status) || !transition.who(kase, by, context)) {
    const over = ANSWERS.includes(action.verb) ? whatBecameOf(kase, by) : null;
    if (over) return no(over);
    if (stale) return no({ code: 'stale-revision' });
    if (transition.from.includes(kase.status))
      return no({ code: 'not-yours', params: { owner: kase.owner } });
    const { id: caseId, status } = kase;
    if (action.verb === 'case.close' && status === 'open')
      return no({ code: 'answer-first', params: { caseId } });
    return no({ code: 'not-now', params: { status } });
  }
  if (stale && !SAFE_WHEN_STALE.includes(action.verb)) return no({ code: 'stale-revision' });
  const input = readCaseInput(action.verb, action.input);
  if (!input.ok) {
    const first = input.problems[0];
    return no({ code: first?.code ?? 'bad-input' }, input.problems);
  }
  const step = transition.does(kase, input.value as never, by, context);
  if (!step.ok) {
    const field = step.refusal.params?.field;
    return no(step.refusal, typeof field === 'string' ? [{ field, code: step.refusal.code }] : []);
  }
  // Last, so that a transition's own refusal, which says more, comes first.
  if (transition.offered?.(kase, by, context) === false)
    return no({ code: 'not-now', params: { status: kase.status } });
  const after: Case = { ...step.value.case, revision: kase.revision + 1, changedAt: context.now };
  return {
    ok: true,
    change: {
      case: after,
      history: [historyOf(kase, after, step.value.event, refOf(by), context.now, step.value.details)],
      effects: step.value.effects,
    },
  };
}

/** What became of the offer that somebody of its receiver still sees a card of; null where there was none. */
function whatBecameOf(kase: Case, by: Actor): Refusal | null {
  const last = kase.handovers.findLast(({ to }) => to === by.organisation);
  if (!last || last.state === 'offered') return null;
  if (last.state === 'accepted') {
    // Who has it now, which a reassignment may have changed.
    const holder = kase.owner === last.to ? (kase.assignee ?? last.settledBy) : last.settledBy;
    return {
      code: holder?.person === by.person ? 'already-yours' : 'already-taken',
      params: { person: holder?.name ?? '', organisation: last.to },
    };
  }
  return { code: 'offer-over', params: { state: last.state } };
}

/** The next step of the promise that has fallen due, as a change; undefined where none has. Taken once: it is noted on the case. */
export function decideClock(
  kase: Case,
  context: CaseContext,
): (Change & { readonly step: PromiseStep }) | undefined {
  const step = dueStep(kase, context.calendar, context.now);
  if (!step) return undefined;
  const now = instantOn(kase, context.now);
  const taken = takeStep(kase, step, context.calendar, now);
  const after: Case = { ...taken.case, revision: kase.revision + 1, changedAt: now };
  return {
    step,
    case: after,
    history: [historyOf(kase, after, taken.event, null, now, { step: step.key })],
    effects: taken.effects,
  };
}

import { type Answer, type CallerMessage, type RunningCase, refused } from '../core/answer.ts';
import { receiverOf } from '../core/case/open-case.ts';
import type { Draft, FieldProblem } from '../core/intake/draft.ts';
import type { OrganisationId } from '../core/organisation.ts';
import { startPromise } from '../core/promise/clock.ts';
import type { Decision } from '../core/triage/decision.ts';
import { callerMessage } from './caller-message.ts';
import { caseAnswer } from './case-card.ts';
import { findRunningCase, shownDecision, type Triaged, triage } from './triage-draft.ts';
import type { Turn } from './turn.ts';

/** The answer that shows a draft at its step: the form, the question or the decision. */
export async function showDraft(
  turn: Turn,
  draft: Draft,
  more: {
    readonly problems?: readonly FieldProblem[];
    readonly help?: boolean;
    readonly triaged?: Triaged;
  } = {},
): Promise<Answer> {
  const problems = more.problems ?? [];
  const candidates = turn.lookups.found.map(({ cvr, name, municipality, standing }) => ({
    cvr,
    name,
    municipality,
    standing,
  }));
  const form = (): Answer => ({
    kind: 'intake-form',
    draft,
    problems,
    candidates,
  });
  switch (draft.step) {
    case 'form':
      return form();
    case 'guided':
      return draft.asking === null
        ? form()
        : {
            kind: 'question',
            draft,
            question: draft.asking,
            problem: problems[0] ?? null,
            help: more.help ?? false,
            running: more.triaged ? more.triaged.running : await findRunningCase(turn, draft),
            candidates,
          };
    case 'decision': {
      const { decision, running } = more.triaged ?? (await triage(turn, draft));
      if (!decision) return form();
      const receiver = receiverOf(decision, draft.override, draft.organisation);
      const elsewhere = receiver !== draft.organisation;
      const basis = draft.values.consent;
      return {
        kind: 'decision',
        draft,
        decision: shownDecision(decision, draft),
        running,
        candidates,
        problems,
        basisNeeded: elsewhere && (basis === undefined || basis === 'declined'),
        caller: await callerOf(turn, draft, decision, running, receiver),
      };
    }
    default: {
      const never: never = draft.step;
      return never;
    }
  }
}

/** What to tell the caller of a draft. Null where confirming adds to the company's running case (O2). */
async function callerOf(
  { deps, stores, now }: Turn,
  draft: Draft,
  decision: Decision,
  running: RunningCase | null,
  receiver: OrganisationId,
): Promise<CallerMessage | null> {
  const { municipality } = draft.values;
  if (municipality === undefined) return null;
  if (running?.ours && decision.joinsRunning && draft.override === null) return null;
  const { promiseReading } = deps.settingsOf(municipality);
  const promise = startPromise(draft.contactedAt, decision.answerByHours, promiseReading, deps.calendar);
  return callerMessage(receiver, promise.dueAt, deps, stores, now);
}

/** The answer that shows an ended draft: its case, or the refusal `draft-over`. */
export async function showEnded(turn: Turn, draft: Draft): Promise<Answer> {
  const kase = draft.caseId === null ? undefined : await turn.stores.cases.get(draft.caseId);
  return kase ? caseAnswer(turn, kase) : refused('draft-over', { state: draft.state });
}

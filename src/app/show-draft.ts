import { type Answer, type Candidate, refused } from '../core/answer.ts';
import { isActive, openHandover } from '../core/case/derived.ts';
import { localNotes } from '../core/case/local-notes.ts';
import { asksBasis, receiverOf } from '../core/case/open-case.ts';
import { asksGrowthWheel, handoverFormOf } from '../core/case/to-house.ts';
import type { Draft, FieldProblem } from '../core/intake/draft.ts';
import { startPromise } from '../core/promise/clock.ts';
import { callerMessage } from './caller-message.ts';
import { caseAnswer } from './case-card.ts';
import { findRunningCase, shownDecision, type Triaged, triage } from './triage-draft.ts';
import type { Turn } from './turn.ts';

/** The answer that shows a draft at its step: the form, the question or the decision. */
export async function showDraft(turn: Turn, draft: Draft, more: DraftParts = {}): Promise<Answer> {
  const problems = more.problems ?? [];
  const shared = turn.inbound.audience === 'conversation';
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
    shared,
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
            shared,
          };
    case 'decision':
      return (await decisionOf(turn, draft, candidates, more)) ?? form();
    default: {
      const never: never = draft.step;
      return never;
    }
  }
}

/** What `showDraft` shows besides the draft. */
interface DraftParts {
  readonly problems?: readonly FieldProblem[];
  readonly help?: boolean;
  readonly triaged?: Triaged;
  readonly anyway?: boolean;
}

/** The decision on a draft, before it is confirmed. Null while it has no municipality. */
async function decisionOf(
  turn: Turn,
  draft: Draft,
  candidates: readonly Candidate[],
  more: DraftParts,
): Promise<Answer | null> {
  const { decision, running, controls, toolLinks } = more.triaged ?? (await triage(turn, draft));
  const { consent, municipality } = draft.values;
  if (!decision || municipality === undefined) return null;
  const goal = receiverOf(decision, draft.override, draft.organisation);
  const elsewhere = goal !== draft.organisation;
  const keeps = elsewhere && consent === 'declined';
  const { promiseReading, selfHelpNudge } = turn.deps.settingsOf(municipality);
  const { answerByHours } = decision;
  const { dueAt } = startPromise(draft.contactedAt, answerByHours, promiseReading, turn.deps.calendar);
  const joins = running?.ours === true && decision.joinsRunning && draft.override === null && !keeps;
  const anyway = more.anyway ?? false;
  const receiver = keeps ? draft.organisation : goal;
  const way = { from: draft.organisation, to: goal, municipality, priority: decision.priority };
  const { tools = [], noTool, handover } = draft.values;
  const mayGoOn = elsewhere && (!joins || anyway);
  const shown = shownDecision(decision, draft);
  return {
    kind: 'decision',
    draft,
    // Whoever sends the case on is not reminded of self-help where the municipality does not want it.
    decision: selfHelpNudge ? shown : { ...shown, selfHelp: [] },
    running,
    candidates,
    problems: more.problems ?? [],
    // An enquiry that joins our own case comes under the basis of that case.
    basisNeeded: asksBasis(draft.values, elsewhere) && !(joins && !anyway && !elsewhere && running.hasBasis),
    form: mayGoOn ? handoverFormOf(way, handover, turn.deps.settingsOf) : null,
    toolLinks,
    asksTool: mayGoOn && !keeps && noTool === undefined && asksGrowthWheel(way, tools, turn.deps.settingsOf),
    local: localNotes(municipality, draft.organisation, turn.deps.settingsOf),
    advised: draft.override ? decision.owner : null,
    caller: joins ? null : await callerMessage(receiver, dueAt, turn.deps, turn.stores, turn.now),
    other: keeps ? turn.deps.officeOf(goal) : null,
    dueAt,
    controls,
    anyway,
    shared: turn.inbound.audience === 'conversation',
  };
}

/** The answer that shows an ended draft: its case, or the refusal `draft-over`. */
export async function showEnded(turn: Turn, draft: Draft): Promise<Answer> {
  const kase = draft.caseId === null ? undefined : await turn.stores.cases.get(draft.caseId);
  if (kase && isActive(kase) && kase.promise.answeredAt === null) {
    const answers = openHandover(kase)?.to ?? kase.owner;
    const { deps, stores, now } = turn;
    return caseAnswer(turn, kase, {
      caller: await callerMessage(answers, kase.promise.dueAt, deps, stores, now),
    });
  }
  return kase ? caseAnswer(turn, kase) : refused('draft-over', { state: draft.state });
}

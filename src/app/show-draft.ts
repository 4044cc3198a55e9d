import { type Answer, refused } from '../core/answer.ts';
import { receiverOf } from '../core/case/open-case.ts';
import type { Draft, FieldProblem } from '../core/intake/draft.ts';
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
      const elsewhere = receiverOf(decision, draft.override, draft.organisation) !== draft.organisation;
      const basis = draft.values.consent;
      return {
        kind: 'decision',
        draft,
        decision: shownDecision(decision, draft),
        running,
        candidates,
        problems,
        basisNeeded: elsewhere && (basis === undefined || basis === 'declined'),
      };
    }
    default: {
      const never: never = draft.step;
      return never;
    }
  }
}

/** The answer that shows an ended draft: its case, or the refusal `draft-over`. */
export async function showEnded(turn: Turn, draft: Draft): Promise<Answer> {
  const kase = draft.caseId === null ? undefined : await turn.stores.cases.get(draft.caseId);
  return kase ? caseAnswer(turn, kase) : refused('draft-over', { state: draft.state });
}

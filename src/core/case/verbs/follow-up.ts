import type { Actor } from '../../person.ts';
import { ok, type Result, refuse } from '../../result.ts';
import type { Case } from '../case.ts';
import type { CaseContext } from '../case-change.ts';
import { REFRESH, SAVE, tellChannel, withRemark } from './common-steps.ts';
import type { VerbStep } from './verb.ts';

/** Whether the follow-up waits for its answer. */
export const isProposed = (kase: Case) => kase.followUp?.state === 'proposed';

/** The case with its follow-up answered; the owner is told. */
export function answerFollowUp(
  kase: Case,
  state: 'accepted' | 'declined',
  reason: string | null,
  by: Actor,
  context: CaseContext,
): Result<VerbStep, 'not-now'> {
  if (kase.followUp?.state !== 'proposed') return refuse('not-now');
  const code = `follow-up-${state}` as const;
  return ok({
    case: { ...withRemark(kase, code, reason, by, context), followUp: { ...kase.followUp, state } },
    event: { type: code },
    effects: [SAVE, REFRESH, tellChannel(kase.owner, { notice: code })],
  });
}

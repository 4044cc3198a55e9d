import type { Actor } from '../../person.ts';
import { ok, type Result, refuse } from '../../result.ts';
import type { Case } from '../case.ts';
import { type CaseContext, refOf } from '../case-change.ts';
import { REFRESH, SAVE, tellChannel, withRemark } from './common-steps.ts';
import type { VerbStep } from './verb.ts';

/** Whether the follow-up is unanswered. After an erasure there is nobody to follow up. */
export const isProposed = (kase: Case) => kase.followUp?.state === 'proposed' && kase.erasedAt === null;

/** Answers the follow-up and notifies the owner. Whoever accepts it follows up. */
export function answerFollowUp(
  kase: Case,
  state: 'accepted' | 'declined',
  reason: string | null,
  by: Actor,
  context: CaseContext,
): Result<VerbStep, 'not-now'> {
  if (kase.followUp?.state !== 'proposed' || kase.erasedAt !== null) return refuse('not-now');
  const code = `follow-up-${state}` as const;
  const person = state === 'accepted' ? { person: refOf(by) } : {};
  return ok({
    case: {
      ...withRemark(kase, code, reason, by, context),
      followUp: { ...kase.followUp, ...person, state },
    },
    event: { type: code },
    effects: [SAVE, REFRESH, tellChannel(kase.owner, { notice: code })],
  });
}

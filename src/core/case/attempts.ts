import type { ActorRef } from '../person.ts';
import { refuse } from '../result.ts';

/** An attempt to reach the company that did not succeed. Its note is the remark of the same instant (`Remark`). */
export interface Attempt {
  readonly at: string;
  readonly by: ActorRef;
}

/** Attempts after which `no-contact` may be the reason to return or close a case (handover.md, "Handover"). */
const ATTEMPTS_NEEDED = 3;

/** A case as far as attempts go. */
interface Tried {
  readonly attempts?: readonly Attempt[] | undefined;
  readonly promise: { readonly contactedAt: string };
}

/** The attempts since the running promise began. */
export function attemptsOf({ attempts = [], promise }: Tried): readonly Attempt[] {
  return attempts.filter(({ at }) => at >= promise.contactedAt);
}

/** Whether the company has been tried so often that nobody need try again. */
export function mayGiveUp(kase: Tried): boolean {
  return attemptsOf(kase).length >= ATTEMPTS_NEEDED;
}

/** The refusal of `no-contact` as the reason in a field, before the company was tried often enough. */
export function tooFewAttempts(kase: Tried & { readonly id: string }, field: string) {
  const count = attemptsOf(kase).length;
  return refuse('attempts-needed', { count, needed: ATTEMPTS_NEEDED, caseId: kase.id, field });
}

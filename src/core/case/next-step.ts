import type { OrganisationId } from '../organisation.ts';
import type { Case } from './case.ts';
import { openHandover, openQuestion } from './derived.ts';

/** What is to happen next on a case, as an organisation sees it; `with` is the other organisation, `at` when (ISO). */
export type NextStep =
  | { readonly code: 'answer-offer' | 'assign' | 'answer-company' | 'close' }
  | {
      readonly code: 'answer-question' | 'await-answer' | 'await-receiver';
      readonly with: OrganisationId;
    }
  | { readonly code: 'call' | 'answer-follow-up'; readonly at: string };

/**
 * The next step of a case for an organisation: what others wait for comes first, then a planned call, then the company's
 * answer. Undefined where nothing is to be done now.
 */
export function nextStepOf(kase: Case, organisation: OrganisationId): NextStep | undefined {
  const offer = openHandover(kase);
  if (offer) {
    const asked = openQuestion(kase) !== undefined;
    if (offer.to === organisation)
      return asked ? { code: 'await-answer', with: offer.from } : { code: 'answer-offer' };
    return asked ? { code: 'answer-question', with: offer.to } : { code: 'await-receiver', with: offer.to };
  }
  const { callBack: planned, followUp, promise } = kase;
  // A call that was due when the company got its answer has been made.
  const callBack =
    planned && !(promise.answeredAt !== null && promise.answeredAt >= planned.at) ? planned : null;
  switch (kase.status) {
    case 'open':
    case 'answered':
      if (callBack) return { code: 'call', at: callBack.at };
      if (kase.assignee === null) return { code: 'assign' };
      return { code: kase.promise.answeredAt === null ? 'answer-company' : 'close' };
    case 'offered':
    case 'waiting-company':
      return callBack ? { code: 'call', at: callBack.at } : undefined;
    case 'closed':
      return followUp?.state === 'proposed' &&
        followUp.organisation === organisation &&
        kase.erasedAt === null
        ? { code: 'answer-follow-up', at: followUp.dueOn }
        : undefined;
    case 'withdrawn':
    case 'entered-in-error':
      return undefined;
    default: {
      const never: never = kase.status;
      return never;
    }
  }
}

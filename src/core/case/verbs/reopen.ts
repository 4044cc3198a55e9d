import { z } from 'zod';
import { elapsedBetween } from '../../promise/clock.ts';
import { ok, refuse } from '../../result.ts';
import type { Case } from '../case.ts';
import { refOf } from '../case-change.ts';
import { withNewPromise } from '../enquiries.ts';
import { UNKNOWN_SOURCE } from '../enquiry.ts';
import { REFRESH, SAVE, withRemark } from './common-steps.ts';
import { needed } from './fields.ts';
import { servesForOwner } from './guards.ts';
import { verb } from './verb.ts';

/** Days within which the owner may reopen a closed case (handover.md, "Case status"). */
const REOPEN_DAYS = 90;

function reopenable(kase: Case, now: string): boolean {
  return kase.closedAt !== null && elapsedBetween(kase.closedAt, now) <= REOPEN_DAYS * 24;
}

/** Reopens a closed case: a new enquiry with a promise of its own. */
export const reopen = verb({
  from: ['closed'],
  who: servesForOwner,
  offered: (kase, _, context) => kase.erasedAt === null && reopenable(kase, context.now),
  inputs: z.object({ reason: needed('reason-needed') }),
  does: (kase, { reason }, by, context) => {
    if (!reopenable(kase, context.now)) return refuse('reopen-too-late', { days: REOPEN_DAYS });
    const receivedBy = refOf(by);
    const enquiry = { ...UNKNOWN_SOURCE, at: context.now, receivedBy, needs: kase.values.areas ?? [] };
    return ok({
      case: {
        ...withNewPromise(withRemark(kase, 'reopened', reason, by, context), enquiry, context.calendar),
        status: 'open',
        assignee: receivedBy,
        closedAt: null,
        outcome: null,
        followUp: null,
        steps: [],
        callBack: null,
      },
      event: { type: 'reopened', wasBroken: kase.promise.broken },
      effects: [SAVE, REFRESH],
    });
  },
});

import { z } from 'zod';
import { elapsedBetween, startPromise } from '../../promise/clock.ts';
import { ok, refuse } from '../../result.ts';
import type { Case } from '../case.ts';
import { refOf } from '../case-change.ts';
import { REFRESH, SAVE, withRemark } from './common-steps.ts';
import { needed } from './fields.ts';
import { servesForOwner } from './guards.ts';
import { verb } from './verb.ts';

/** Days within which the owner may reopen a closed case (handover.md, "Case status"). */
const REOPEN_DAYS = 90;

function reopenable(kase: Case, now: string): boolean {
  return kase.closedAt !== null && elapsedBetween(kase.closedAt, now) <= REOPEN_DAYS * 24;
}

/** Reopens a closed case with a new promise; the old one is kept. */
export const reopen = verb({
  from: ['closed'],
  who: servesForOwner,
  offered: (kase, _, context) => kase.erasedAt === null && reopenable(kase, context.now),
  inputs: z.object({ reason: needed('reason-needed') }),
  does: (kase, { reason }, by, context) => {
    if (!reopenable(kase, context.now)) return refuse('reopen-too-late', { days: REOPEN_DAYS });
    const { promise } = kase;
    return ok({
      case: {
        ...withRemark(kase, 'reopened', reason, by, context),
        status: 'open',
        assignee: refOf(by),
        closedAt: null,
        outcome: null,
        followUp: null,
        steps: [],
        callBack: null,
        earlierPromises: [...(kase.earlierPromises ?? []), promise],
        promise: startPromise(context.now, promise.hours, promise.reading, context.calendar),
      },
      event: { type: 'reopened', wasBroken: promise.broken },
      effects: [SAVE, REFRESH],
    });
  },
});

import { z } from 'zod';
import { ok, refuse } from '../../result.ts';
import { openFollowUp } from '../derived.ts';
import { REFRESH, SAVE, tellChannel, withRemark } from './common-steps.ts';
import { oneOf, optional } from './fields.ts';
import { followUpOffice } from './guards.ts';
import { verb } from './verb.ts';

/**
 * The office that has the follow-up says what came of it, which ends it. An unanswered proposal counts as accepted by that.
 * After `new-need` the application begins a linked enquiry (`app/follow-up-draft.ts`).
 */
export const followUpDone = verb({
  from: ['closed'],
  who: followUpOffice,
  safeWhenStale: true,
  offered: (kase) => openFollowUp(kase) !== undefined,
  inputs: z.object({ result: oneOf('follow-up-result', 'follow-up-result-needed'), note: optional() }),
  does: (kase, { result, note }, by, context) => {
    const open = openFollowUp(kase);
    if (!open) return refuse('not-now');
    const elsewhere = open.organisation !== kase.owner;
    return ok({
      case: {
        ...withRemark(kase, 'followed-up', note, by, context),
        followUp: { ...open, state: 'done', result, doneAt: context.now },
      },
      event: { type: 'followed-up', result },
      effects: [SAVE, REFRESH, ...(elsewhere ? [tellChannel(kase.owner, { notice: 'followed-up' })] : [])],
    });
  },
});

import { z } from 'zod';
import { needed } from './fields.ts';
import { answerFollowUp, isProposed } from './follow-up.ts';
import { followUpOffice } from './guards.ts';
import { verb } from './verb.ts';

/** The office that the case came from declines the follow-up. */
export const declineFollowUp = verb({
  from: ['closed'],
  who: followUpOffice,
  safeWhenStale: true,
  offered: isProposed,
  inputs: z.object({ reason: needed('reason-needed') }),
  does: (kase, input, by, context) => answerFollowUp(kase, 'declined', input.reason, by, context),
});

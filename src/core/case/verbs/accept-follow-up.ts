import { NO_INPUTS } from './fields.ts';
import { answerFollowUp, isProposed } from './follow-up.ts';
import { followUpOffice } from './guards.ts';
import { verb } from './verb.ts';

/** The office that the case came from accepts the follow-up. */
export const acceptFollowUp = verb({
  from: ['closed'],
  who: followUpOffice,
  safeWhenStale: true,
  offered: isProposed,
  inputs: NO_INPUTS,
  does: (kase, _, by, context) => answerFollowUp(kase, 'accepted', null, by, context),
});

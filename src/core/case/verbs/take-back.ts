import { ok } from '../../result.ts';
import { REFRESH, SAVE, settleOffer } from './common-steps.ts';
import { NO_INPUTS } from './fields.ts';
import { memberOfOwner } from './guards.ts';
import { verb } from './verb.ts';

/** The sender takes the unanswered offer back. */
export const takeBack = verb({
  from: ['offered'],
  who: memberOfOwner,
  inputs: NO_INPUTS,
  does: (kase, _, by, context) =>
    ok({
      case: settleOffer(kase, by, context, { state: 'withdrawn' }),
      event: { type: 'offer-withdrawn' },
      effects: [SAVE, REFRESH],
    }),
});

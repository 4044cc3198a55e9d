import { z } from 'zod';
import { ok, refuse } from '../../result.ts';
import { mayGiveUp, tooFewAttempts } from '../attempts.ts';
import { openHandover, returnsBetween } from '../derived.ts';
import { greyZoneCards } from '../open-case.ts';
import { askSender } from './ask.ts';
import { maxReturns, REFRESH, SAVE, settleOffer, tellReferrer } from './common-steps.ts';
import { needed, oneOf } from './fields.ts';
import { receiver } from './guards.ts';
import { verb } from './verb.ts';

/**
 * The receiver returns the case with a reason. When counted returns reach the municipality's limit, the case becomes a
 * grey zone.
 */
export const returnIt = verb({
  from: ['offered'],
  who: receiver,
  answersOffer: true,
  inputs: z.object({
    reasonCode: oneOf('return-reason', 'return-reason-needed'),
    reason: needed('reason-needed'),
  }),
  does: (kase, { reasonCode, reason }, by, context) => {
    const open = openHandover(kase);
    if (!open) return refuse('not-now');
    if (reasonCode === 'no-contact' && !mayGiveUp(kase)) return tooFewAttempts(kase, 'reasonCode');
    // A return for missing information becomes a question first. Only after the sender could answer does it count as a
    // return.
    if (reasonCode === 'missing-information' && open.questions.every(({ answer }) => answer === null)) {
      return askSender(kase, reason, by, context, { reasonCode });
    }
    const returned = settleOffer(kase, by, context, { state: 'returned', counted: true, reasonCode, reason });
    const spent = returnsBetween(returned, open.from, open.to) >= maxReturns(kase, context);
    const after = { ...returned, greyZone: kase.greyZone || spent };
    return ok({
      case: after,
      event: { type: 'returned', to: open.to, reasonCode, greyZone: after.greyZone },
      effects: [
        SAVE,
        REFRESH,
        // The sender must act on it, whatever the office wants to hear.
        ...tellReferrer(kase, open, { notice: 'handover-returned', handover: open.number }, context, true),
        ...(spent && !kase.greyZone ? greyZoneCards(after) : []),
      ],
    });
  },
});

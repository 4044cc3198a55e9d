import { ok, refuse } from '../../result.ts';
import { refOf } from '../case-change.ts';
import { openHandover } from '../derived.ts';
import { REFRESH, SAVE, settleOffer, tellPerson, tellSender } from './common-steps.ts';
import { NO_INPUTS } from './fields.ts';
import { receiver } from './guards.ts';
import { verb } from './verb.ts';

/** The receiver accepts the case. The first acceptance wins. */
export const accept = verb({
  from: ['offered'],
  who: receiver,
  answersOffer: true,
  inputs: NO_INPUTS,
  does: (kase, _, by, context) => {
    const open = openHandover(kase);
    if (!open) return refuse('not-now');
    return ok({
      case: {
        ...settleOffer(kase, by, context, { state: 'accepted' }),
        owner: by.organisation,
        assignee: refOf(by),
        // The new owner is no longer a guest.
        joint: kase.joint.filter((guest) => guest !== by.organisation),
      },
      event: { type: 'accepted', from: open.from, handover: open.number },
      effects: [
        SAVE,
        REFRESH,
        tellSender(kase, { notice: 'handover-accepted', handover: open.number }),
        tellPerson(by.person, { notice: 'yours-now' }),
      ],
    });
  },
});

import { z } from 'zod';
import { ok, refuse } from '../../result.ts';
import { refOf } from '../case-change.ts';
import { openHandover, openOffer } from '../derived.ts';
import { crisisCall } from '../open-case.ts';
import { post, REFRESH, SAVE, settleOffer, tellSender, wasForwarded, whyNotOffer } from './common-steps.ts';
import { needed, organisation } from './fields.ts';
import { receiver } from './guards.ts';
import { verb } from './verb.ts';

/** The receiver forwards the offer to a third organisation, once. The sender owns the case until that one accepts. */
export const forward = verb({
  from: ['offered'],
  who: receiver,
  offered: (kase) => !wasForwarded(kase),
  answersOffer: true,
  inputs: z.object({ organisation: organisation(), reason: needed('reason-needed') }),
  does: (kase, input, by, context) => {
    const open = openHandover(kase);
    if (!open) return refuse('not-now');
    if (wasForwarded(kase)) return refuse('already-forwarded');
    if (input.organisation === open.to) return refuse('same-organisation', { organisation: open.to });
    const no = whyNotOffer(kase, input.organisation, context);
    if (no) return no;
    const closed = settleOffer(kase, by, context, { state: 'forwarded', reason: input.reason });
    const offered = openOffer(closed, input.organisation, refOf(by), context.now, input.reason);
    return ok({
      case: offered,
      event: { type: 'forwarded', from: open.to, to: input.organisation },
      effects: [
        SAVE,
        REFRESH,
        post(input.organisation, 'handover'),
        ...crisisCall(offered),
        tellSender(kase, { notice: 'handover-forwarded', handover: open.number }),
      ],
    });
  },
});

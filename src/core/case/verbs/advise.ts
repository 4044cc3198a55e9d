import { z } from 'zod';
import { ok, refuse } from '../../result.ts';
import { openHandover } from '../derived.ts';
import { REFRESH, SAVE, settleOffer, tellSender } from './common-steps.ts';
import { needed } from './fields.ts';
import { receiver } from './guards.ts';
import { verb } from './verb.ts';

/** The receiver advises the sender instead of accepting. It counts as no return. */
export const advise = verb({
  from: ['offered'],
  who: receiver,
  answersOffer: true,
  inputs: z.object({ text: needed('advice-needed') }),
  does: (kase, input, by, context) => {
    const open = openHandover(kase);
    if (!open) return refuse('not-now');
    return ok({
      case: settleOffer(kase, by, context, { state: 'advised', reason: input.text }),
      event: { type: 'advised', by: open.to },
      effects: [SAVE, REFRESH, tellSender(kase, { notice: 'handover-advised', handover: open.number })],
    });
  },
});

import { z } from 'zod';
import { answerPromise } from '../../promise/clock.ts';
import { ok, refuse } from '../../result.ts';
import { refOf } from '../case-change.ts';
import { REFRESH, SAVE, withNote } from './common-steps.ts';
import { optional } from './fields.ts';
import { tookTheCall } from './guards.ts';
import { verb } from './verb.ts';

/**
 * The phone line answered the company in its call (`besvaret på stedet`): the enquiry is answered, and the case gets no
 * person.
 */
export const answeredHere = verb({
  from: ['open', 'offered'],
  who: tookTheCall,
  offered: (kase) => kase.promise.answeredAt === null,
  safeWhenStale: true,
  inputs: z.object({ note: optional() }),
  does: (kase, { note }, by, context) => {
    const { answeredAt } = kase.promise;
    if (answeredAt !== null) return refuse('already-answered', { at: answeredAt });
    const promise = answerPromise(kase.promise, context.now, refOf(by), 'phone');
    return ok({
      case: {
        ...withNote(kase, note, by, context),
        promise,
        status: kase.status === 'offered' ? 'offered' : 'answered',
      },
      event: { type: 'contacted', late: promise.broken, how: 'phone', onTheSpot: true },
      effects: [SAVE, REFRESH],
    });
  },
});

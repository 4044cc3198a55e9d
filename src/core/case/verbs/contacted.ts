import { z } from 'zod';
import { answerPromise } from '../../promise/clock.ts';
import { ok, refuse } from '../../result.ts';
import { refOf } from '../case-change.ts';
import { REFRESH, SAVE, tellWhereFrom, withNote } from './common-steps.ts';
import { maybeOneOf, optional } from './fields.ts';
import { servesForOwner } from './guards.ts';
import { verb } from './verb.ts';

/** Records the company's first answer, which stops the promise's clock. */
export const contacted = verb({
  from: ['open', 'offered'],
  who: servesForOwner,
  offered: (kase) => kase.promise.answeredAt === null,
  // A typed line and the cards of 0.1.0 may leave it open how the answer was given. The form asks.
  inputs: z.object({ how: maybeOneOf('answer-form', 'unknown-answer-form'), note: optional() }),
  does: (kase, input, by, context) => {
    const { answeredAt } = kase.promise;
    if (answeredAt !== null) return refuse('already-answered', { at: answeredAt });
    const { how, note } = input;
    const promise = answerPromise(kase.promise, context.now, refOf(by), how);
    return ok({
      case: {
        ...withNote(kase, note, by, context),
        promise,
        assignee: kase.assignee ?? refOf(by),
        status: kase.status === 'offered' ? 'offered' : 'answered',
      },
      event: { type: 'contacted', late: promise.broken, ...(how && { how }) },
      effects: [SAVE, REFRESH, ...tellWhereFrom(kase, 'case-answered', context)],
    });
  },
});

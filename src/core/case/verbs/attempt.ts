import { z } from 'zod';
import { ok } from '../../result.ts';
import { attemptsOf } from '../attempts.ts';
import { refOf } from '../case-change.ts';
import { ACTIVE_STATUSES } from '../derived.ts';
import { REFRESH, SAVE, withRemark } from './common-steps.ts';
import { optional } from './fields.ts';
import { receiver, servesForOwner } from './guards.ts';
import { verb } from './verb.ts';

/** Records an attempt to reach the company by somebody at the owner, or at the receiver of an offer. It stops no clock. */
export const attempt = verb({
  from: ACTIVE_STATUSES,
  who: (kase, by) => servesForOwner(kase, by) || receiver(kase, by),
  inputs: z.object({ note: optional() }),
  does: (kase, { note }, by, context) =>
    ok({
      case: {
        ...withRemark(kase, 'attempted', note, by, context),
        attempts: [...(kase.attempts ?? []), { at: context.now, by: refOf(by) }],
      },
      event: { type: 'attempted', number: attemptsOf(kase).length + 1 },
      effects: [SAVE, REFRESH],
    }),
});

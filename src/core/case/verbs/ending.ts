import { z } from 'zod';
import { ok } from '../../result.ts';
import type { KeptStatus } from '../word-lists.ts';
import { REFRESH, SAVE, tellWhereFrom, withoutOffer, withRemark } from './common-steps.ts';
import { needed } from './fields.ts';
import { type Verb, verb } from './verb.ts';

/** A verb that ends the case with a reason and takes back an open offer. */
export function ending(
  status: 'withdrawn' | 'entered-in-error',
  from: readonly KeptStatus[],
  who: Verb['who'],
) {
  return verb({
    from,
    who,
    inputs: z.object({ reason: needed('reason-needed') }),
    does: (kase, { reason }, by, context) =>
      ok({
        case: {
          ...withRemark(withoutOffer(kase, by, context), status, reason, by, context),
          status,
          closedAt: kase.closedAt ?? context.now,
        },
        event: { type: status },
        effects: [
          SAVE,
          REFRESH,
          ...(status === 'withdrawn' ? tellWhereFrom(kase, 'case-withdrawn', context) : []),
        ],
      }),
  });
}

import { z } from 'zod';
import { ok } from '../../result.ts';
import { ACTIVE_STATUSES, mayShare } from '../derived.ts';
import { REFRESH, SAVE, withBasis } from './common-steps.ts';
import { oneOf } from './fields.ts';
import { memberOfOwner } from './guards.ts';
import { verb } from './verb.ts';

/** Records the basis for registering and sharing. */
export const recordBasis = verb({
  from: ACTIVE_STATUSES,
  who: memberOfOwner,
  offered: (kase) => !mayShare(kase),
  inputs: z.object({ kind: oneOf('basis', 'unknown-basis') }),
  does: (kase, { kind }, by, context) =>
    ok({
      case: withBasis(kase, kind, by, context),
      event: { type: 'basis-recorded', kind },
      effects: [SAVE, REFRESH],
    }),
});

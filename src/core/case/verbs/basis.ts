import { z } from 'zod';
import { ok, refuse } from '../../result.ts';
import { ACTIVE_STATUSES, mayShare } from '../derived.ts';
import { withTasks } from '../tasks.ts';
import { REFRESH, SAVE, withBasis } from './common-steps.ts';
import { maybeOneOf, oneOf } from './fields.ts';
import { memberOfOwner } from './guards.ts';
import { verb } from './verb.ts';

/** Records the basis for registering and sharing, with what it covers. */
export const recordBasis = verb({
  from: ACTIVE_STATUSES,
  who: memberOfOwner,
  offered: (kase) => !mayShare(kase),
  inputs: z.object({
    kind: oneOf('basis', 'unknown-basis'),
    scope: maybeOneOf('basis-scope', 'unknown-scope'),
  }),
  does: (kase, { kind, scope }, by, context) => {
    if (kind === 'declined' && scope !== undefined) return refuse('basis-declined', { field: 'scope' });
    const based = withBasis(kase, { kind, scope }, by, context);
    const { case: shared, effects } = withTasks(based, context.calendar);
    const tasks = shared.tasks?.map(({ organisation }) => organisation);
    return ok({
      case: shared,
      event: { type: 'basis-recorded', kind, ...(effects.length > 0 && tasks && { tasks }) },
      effects: [SAVE, REFRESH, ...effects],
    });
  },
});

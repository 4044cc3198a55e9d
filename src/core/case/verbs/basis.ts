import { z } from 'zod';
import { ok, refuse } from '../../result.ts';
import { ACTIVE_STATUSES, mayShare } from '../derived.ts';
import { mayAct } from '../relation.ts';
import { withTasks } from '../tasks.ts';
import { REFRESH, SAVE, withBasis } from './common-steps.ts';
import { maybeOneOf, oneOf } from './fields.ts';
import { memberOfOwner } from './guards.ts';
import { verb } from './verb.ts';

/**
 * Records the basis for registering and sharing, with what it covers. Whoever brings the company's enquiry from another
 * organisation brings the basis that they obtained, where the case has none. What the company has told the owner (a no, or
 * that it takes its consent back) stands until the owner hears otherwise.
 */
export const recordBasis = verb({
  from: ACTIVE_STATUSES,
  who: (kase, by, { enquiry }) => memberOfOwner(kase, by) || (enquiry !== undefined && mayAct(by)),
  offered: (kase, by) => !mayShare(kase) && (by.organisation === kase.owner || kase.basis === null),
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

import { z } from 'zod';
import { momentOf, openingOn } from '../../moment.ts';
import type { Actor } from '../../person.ts';
import { ok, refuse } from '../../result.ts';
import { type CaseContext, refOf } from '../case-change.ts';
import { ACTIVE_STATUSES } from '../derived.ts';
import { REFRESH, SAVE, withRemark } from './common-steps.ts';
import { needed, optional, time } from './fields.ts';
import { servesForOwner } from './guards.ts';
import { verb } from './verb.ts';

/** The moment of the call; where only its day is given, when the office opens then. */
function plannedAt(day: string | null, clock: string | null, by: Actor, { now, calendar }: CaseContext) {
  if (clock !== null) return momentOf(day, clock, now);
  if (day === null) return refuse('not-a-moment', { field: 'time' });
  return openingOn(day, now, (instant) => calendar.nextOfficeHour(instant, by.organisation));
}

/**
 * Plans a call to the company by somebody at the owner, who is reminded at that moment (`promise/steps.ts`). It stops
 * no clock. A new plan replaces the last. `moment.ts` defines `day` and `time`, and the refusals of those.
 */
export const callBack = verb({
  from: ACTIVE_STATUSES,
  who: servesForOwner,
  inputs: z.object({
    day: optional({ line: true }),
    time: time('not-a-moment'),
    reason: needed('reason-needed'),
  }),
  does: (kase, { day, time: clock, reason }, by, context) => {
    const at = plannedAt(day, clock, by, context);
    if (!at.ok) return refuse(at.refusal.code, at.refusal.params);
    return ok({
      case: {
        ...withRemark(kase, 'call-planned', reason, by, context),
        callBack: { at: at.value, by: refOf(by), plannedAt: context.now },
      },
      event: { type: 'call-planned', at: at.value },
      effects: [SAVE, REFRESH],
    });
  },
});

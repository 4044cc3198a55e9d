import { z } from 'zod';
import { ok, refuse } from '../../result.ts';
import { refOf } from '../case-change.ts';
import { mayShare, openOffer } from '../derived.ts';
import { crisisCall } from '../open-case.ts';
import { withTasks } from '../tasks.ts';
import { post, REFRESH, SAVE, whyNotOffer, withBasis } from './common-steps.ts';
import { maybeOneOf, optional, organisation } from './fields.ts';
import { GROWTH_WHEEL_INPUTS, withGrowthWheel } from './growth-wheel.ts';
import { memberOfOwner } from './guards.ts';
import { verb } from './verb.ts';

/**
 * Offers the case to another organisation. `consent` records a basis for sharing where there is none; `selfHelp` and `noTool`
 * are asked for where the municipality has agreed on them (`growth-wheel.ts`).
 */
export const offer = verb({
  from: ['open', 'answered', 'waiting-company'],
  who: memberOfOwner,
  inputs: z.object({
    organisation: organisation(),
    reason: optional(),
    consent: maybeOneOf('basis', 'unknown-basis'),
    ...GROWTH_WHEEL_INPUTS,
  }),
  does: (kase, { organisation: to, reason, consent, ...said }, by, context) => {
    // A refusal of consent must not be ignored because of an earlier consent.
    if (mayShare(kase) && consent === 'declined') return refuse('basis-declined', { field: 'consent' });
    const fresh = !mayShare(kase) && consent !== undefined;
    const withConsent = fresh ? withBasis(kase, { kind: consent }, by, context) : kase;
    const no = whyNotOffer(withConsent, to, context);
    if (no) return no;
    const wheel = withGrowthWheel(withConsent, to, said, by, context);
    if (!wheel.ok) return wheel;
    const { case: offered, effects: taskCards } = withTasks(
      openOffer(wheel.value.case, to, refOf(by), context.now, reason),
      context.calendar,
    );
    const tasks = taskCards.length > 0 ? offered.tasks : undefined;
    return ok({
      case: offered,
      event: {
        type: 'offered',
        to,
        ...(fresh && { basis: consent }),
        ...wheel.value.details,
        ...(tasks && { tasks: tasks.map(({ organisation }) => organisation) }),
      },
      effects: [SAVE, REFRESH, post(to, 'handover'), ...taskCards, ...crisisCall(offered)],
    });
  },
});

import { z } from 'zod';
import { danishDate } from '../../danish-date.ts';
import { ok, refuse } from '../../result.ts';
import type { Case } from '../case.ts';
import { refOf } from '../case-change.ts';
import { ACTIVE_STATUSES } from '../derived.ts';
import type { GivenReferral } from '../registered.ts';
import { withRegistered } from '../registering.ts';
import { REFRESH, SAVE } from './common-steps.ts';
import { date, maybeOneOf, optional } from './fields.ts';
import { takesPart } from './guards.ts';
import { verb } from './verb.ts';

/** The most characters of an adviser's or offer's name. */
const MAX_NAME = 200;

/**
 * Registers a referral that was given, to an actor or to an adviser or offer by name. Said again with its uptake, it is
 * the same referral. Refuses with `referral-needed` and `date-in-future`.
 */
export const refer = verb({
  from: [...ACTIVE_STATUSES, 'closed'],
  who: takesPart,
  safeWhenStale: true,
  offered: (kase) => kase.erasedAt === null,
  inputs: z.object({
    to: maybeOneOf('actor', 'not-in-list'),
    name: optional({ line: true, max: MAX_NAME }),
    why: optional(),
    on: date(),
    uptake: maybeOneOf('uptake', 'not-in-list'),
  }),
  does: (kase, { to = null, name, why, on, uptake }, by, context) => {
    if (to === null && name === null) return refuse('referral-needed', { field: 'to' });
    const today = danishDate(context.now);
    if (on !== undefined && on > today) return refuse('date-in-future', { field: 'on' });
    const known = uptake === undefined ? -1 : sameReferral(kase, to, name);
    if (uptake !== undefined && known >= 0) {
      return ok({
        case: {
          ...kase,
          referrals: kase.referrals?.map((one, at) =>
            at === known ? { ...one, why: why ?? one.why, uptake, askedOn: on ?? today } : one,
          ),
        },
        event: { type: 'uptake-recorded', to: to ?? 'other', uptake },
        effects: [SAVE, REFRESH],
      });
    }
    const referral: GivenReferral = {
      to,
      name,
      by: refOf(by),
      on: on ?? today,
      why,
      uptake: uptake ?? 'unknown',
      askedOn: uptake === undefined ? null : today,
    };
    return ok({
      case: withRegistered(kase, { referrals: [referral] }),
      event: { type: 'referral-given', to: to ?? 'other', ...(uptake && { uptake }) },
      effects: [SAVE, REFRESH],
    });
  },
});

/** The place of the last referral to the same actor or name, or -1. */
function sameReferral({ referrals = [] }: Case, to: GivenReferral['to'], name: string | null): number {
  return referrals.findLastIndex(
    (one) => (to === null || one.to === to) && (name === null || one.name === name),
  );
}

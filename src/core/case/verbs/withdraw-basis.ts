import { ok, refuse } from '../../result.ts';
import { ACTIVE_STATUSES } from '../derived.ts';
import { REFRESH, SAVE, withoutOffer } from './common-steps.ts';
import { NO_INPUTS } from './fields.ts';
import { memberOfOwner } from './guards.ts';
import { verb } from './verb.ts';

/** The company withdraws its consent, which ends sharing with every offer, guest and follow-up. */
export const withdrawBasis = verb({
  from: [...ACTIVE_STATUSES, 'closed'],
  who: memberOfOwner,
  offered: ({ basis }) => basis !== null && basis.withdrawnAt === null && basis.kind !== 'declined',
  inputs: NO_INPUTS,
  does: (kase, _, by, context) => {
    if (!kase.basis || kase.basis.withdrawnAt !== null) return refuse('no-basis');
    return ok({
      case: {
        ...withoutOffer(kase, by, context),
        basis: { ...kase.basis, withdrawnAt: context.now },
        joint: [],
        followUp: null,
        // Other offices hear no more of the company.
        ...(kase.tasks && { tasks: kase.tasks.filter(({ organisation }) => organisation === kase.owner) }),
      },
      event: { type: 'basis-withdrawn' },
      effects: [SAVE, REFRESH],
    });
  },
});

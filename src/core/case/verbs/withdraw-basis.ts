import { ok, refuse } from '../../result.ts';
import { ACTIVE_STATUSES } from '../derived.ts';
import { REFRESH, SAVE, tellChannel, tellPerson, withoutOffer } from './common-steps.ts';
import { NO_INPUTS } from './fields.ts';
import { hearsTheCompany } from './guards.ts';
import { verb } from './verb.ts';

/**
 * The company withdraws its consent, which ends sharing with every offer, guest and follow-up. It may say so to whoever
 * obtained the consent or takes part in the case: withdrawing is as easy as consenting (GDPR, article 7(3)). The case's
 * holder is told where it was said elsewhere.
 */
export const withdrawBasis = verb({
  from: [...ACTIVE_STATUSES, 'closed'],
  who: hearsTheCompany,
  offered: ({ basis }) => basis !== null && basis.withdrawnAt === null && basis.kind !== 'declined',
  inputs: NO_INPUTS,
  does: (kase, _, by, context) => {
    if (!kase.basis || kase.basis.withdrawnAt !== null) return refuse('no-basis');
    const { assignee, owner } = kase;
    const told = { notice: 'basis-withdrawn' } as const;
    const holder = assignee ? tellPerson(assignee.person, told) : tellChannel(owner, told);
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
      effects: [SAVE, REFRESH, ...(by.organisation === owner ? [] : [holder])],
    });
  },
});

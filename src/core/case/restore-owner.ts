import { type OrganisationId, parseOrganisation } from '../organisation.ts';
import type { Case } from './case.ts';
import { type Change, historyOf, instantOn } from './case-change.ts';
import { closeHandover, isActive, restingStatus } from './derived.ts';

/**
 * Returns a case whose owner does not exist (a closed organisation, a damaged row) to the organisation that logged it
 * and owned it first (handover.md, "Ownership"). Undefined where the owner exists.
 */
export function restoreOwner(kase: Case, asOf: string): Change | undefined {
  if (parseOrganisation(kase.owner) || !isActive(kase)) return undefined;
  const now = instantOn(kase, asOf);
  const owner: OrganisationId = kase.createdBy.organisation;
  const withoutOffer = closeHandover(kase, { state: 'withdrawn', settledAt: now, settledBy: null });
  const after: Case = {
    ...withoutOffer,
    revision: kase.revision + 1,
    changedAt: now,
    owner,
    assignee: null,
    status: kase.status === 'offered' ? restingStatus(withoutOffer) : kase.status,
  };
  return {
    case: after,
    history: [historyOf(kase, after, { type: 'owner-restored' }, null, now)],
    effects: [
      { kind: 'crm.save' },
      { kind: 'card.refresh' },
      { kind: 'card.post', organisation: owner, card: 'case' },
    ],
  };
}

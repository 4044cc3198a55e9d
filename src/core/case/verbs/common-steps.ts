import type { OrganisationId } from '../../organisation.ts';
import type { Actor } from '../../person.ts';
import { type Result, refuse } from '../../result.ts';
import type { BasisKind } from '../../vocabulary.ts';
import type { Case, Handover } from '../case.ts';
import { type CaseContext, refOf } from '../case-change.ts';
import { closeHandover, mayShare, openHandover, restingStatus, returnsBetween } from '../derived.ts';
import type { CardKind, Effect } from '../effects.ts';
import type { EventCode } from '../events.ts';
import type { Told } from '../notices.ts';

/** What several verbs do alike. */

export const SAVE: Effect = { kind: 'crm.save' };
export const REFRESH: Effect = { kind: 'card.refresh' };

/** Posts a card of the case to an organisation. */
export const post = (organisation: OrganisationId, card: CardKind): Effect => ({
  kind: 'card.post',
  organisation,
  card,
});

/** A notice about the case to a person. */
export function tellPerson(person: string, told: Told): Effect {
  return { kind: 'tell.person', person, ...told };
}

/** A notice about the case to an organisation's channel. */
export function tellChannel(organisation: OrganisationId, told: Told): Effect {
  return { kind: 'tell.organisation', organisation, to: 'channel', ...told };
}

/** The sender of the open offer is told: who made it, or, where a forwarder from elsewhere did, whoever has the case. */
export function tellSender(kase: Case, told: Told): Effect {
  const offeredBy = openHandover(kase)?.offeredBy;
  const sender = offeredBy?.organisation === kase.owner ? offeredBy : kase.assignee;
  return sender ? tellPerson(sender.person, told) : tellChannel(kase.owner, told);
}

/** The case with why somebody did what they did; unchanged where nothing was written. */
export function withRemark(
  kase: Case,
  event: EventCode,
  text: string | null,
  by: Actor,
  { now }: CaseContext,
): Case {
  if (text === null) return kase;
  return { ...kase, remarks: [...(kase.remarks ?? []), { event, at: now, by: refOf(by), text }] };
}

/** The case with what was said at a contact with the company; unchanged where nothing was written. */
export function withNote(kase: Case, text: string | null, by: Actor, { now }: CaseContext): Case {
  return text === null ? kase : { ...kase, contacts: [...kase.contacts, { at: now, by: refOf(by), text }] };
}

/** The case with a basis for sharing, recorded now by the actor. */
export function withBasis(kase: Case, kind: BasisKind, by: Actor, { now }: CaseContext): Case {
  return { ...kase, basis: { kind, obtainedBy: refOf(by), obtainedAt: now, withdrawnAt: null } };
}

/** The case with its open offer settled, in the status that it then rests in. */
export function settleOffer(kase: Case, by: Actor, context: CaseContext, how: Partial<Handover>): Case {
  const settled = closeHandover(kase, { settledAt: context.now, settledBy: refOf(by), ...how });
  return { ...settled, status: restingStatus(settled) };
}

/** The case with its open offer, if there is one, taken back. */
export function withoutOffer(kase: Case, by: Actor, context: CaseContext): Case {
  return openHandover(kase) ? settleOffer(kase, by, context, { state: 'withdrawn' }) : kase;
}

/** Counted returns between two organisations after which a case goes back and forth no more. */
export function maxReturns(kase: Case, context: CaseContext): number {
  const municipality = kase.values.municipality;
  return municipality === undefined ? 1 : context.settingsOf(municipality).maxReturns;
}

/** Why nothing of the case may be shared, or null. */
export function whyNotShare(kase: Case): Result<never, 'basis-declined' | 'basis-needed'> | null {
  return mayShare(kase) ? null : refuse(kase.basis?.kind === 'declined' ? 'basis-declined' : 'basis-needed');
}

/** Why an offer to an organisation cannot be made, or null. */
export function whyNotOffer(
  kase: Case,
  to: OrganisationId,
  context: CaseContext,
): Result<never, 'same-organisation' | 'basis-declined' | 'basis-needed' | 'returns-spent'> | null {
  if (to === kase.owner) return refuse('same-organisation', { organisation: to });
  const unshared = whyNotShare(kase);
  if (unshared) return unshared;
  if (returnsBetween(kase, kase.owner, to) >= maxReturns(kase, context)) {
    return refuse('returns-spent', { organisation: to });
  }
  return null;
}

/** Whether the open offer came by way of another organisation. */
export function wasForwarded(kase: Case): boolean {
  return kase.handovers.at(-2)?.state === 'forwarded';
}

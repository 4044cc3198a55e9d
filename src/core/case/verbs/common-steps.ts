import type { OrganisationId } from '../../organisation.ts';
import type { Actor } from '../../person.ts';
import { type Result, refuse } from '../../result.ts';
import type { BasisKind, BasisScope } from '../../vocabulary.ts';
import { basisFrom } from '../basis-text.ts';
import type { Case, Handover } from '../case.ts';
import { type CaseContext, refOf } from '../case-change.ts';
import { closeHandover, mayShare, openHandover, restingStatus, returnsBetween } from '../derived.ts';
import type { CardKind, Effect } from '../effects.ts';
import type { EventCode } from '../events.ts';
import type { Told } from '../notices.ts';

/** Steps that several verbs share. */

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

/**
 * A notice to the sender of the open offer: the person who made it, or, where an organisation from elsewhere forwarded
 * it, the case's holder.
 */
export function tellSender(kase: Case, told: Told): Effect {
  const offeredBy = openHandover(kase)?.offeredBy;
  const sender = offeredBy?.organisation === kase.owner ? offeredBy : kase.assignee;
  return sender ? tellPerson(sender.person, told) : tellChannel(kase.owner, told);
}

/** Whether an organisation is told what becomes of a case that it referred: always, or where it asked (`feedback`). */
function wantsFeedback(kase: Case, organisation: OrganisationId, { settingsOf }: CaseContext): boolean {
  const { municipality } = kase.values;
  if (municipality === undefined || settingsOf(municipality).feedback === 'automatic') return true;
  return kase.feedbackFor?.includes(organisation) ?? false;
}

/**
 * A notice to whoever referred the company: the person who sent the case, and a sentence under its card in their channel.
 * Both have one name, so that nobody reads it twice in one place. None where the office hears only what it asked for.
 */
export function tellReferrer(
  kase: Case,
  offer: Handover | undefined,
  told: Told,
  context: CaseContext,
  always = false,
): readonly Effect[] {
  if (!offer || (offer.from !== kase.owner && !mayShare(kase))) return [];
  if (!always && !wantsFeedback(kase, offer.from, context)) return [];
  const { from: organisation, offeredBy } = offer;
  const step = `told/${kase.revision + 1}`;
  const own =
    offeredBy.organisation === organisation ? offeredBy : organisation === kase.owner ? kase.assignee : null;
  return [
    { ...(own ? tellPerson(own.person, told) : tellChannel(organisation, told)), step } as Effect,
    ...(own ? [{ kind: 'tell.organisation', organisation, to: 'thread', ...told, step } as const] : []),
  ];
}

/**
 * The accepted offers through which the owner got the case: the last one of each office. There are several where it came
 * back and forth, or is two cases that were merged.
 */
function referralsOf(kase: Case): readonly Handover[] {
  const accepted = kase.handovers.filter(
    ({ state, from, to }) => state === 'accepted' && to === kase.owner && from !== to,
  );
  return [...new Map(accepted.map((offer) => [offer.from, offer])).values()];
}

/** Tells each office that the case came from what its owner did. */
export function tellWhereFrom(
  kase: Case,
  notice: 'case-answered' | 'case-closed' | 'case-withdrawn',
  context: CaseContext,
): readonly Effect[] {
  return tellReferrers(kase, ({ number }) => ({ notice, handover: number }), context);
}

/** Tells each office that the case came from what `told` makes of its offer; `except` did it itself. */
export function tellReferrers(
  kase: Case,
  told: (offer: Handover) => Told,
  context: CaseContext,
  except?: OrganisationId,
): readonly Effect[] {
  return referralsOf(kase)
    .filter(({ from }) => from !== except)
    .flatMap((offer) => tellReferrer(kase, offer, told(offer), context));
}

/** Adds a person's reason to the case. Unchanged where it is empty. */
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

/** Adds the text of a contact with the company to the case. Unchanged where it is empty. */
export function withNote(kase: Case, text: string | null, by: Actor, { now }: CaseContext): Case {
  return text === null ? kase : { ...kase, contacts: [...kase.contacts, { at: now, by: refOf(by), text }] };
}

/** Records a basis for sharing, obtained now by the actor. */
export function withBasis(
  kase: Case,
  { kind, scope }: { readonly kind: BasisKind; readonly scope?: BasisScope | undefined },
  by: Actor,
  { now }: CaseContext,
): Case {
  return { ...kase, basis: basisFrom(kind, scope, refOf(by), now) };
}

/** Settles the open offer, and puts the case in its resting status. */
export function settleOffer(
  kase: Case,
  by: Actor,
  context: CaseContext,
  settlement: Partial<Handover>,
): Case {
  const settled = closeHandover(kase, { settledAt: context.now, settledBy: refOf(by), ...settlement });
  return { ...settled, status: restingStatus(settled) };
}

/** Takes back the open offer, if there is one. */
export function withoutOffer(kase: Case, by: Actor, context: CaseContext): Case {
  return openHandover(kase) ? settleOffer(kase, by, context, { state: 'withdrawn' }) : kase;
}

/** The number of counted returns between two organisations that ends the back and forth. */
export function maxReturns(kase: Case, context: CaseContext): number {
  const municipality = kase.values.municipality;
  return municipality === undefined ? 1 : context.settingsOf(municipality).maxReturns;
}

/** The refusal to share the case, or null where sharing is allowed. */
export function whyNotShare(kase: Case): Result<never, 'basis-declined' | 'basis-needed'> | null {
  return mayShare(kase) ? null : refuse(kase.basis?.kind === 'declined' ? 'basis-declined' : 'basis-needed');
}

/** The refusal to offer the case to an organisation, or null where it can be offered. */
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

/** The organisations to which `whyNotOffer` refuses the case, because it went back and forth as often as allowed. */
export function spentReceivers(kase: Case, context: CaseContext): readonly OrganisationId[] {
  const most = maxReturns(kase, context);
  const others = new Set(kase.handovers.flatMap(({ from, to }) => [from, to]));
  return [...others].filter(
    (other) => other !== kase.owner && returnsBetween(kase, kase.owner, other) >= most,
  );
}

/** Whether the open offer was forwarded by another organisation. */
export function wasForwarded(kase: Case): boolean {
  return kase.handovers.at(-2)?.state === 'forwarded';
}

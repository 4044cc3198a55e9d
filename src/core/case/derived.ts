import { actorOf, type LesId, lesOf, type OrganisationId } from '../organisation.ts';
import type { ActorRef } from '../person.ts';
import type { Case, Handover, HandoverQuestion } from './case.ts';
import type { FollowUp } from './follow-up.ts';
import type { CaseStatus } from './word-lists.ts';

/** Statuses of a running case. */
export const ACTIVE_STATUSES = [
  'open',
  'offered',
  'answered',
  'waiting-company',
] as const satisfies readonly CaseStatus[];

/** Whether the case is still running. */
export function isActive(kase: Case): boolean {
  return ACTIVE_STATUSES.some((status) => status === kase.status);
}

/** The unanswered offer; there is at most one. */
export function openHandover(kase: Case): Handover | undefined {
  const last = kase.handovers.at(-1);
  return last?.state === 'offered' ? last : undefined;
}

/** The unanswered question on the open offer. */
export function openQuestion(kase: Case): HandoverQuestion | undefined {
  return openHandover(kase)?.questions.find(({ answer }) => answer === null);
}

/** The local business service of the company's municipality; undefined where the municipality is unknown. */
export function localOfficeOf({ values: { municipality }, localOffice }: Case): LesId | undefined {
  if (municipality === undefined) return undefined;
  return localOffice?.municipality === municipality ? localOffice.office : lesOf(municipality);
}

/** Whether a valid basis for sharing with another organisation is recorded (handover.md, "Data protection"). */
export function mayShare(kase: Case): boolean {
  return kase.basis !== null && kase.basis.kind !== 'declined' && kase.basis.withdrawnAt === null;
}

/** The status of a case without an open offer: `answered` once the company has had its answer. */
export function restingStatus(kase: Case): 'open' | 'answered' {
  return kase.promise.answeredAt === null ? 'open' : 'answered';
}

/** The case with its open offer settled. */
export function closeHandover(kase: Case, settlement: Partial<Handover>): Case {
  const open = openHandover(kase);
  if (!open) return kase;
  return { ...kase, handovers: [...kase.handovers.slice(0, -1), { ...open, ...settlement }] };
}

/** The case with a new offer from its owner. */
export function openOffer(
  kase: Case,
  to: OrganisationId,
  by: ActorRef,
  now: string,
  reason: string | null,
): Case {
  const handover: Handover = {
    number: kase.handovers.length + 1,
    from: kase.owner,
    to,
    state: 'offered',
    offeredAt: now,
    offeredBy: by,
    settledAt: null,
    settledBy: null,
    reasonCode: null,
    reason,
    counted: false,
    questions: [],
  };
  return { ...kase, status: 'offered', handovers: [...kase.handovers, handover] };
}

/** The number of counted returns between two organisations, in either direction. */
export function returnsBetween(kase: Case, one: OrganisationId, other: OrganisationId): number {
  return kase.handovers.filter(
    ({ from, to, counted }) => counted && ((from === one && to === other) || (from === other && to === one)),
  ).length;
}

/** The office that follow-up goes back to: the LES that the case came from, while an Erhvervshus owns it. */
export function referringLes(kase: Case): OrganisationId | undefined {
  if (actorOf(kase.owner) === 'les') return undefined;
  return kase.handovers.findLast(({ from, state }) => state === 'accepted' && actorOf(from) === 'les')?.from;
}

/** The organisations with a part in the case: its owner, all parties of its handovers, and those who take part. */
export function partiesOf(kase: Case): ReadonlySet<OrganisationId> {
  return new Set([kase.owner, ...kase.handovers.flatMap(({ from, to }) => [from, to]), ...kase.joint]);
}

/** The place of the running promise: 0 for the first enquiry's. */
export function clockOf(kase: Case): number {
  return kase.earlierPromises?.length ?? 0;
}

/** The follow-up that somebody still has to do. Undefined where there is none, or the case runs or is anonymous. */
export function openFollowUp(kase: Case): FollowUp | undefined {
  const { followUp, status, erasedAt } = kase;
  if (!followUp || status !== 'closed' || erasedAt !== null) return undefined;
  return followUp.state === 'proposed' || followUp.state === 'accepted' ? followUp : undefined;
}

import { actorOf, type OrganisationId } from '../organisation.ts';
import type { ActorRef } from '../person.ts';
import type { Case, Handover, HandoverQuestion } from './case.ts';
import type { CaseStatus } from './word-lists.ts';

/** Statuses of a running case. */
export const ACTIVE_STATUSES = [
  'open',
  'offered',
  'answered',
  'waiting-company',
] as const satisfies readonly CaseStatus[];

/** Whether the case is still somebody's to act on. */
export function isActive(kase: Case): boolean {
  return ACTIVE_STATUSES.some((status) => status === kase.status);
}

/** The offer that has not been answered yet; at most one at a time. */
export function openHandover(kase: Case): Handover | undefined {
  const last = kase.handovers.at(-1);
  return last?.state === 'offered' ? last : undefined;
}

/** The question on the open offer that waits for its answer. */
export function openQuestion(kase: Case): HandoverQuestion | undefined {
  return openHandover(kase)?.questions.find(({ answer }) => answer === null);
}

/** Whether a basis for sharing with another organisation stands recorded (handover.md, "Data protection"). */
export function mayShare(kase: Case): boolean {
  return kase.basis !== null && kase.basis.kind !== 'declined' && kase.basis.withdrawnAt === null;
}

/** The status of a case that is not offered to anybody: answered once the company has had its answer. */
export function restingStatus(kase: Case): 'open' | 'answered' {
  return kase.promise.answeredAt === null ? 'open' : 'answered';
}

/** The case with its open offer settled. */
export function closeHandover(kase: Case, how: Partial<Handover>): Case {
  const open = openHandover(kase);
  if (!open) return kase;
  return { ...kase, handovers: [...kase.handovers.slice(0, -1), { ...open, ...how }] };
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

/** Counted returns on the case between two organisations, whichever way it went. */
export function returnsBetween(kase: Case, one: OrganisationId, other: OrganisationId): number {
  return kase.handovers.filter(
    ({ from, to, counted }) => counted && ((from === one && to === other) || (from === other && to === one)),
  ).length;
}

/** The organisation that follow-up goes back to: the LES the case came from, once an Erhvervshus has it. */
export function referringLes(kase: Case): OrganisationId | undefined {
  if (actorOf(kase.owner) === 'les') return undefined;
  return kase.handovers.findLast(({ from, state }) => state === 'accepted' && actorOf(from) === 'les')?.from;
}

/** Organisations that have a part in the case: its owner, every side of a handover, and those who take part. */
export function partiesOf(kase: Case): ReadonlySet<OrganisationId> {
  return new Set([kase.owner, ...kase.handovers.flatMap(({ from, to }) => [from, to]), ...kase.joint]);
}

/** Which clock of the case runs: 0 the first contact's, 1 that of the first reopening. */
export function clockOf(kase: Case): number {
  return kase.earlierPromises?.length ?? 0;
}

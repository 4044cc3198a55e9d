import type { Actor, ActorRef } from '../person.ts';
import { elapsedBetween } from '../promise/clock.ts';
import type { Case } from './case.ts';
import { isActive } from './derived.ts';
import type { HistoryEntry } from './events.ts';
import { addedSince } from './registering.ts';
import { coordinates } from './relation.ts';
import { REGISTRATIONS, UNDO_MINUTES, type Undoable, type UndoableEvent } from './slip.ts';

/** Whether an event of this code can be undone at all. */
export const isUndoable = (event: string): event is UndoableEvent => Object.hasOwn(UNDO_MINUTES, event);

const isInTime = ({ event, at }: Undoable, now: string) =>
  elapsedBetween(at, now) * 60 <= UNDO_MINUTES[event];

/**
 * The case's undoable events after a person's command, oldest first. Somebody else's act ends what could be undone
 * before it, except an answer: a wrong one would leave the company without one.
 */
export function undoableAfter(
  before: Case,
  after: Case,
  event: string,
  by: ActorRef,
  now: string,
): readonly Undoable[] {
  const kept = (after.undoable ?? []).filter(
    (one) => (one.event === 'contacted' || one.by.person === by.person) && isInTime(one, now),
  );
  if (!isUndoable(event)) return kept;
  return [...kept, { event, line: after.revision, at: now, by, before: replacedBy(before, after, event) }];
}

/** The values that an event replaced. */
function replacedBy(before: Case, after: Case, event: UndoableEvent): Undoable['before'] {
  const { status, assignee, closedAt, values, referrals = [], followUp } = before;
  const { cvr, pNumber } = values;
  const replaced = { status, assignee, closedAt, ...(cvr && { cvr }), ...(pNumber && { pNumber }) };
  switch (event) {
    case 'service-given':
    case 'referral-given':
    case 'self-help-used':
      return { ...replaced, added: addedSince(before, after) };
    case 'uptake-recorded': {
      const place = referrals.findIndex((one, at) => one !== after.referrals?.[at]);
      const was = referrals[place];
      return { ...replaced, ...(was && { referral: { place, was } }) };
    }
    case 'followed-up':
      return { ...replaced, ...(followUp && { followUp }) };
    case 'attempted':
    case 'contacted':
    case 'closed':
    case 'withdrawn':
    case 'entered-in-error':
      return replaced;
    default: {
      const never: never = event;
      return never;
    }
  }
}

/** Whether another office has accepted the follow-up, or somebody has done it. The closing office agrees its own at once. */
const isFollowUpTaken = ({ followUp, owner }: Case): boolean =>
  followUp?.state === 'done' || (followUp?.state === 'accepted' && followUp.organisation !== owner);

/** Whether the case still is what the event made of it, and the event is not too long ago. */
function stands(kase: Case, what: Undoable, now: string): boolean {
  if (kase.erasedAt !== null || !isInTime(what, now)) return false;
  switch (what.event) {
    case 'contacted':
      return (
        kase.promise.answeredAt === what.at &&
        ['offered', 'answered', 'waiting-company'].includes(kase.status)
      );
    case 'closed':
      return kase.status === 'closed' && kase.closedAt === what.at && !isFollowUpTaken(kase);
    case 'withdrawn':
    case 'entered-in-error':
      return kase.status === what.event;
    case 'service-given':
    case 'referral-given':
    case 'uptake-recorded':
    case 'self-help-used':
    case 'attempted':
      // A closing was weighed with what was registered before it.
      return isActive(kase) || (kase.status === 'closed' && kase.closedAt === what.before.closedAt);
    case 'followed-up':
      return kase.followUp?.state === 'done' && kase.followUp.doneAt === what.at;
    default: {
      const never: never = what.event;
      return never;
    }
  }
}

/** The last event that can be undone at `now`. With `by`, the last that this person may undo. */
export function undoableNow(kase: Case, now: string, by?: Actor): Undoable | undefined {
  return kase.undoable?.findLast((what) => stands(kase, what, now) && (!by || mayUndo(kase, by, what)));
}

/** The person who recorded it, and the coordinators of their organisation and of the owner. */
export function mayUndo(kase: Case, by: Actor, what: Undoable): boolean {
  return (
    what.by.person === by.person ||
    (coordinates(by) && [kase.owner, what.by.organisation].includes(by.organisation))
  );
}

/** Whether the answer that could be undone was to a promise before the running one, which a new need began. */
export function isBeforeNewPromise({ undoable, earlierPromises, erasedAt }: Case, now: string): boolean {
  const last = undoable?.findLast(({ event }) => event === 'contacted');
  return (
    last !== undefined &&
    erasedAt === null &&
    isInTime(last, now) &&
    earlierPromises?.some(({ answeredAt }) => answeredAt === last.at) === true
  );
}

/**
 * History without what was undone. What counts or attributes reads these. Nobody else acted between an ending and the line
 * that undoes it, so that all lines between go; what followed an answer or a registration stands.
 */
export function standingLines(history: readonly HistoryEntry[]): readonly HistoryEntry[] {
  const undone = history.flatMap(({ sequence, ...entry }) => {
    if (entry.event !== 'undone') return [];
    const { what, line } = entry.details;
    if (what !== 'contacted' && !REGISTRATIONS.includes(what)) return [[line, sequence] as const];
    return [[line, line] as const, [sequence, sequence] as const];
  });
  return history.filter(({ sequence }) => !undone.some(([from, to]) => sequence >= from && sequence <= to));
}

import type { ActorRef } from '../person.ts';
import { elapsedBetween } from '../promise/clock.ts';
import type { Case } from './case.ts';
import type { HistoryEntry } from './events.ts';
import { UNDO_MINUTES, type Undoable, type UndoableEvent } from './slip.ts';

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
  const { status, assignee, closedAt, values } = before;
  const { cvr, pNumber } = values;
  const replaced = { status, assignee, closedAt, ...(cvr && { cvr }), ...(pNumber && { pNumber }) };
  return [...kept, { event, line: after.revision, at: now, by, before: replaced }];
}

/** Whether another office has accepted the follow-up, or somebody has done it. The closing office agrees its own at once. */
const isFollowUpTaken = ({ followUp, owner }: Case): boolean =>
  followUp?.state === 'done' || (followUp?.state === 'accepted' && followUp.organisation !== owner);

/** The event that undoing would undo at `now`: the last undoable one, if the case still is what it made of it. */
export function undoableNow(kase: Case, now: string): Undoable | undefined {
  const last = kase.undoable?.at(-1);
  if (!last || kase.erasedAt !== null || !isInTime(last, now)) return undefined;
  switch (last.event) {
    case 'contacted':
      return kase.promise.answeredAt === last.at &&
        ['offered', 'answered', 'waiting-company'].includes(kase.status)
        ? last
        : undefined;
    case 'closed':
      return kase.status === 'closed' && kase.closedAt === last.at && !isFollowUpTaken(kase)
        ? last
        : undefined;
    case 'withdrawn':
    case 'entered-in-error':
      return kase.status === last.event ? last : undefined;
    default: {
      const never: never = last.event;
      return never;
    }
  }
}

/** Whether the answer that could be undone was to a promise before the running one, which a new need began. */
export function isBeforeNewPromise({ undoable, earlierPromises, erasedAt }: Case, now: string): boolean {
  const last = undoable?.at(-1);
  return (
    last?.event === 'contacted' &&
    erasedAt === null &&
    isInTime(last, now) &&
    earlierPromises?.some(({ answeredAt }) => answeredAt === last.at) === true
  );
}

/**
 * History without what was undone. What counts or attributes reads these. Nobody else acted between an ending and the line
 * that undoes it, so that all lines between go; what followed an answer stands.
 */
export function standingLines(history: readonly HistoryEntry[]): readonly HistoryEntry[] {
  const undone = history.flatMap(({ sequence, ...entry }) => {
    if (entry.event !== 'undone') return [];
    const { what, line } = entry.details;
    if (what !== 'contacted') return [[line, sequence] as const];
    return [[line, line] as const, [sequence, sequence] as const];
  });
  return history.filter(({ sequence }) => !undone.some(([from, to]) => sequence >= from && sequence <= to));
}

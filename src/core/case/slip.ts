import type { ActorRef } from '../person.ts';
import type { FollowUp } from './follow-up.ts';
import type { AddedByClosing, GivenReferral } from './registered.ts';
import type { KeptStatus } from './word-lists.ts';

/** Minutes for which an event can be undone (registration.md, "The promise, further readings"): a registration as an answer. */
export const UNDO_MINUTES = {
  contacted: 60,
  closed: 10,
  withdrawn: 10,
  'entered-in-error': 10,
  'service-given': 60,
  'referral-given': 60,
  'uptake-recorded': 60,
  'self-help-used': 60,
  attempted: 60,
  'followed-up': 60,
} as const;
export type UndoableEvent = keyof typeof UNDO_MINUTES;

/** Events that register something and change nothing of the case's course. */
export const REGISTRATIONS: readonly UndoableEvent[] = [
  'service-given',
  'referral-given',
  'uptake-recorded',
  'self-help-used',
  'attempted',
  'followed-up',
];

/** An event that can be undone, with the values that it replaced. */
export interface Undoable {
  readonly event: UndoableEvent;
  /** The `sequence` of its line of history. */
  readonly line: number;
  readonly at: string;
  readonly by: ActorRef;
  readonly before: {
    readonly status: KeptStatus;
    readonly assignee: ActorRef | null;
    readonly closedAt: string | null;
    readonly cvr?: string | undefined;
    readonly pNumber?: string | undefined;
    /** The entries that a registration added. */
    readonly added?: AddedByClosing | undefined;
    /** The referral whose uptake was recorded, as it was, by its place. */
    readonly referral?: { readonly place: number; readonly was: GivenReferral } | undefined;
    readonly followUp?: FollowUp | undefined;
  };
}

import type { ActorRef } from '../person.ts';
import type { KeptStatus } from './word-lists.ts';

/** Minutes for which an event can be undone (registration.md, "The promise, further readings"). */
export const UNDO_MINUTES = {
  contacted: 60,
  closed: 10,
  withdrawn: 10,
  'entered-in-error': 10,
} as const;
export type UndoableEvent = keyof typeof UNDO_MINUTES;

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
  };
}

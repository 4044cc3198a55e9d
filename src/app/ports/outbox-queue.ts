import type { Effect } from '../../core/case/effects.ts';

/** An effect that waits for its delivery. */
export interface OutboxRow {
  readonly id: string;
  /** The id of the case; for a notice about none, of the draft, person or conversation. */
  readonly about: string;
  /** Rows of one lane are delivered in order. Every case has a lane for the CRM and one for its cards. */
  readonly lane: string;
  readonly effect: Effect;
  readonly createdAt: string;
  readonly attempts: number;
}

/** A row that could not be delivered: shown by `sager ikke leveret` and in the metrics. */
interface ParkedRow extends OutboxRow {
  readonly parkedAt: string;
  readonly code: string;
}

/** A row that waits for a later instant: office hours, a retry, or an instant from a wall clock that was wrong. */
export interface RowAhead {
  readonly id: string;
  readonly effect: Effect;
  readonly readyAt: string;
  readonly leasedUntil: string | null;
}

/** The outbox for the worker. Each call is a transaction of its own. */
export interface OutboxQueue {
  /** Leases ready rows, the first of each lane, to this worker until `leasedUntil`. */
  claim(worker: string, now: string, leasedUntil: string, limit: number): Promise<readonly OutboxRow[]>;
  /** Removes a delivered row. False where the lease had passed to another worker. */
  done(id: string, worker: string): Promise<boolean>;
  /** Retries the row at `readyAt`. `tried` false: it is only put back, and no attempt is counted. */
  retry(id: string, worker: string, readyAt: string, code: string, tried?: boolean): Promise<void>;
  /** Parks the row: it leaves the queue and is shown by `sager ikke leveret`. */
  park(id: string, worker: string, at: string, code: string): Promise<void>;
  parked(limit: number): Promise<readonly ParkedRow[]>;
  /** Rows that are ready, or whose lease ends, only after this instant. */
  ahead(instant: string): Promise<readonly RowAhead[]>;
  /** Makes such a row ready at `readyAt` and ends its lease, unless it has changed meanwhile. */
  bringBack(row: RowAhead, readyAt: string): Promise<void>;
  /** Counts of waiting and parked rows, and since when the oldest ready row waits. */
  figures(
    now: string,
  ): Promise<{ readonly waiting: number; readonly parked: number; readonly oldest: string | null }>;
}

import type { Effect } from '../../core/case/effects.ts';

export interface OutboxRow {
  readonly id: string;
  /** The case; of a notice about none, the draft or conversation. */
  readonly about: string;
  /** Rows of one lane are delivered in order; every case has a lane for the CRM and one for its cards. */
  readonly lane: string;
  readonly effect: Effect;
  readonly createdAt: string;
  readonly attempts: number;
}

/** A row that could not be delivered: shown by `sager ikke leveret` and in the metrics. */
export interface ParkedRow extends OutboxRow {
  readonly parkedAt: string;
  readonly code: string;
}

/** A row whose instants lie ahead: of office hours, of a later try, or of a wall clock that was wrong. */
export interface RowAhead {
  readonly id: string;
  readonly effect: Effect;
  readonly readyAt: string;
  readonly leasedUntil: string | null;
}

/** The outbox as the worker sees it. Each call is a transaction of its own. */
export interface OutboxQueue {
  /** Claims rows that are ready, first of their lane, until the lease ends; nobody else gets them before that. */
  claim(worker: string, now: string, leasedUntil: string, limit: number): Promise<readonly OutboxRow[]>;
  /** The row is delivered; false where the lease had gone to somebody else. */
  done(id: string, worker: string): Promise<boolean>;
  /** Tried again at `readyAt`. `tried` false: it was only put back, and no attempt is counted. */
  retry(id: string, worker: string, readyAt: string, code: string, tried?: boolean): Promise<void>;
  /** Put aside where people see it. */
  park(id: string, worker: string, at: string, code: string): Promise<void>;
  parked(limit: number): Promise<readonly ParkedRow[]>;
  /** Rows that wait for an instant after this one, or are leased until one. */
  ahead(instant: string): Promise<readonly RowAhead[]>;
  /** Such a row is ready at `readyAt` and leased by nobody, where nobody has changed it meanwhile. */
  bringBack(row: RowAhead, readyAt: string): Promise<void>;
  /** Rows waiting, rows parked, and since when the oldest ready one waits. */
  figures(
    now: string,
  ): Promise<{ readonly waiting: number; readonly parked: number; readonly oldest: string | null }>;
}

import type { OutboxQueue, OutboxRow } from '../app/ports/outbox-queue.ts';
import { backOffSeconds, PARK_AFTER_ATTEMPTS, PARK_AFTER_HOURS } from './back-off.ts';
import { type DeliveryDeps, deliverEffect } from './deliver-effect.ts';
import type { RowOutcome } from './send.ts';

export interface RowDeps extends DeliveryDeps {
  readonly queue: OutboxQueue;
  readonly chance: () => number;
}

/**
 * Seconds that a claimed row is this worker's own; after that, another may take it over. Longer than a row can take: to
 * begin, to wait for a line twice, and two calls (`peers.ts`, `deadline.ts`). A row that was taken over too early would
 * stand on the not-delivered list although it arrives.
 */
const LEASE_SECONDS = 90;

/** Milliseconds after its claim within which a row is begun, or put back. */
const BEGIN_MS = 15_000;

/** Rows that are under way at once: more than the systems have lines and waiting rooms, so that none takes all. */
const ROOM = 256;
const CLAIMED_AT_ONCE = 16;

/** Rows of one case that wait for each other; the rest goes back into the queue. */
const OF_ONE_CASE = 16;

/** Seconds after which such a row is looked at again. */
const BEHIND_SECONDS = 2;

/** Longest pause before another try that a peer may ask for: after it, it is asked again. */
export const LONGEST_RETRY_SECONDS = 900;

export function later(now: string, seconds: number): string {
  return new Date(Date.parse(now) + seconds * 1_000).toISOString();
}

export interface Deliveries {
  /** Delivers what is ready, until nothing is and nothing is under way. Returns how many rows there were. */
  deliver(): Promise<number>;
  /** Something may have become ready. */
  nudge(): void;
  /** Claims nothing more. */
  stop(): void;
}

/** Delivers rows of the outbox, each as soon as there is room for it: one that takes long keeps no other waiting. */
export function createDeliveries(deps: RowDeps, worker: string): Deliveries {
  const underWay = new Map<string, Promise<void>>();
  /** The last row of each case, and of its CRM record, and how many wait for it. */
  const ofCase = new Map<string, { last: Promise<void>; count: number }>();
  let stopped = false;
  let wake = (): void => undefined;

  async function settle(row: OutboxRow, outcome: RowOutcome): Promise<void> {
    const now = deps.clock.now();
    const park = async (code: string) => {
      deps.log('parked', { row: row.id, case: row.about, code });
      await deps.queue.park(row.id, worker, now, code);
    };
    switch (outcome.state) {
      case 'done':
        await deps.queue.done(row.id, worker);
        return;
      case 'park':
        return park(outcome.code);
      case 'wait':
        await deps.queue.retry(row.id, worker, later(now, outcome.afterSeconds), outcome.code, false);
        return;
      case 'retry': {
        const isOld = later(row.createdAt, PARK_AFTER_HOURS * 3_600) < now;
        if (isOld && row.attempts >= PARK_AFTER_ATTEMPTS) return park(outcome.code);
        const seconds = outcome.afterSeconds ?? backOffSeconds(row.attempts, deps.chance);
        const readyAt = later(now, Math.min(seconds, LONGEST_RETRY_SECONDS));
        await deps.queue.retry(row.id, worker, readyAt, outcome.code);
        return;
      }
      default: {
        const never: never = outcome;
        return never;
      }
    }
  }

  async function deliverRow(row: OutboxRow, claimedAt: number): Promise<void> {
    let outcome: RowOutcome;
    try {
      outcome =
        deps.clock.monotonic() - claimedAt > BEGIN_MS
          ? { state: 'wait', afterSeconds: 0, code: 'behind' }
          : await deliverEffect(row, deps);
    } catch (error) {
      deps.log('delivery-failed', {
        row: row.id,
        case: row.about,
        fault: error instanceof Error ? error.name : 'unknown',
      });
      outcome = { state: 'retry', afterSeconds: null, code: 'fault' };
    }
    await settle(row, outcome);
  }

  /**
   * One after the other within a case: what is told twice by different rows is then told once. Its CRM records are in
   * order by their lane, and wait for no card.
   */
  function begin(row: OutboxRow): void {
    // The clock of the leases was put forward while the row is under way here.
    if (underWay.has(row.id)) return;
    const key = row.lane.startsWith('crm/') ? row.lane : row.about;
    const line = ofCase.get(key) ?? { last: Promise.resolve(), count: 0 };
    const claimedAt = deps.clock.monotonic();
    line.count++;
    const work = async () => {
      try {
        if (line.count > OF_ONE_CASE)
          await settle(row, { state: 'wait', afterSeconds: BEHIND_SECONDS, code: 'behind' });
        else {
          const done = line.last.then(() => deliverRow(row, claimedAt));
          line.last = done.catch(() => undefined);
          await done;
        }
      } catch (error) {
        // The row stays leased, and is taken up again when the lease has run out.
        deps.log('worker-failed', { fault: error instanceof Error ? error.name : 'unknown' });
      } finally {
        line.count--;
        if (line.count === 0) ofCase.delete(key);
        underWay.delete(row.id);
        wake();
      }
    };
    ofCase.set(key, line);
    underWay.set(row.id, Promise.resolve());
    underWay.set(row.id, work());
  }

  return {
    async deliver() {
      let count = 0;
      for (;;) {
        const changed = new Promise<void>((resolve) => {
          wake = resolve;
        });
        const room = stopped ? 0 : ROOM - underWay.size;
        let rows: readonly OutboxRow[] = [];
        if (room > 0) {
          const now = deps.clock.now();
          const leasedUntil = later(now, LEASE_SECONDS);
          try {
            rows = await deps.queue.claim(worker, now, leasedUntil, Math.min(room, CLAIMED_AT_ONCE));
          } catch (error) {
            await Promise.all(underWay.values());
            throw error;
          }
        }
        for (const row of rows) begin(row);
        count += rows.length;
        if (rows.length > 0) continue;
        if (underWay.size === 0) return count;
        await changed;
      }
    },
    nudge: () => wake(),
    stop() {
      stopped = true;
      wake();
    },
  };
}

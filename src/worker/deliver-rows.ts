import type { OutboxQueue, OutboxRow } from '../app/ports/outbox-queue.ts';
import { backOffSeconds, PARK_AFTER_ATTEMPTS, PARK_AFTER_HOURS } from './back-off.ts';
import { type DeliveryDeps, deliverEffect } from './deliver-effect.ts';
import type { RowOutcome } from './send.ts';

export interface RowDeps extends DeliveryDeps {
  readonly queue: OutboxQueue;
  readonly chance: () => number;
}

/**
 * Seconds of a lease; after it, another worker may claim the row. It must be longer than a row can take: to begin, to
 * wait for a line twice, and two calls (`peers.ts`, `deadline.ts`). A row claimed too early by another would be
 * parked as uncertain although it arrives.
 */
const LEASE_SECONDS = 90;

/** Milliseconds after the claim within which a row is begun, or put back. */
const BEGIN_MS = 15_000;

/** Rows under way at once: more than one system has lines and places to wait, so no system takes them all. */
const ROOM = 256;
const CLAIMED_AT_ONCE = 16;

/** Rows of one case that wait for each other here; further ones go back into the queue. */
const OF_ONE_CASE = 16;

/** Seconds until such a row is ready again. */
const BEHIND_SECONDS = 2;

/** The longest pause that a peer may ask for; after it, the row is retried. */
export const LONGEST_RETRY_SECONDS = 900;

/** The instant so many seconds after another. */
export function later(now: string, seconds: number): string {
  return new Date(Date.parse(now) + seconds * 1_000).toISOString();
}

/** The deliveries of one worker. */
export interface Deliveries {
  /** Delivers ready rows until none is left and none is under way. Resolves with how many there were. */
  deliver(): Promise<number>;
  /** New rows may be ready: look at once. */
  nudge(): void;
  /** Stops claiming. */
  stop(): void;
}

/** Delivers rows of the outbox side by side, each as soon as there is room: a slow one delays no other. */
export function createDeliveries(deps: RowDeps, worker: string): Deliveries {
  const underWay = new Map<string, Promise<void>>();
  /** The last row of each case, and of its CRM record, with how many wait for it. */
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
   * Rows of one case run one after the other, so that duplicates across rows are seen. CRM records are in order by
   * their lane, and wait for no card.
   */
  function begin(row: OutboxRow): void {
    // The wall clock was put forward, so the lease ran out while the row is under way here.
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
        // The row stays leased. It is claimed again when the lease ends.
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

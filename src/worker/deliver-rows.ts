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

/** The last row of a case, or of its CRM record, with how many wait for it. */
interface CaseLine {
  last: Promise<void>;
  count: number;
}

/**
 * The deliveries of one worker: rows of the outbox side by side, each as soon as there is room, so a slow one delays no
 * other.
 */
export class Deliveries {
  readonly #deps: RowDeps;
  readonly #worker: string;
  readonly #underWay = new Map<string, Promise<void>>();
  readonly #ofCase = new Map<string, CaseLine>();
  #stopped = false;
  #wake = (): void => undefined;

  /** `worker` is the id by which this worker leases rows. */
  constructor(deps: RowDeps, worker: string) {
    this.#deps = deps;
    this.#worker = worker;
  }

  /** Delivers ready rows until none is left and none is under way. Resolves with how many there were. */
  async deliver(): Promise<number> {
    let count = 0;
    for (;;) {
      const changed = new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      const rows = await this.#claim();
      for (const row of rows) this.#begin(row);
      count += rows.length;
      if (rows.length > 0) continue;
      if (this.#underWay.size === 0) return count;
      await changed;
    }
  }

  /** New rows may be ready: look at once. */
  nudge(): void {
    this.#wake();
  }

  /** Stops claiming. */
  stop(): void {
    this.#stopped = true;
    this.#wake();
  }

  /** Claims as many rows as there is room for. A failure is thrown only when nothing is under way. */
  async #claim(): Promise<readonly OutboxRow[]> {
    const room = this.#stopped ? 0 : ROOM - this.#underWay.size;
    if (room <= 0) return [];
    const { clock, queue } = this.#deps;
    const now = clock.now();
    try {
      const leasedUntil = later(now, LEASE_SECONDS);
      return await queue.claim(this.#worker, now, leasedUntil, Math.min(room, CLAIMED_AT_ONCE));
    } catch (error) {
      await Promise.all(this.#underWay.values());
      throw error;
    }
  }

  /**
   * Rows of one case run one after the other, so that duplicates across rows are seen. CRM records, and what a
   * webhook is told, are in order by their lane, and wait for no card.
   */
  #begin(row: OutboxRow): void {
    // The wall clock was put forward, so the lease ran out while the row is under way here.
    if (this.#underWay.has(row.id)) return;
    const key = /^(crm|hook)\//.test(row.lane) ? row.lane : row.about;
    const line: CaseLine = this.#ofCase.get(key) ?? { last: Promise.resolve(), count: 0 };
    const claimedAt = this.#deps.clock.monotonic();
    line.count++;
    const work = async () => {
      try {
        if (line.count > OF_ONE_CASE)
          await this.#settle(row, { state: 'wait', afterSeconds: BEHIND_SECONDS, code: 'behind' });
        else {
          const done = line.last.then(() => this.#deliverRow(row, claimedAt));
          line.last = done.catch(() => undefined);
          await done;
        }
      } catch (error) {
        // The row stays leased. It is claimed again when the lease ends.
        this.#deps.log('worker-failed', { fault: error instanceof Error ? error.name : 'unknown' });
      } finally {
        line.count--;
        if (line.count === 0) this.#ofCase.delete(key);
        this.#underWay.delete(row.id);
        this.#wake();
      }
    };
    this.#ofCase.set(key, line);
    this.#underWay.set(row.id, Promise.resolve());
    this.#underWay.set(row.id, work());
  }

  async #deliverRow(row: OutboxRow, claimedAt: number): Promise<void> {
    const { clock, log } = this.#deps;
    let outcome: RowOutcome;
    try {
      outcome =
        clock.monotonic() - claimedAt > BEGIN_MS
          ? { state: 'wait', afterSeconds: 0, code: 'behind' }
          : await deliverEffect(row, this.#deps);
    } catch (error) {
      log('delivery-failed', {
        row: row.id,
        case: row.about,
        fault: error instanceof Error ? error.name : 'unknown',
      });
      outcome = { state: 'retry', afterSeconds: null, code: 'fault' };
    }
    await this.#settle(row, outcome);
  }

  async #settle(row: OutboxRow, outcome: RowOutcome): Promise<void> {
    const { clock, queue, chance, log } = this.#deps;
    const worker = this.#worker;
    const now = clock.now();
    const park = async (code: string) => {
      log('parked', { row: row.id, case: row.about, code });
      await queue.park(row.id, worker, now, code);
    };
    switch (outcome.state) {
      case 'done':
        await queue.done(row.id, worker);
        return;
      case 'park':
        return park(outcome.code);
      case 'wait':
        await queue.retry(row.id, worker, later(now, outcome.afterSeconds), outcome.code, false);
        return;
      case 'retry': {
        const isOld = later(row.createdAt, PARK_AFTER_HOURS * 3_600) < now;
        if (isOld && row.attempts >= PARK_AFTER_ATTEMPTS) return park(outcome.code);
        const seconds = outcome.afterSeconds ?? backOffSeconds(row.attempts, chance);
        const readyAt = later(now, Math.min(seconds, LONGEST_RETRY_SECONDS));
        await queue.retry(row.id, worker, readyAt, outcome.code);
        return;
      }
      default: {
        const never: never = outcome;
        return never;
      }
    }
  }
}

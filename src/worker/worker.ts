import type { Deps } from '../app/deps.ts';
import type { Ids, OutboxQueue, OutboxRow } from '../app/ports.ts';
import type { Reconciled } from '../app/reconcile.ts';
import { backOffSeconds, PARK_AFTER_ATTEMPTS, PARK_AFTER_HOURS } from './back-off.ts';
import { type DeliveryDeps, deliverEffect } from './deliver-effect.ts';
import { type HourlyReport, runHourlyJobs } from './hourly-jobs.ts';
import { keepClock, STEPS_AT_ONCE } from './keep-clock.ts';
import type { Outcome } from './send.ts';

export interface WorkerDeps extends DeliveryDeps, Pick<Deps, 'rosters'> {
  readonly queue: OutboxQueue;
  readonly ids: Ids;
  readonly chance: () => number;
  /** A fault, with ids and codes only. */
  readonly log: (event: string, fields: Readonly<Record<string, string | number>>) => void;
}

export interface Worker {
  start(): void;
  /** Something may have been put into the outbox. */
  wake(): void;
  /** Delivers everything that is ready and takes every step that is due; resolves when nothing is left to do now. */
  drain(): Promise<void>;
  /** What reconciliation has found and repaired since this worker was made. */
  repaired(): Reconciled;
  /** Ends after what is under way. */
  stop(): Promise<void>;
}

/** Seconds that a claimed row is this worker's own; after that, another may take it over. */
const LEASE_SECONDS = 60;
const AT_ONCE = 16;
const POLL_MILLISECONDS = 500;

function later(now: string, seconds: number): string {
  return new Date(Date.parse(now) + seconds * 1_000).toISOString();
}

/**
 * Delivers the outbox and keeps the promise clock. Any number of them may run over one store: rows are leased, and a
 * step of the clock is a change of the case's revision, so that each happens once.
 */
export function createWorker(deps: WorkerDeps): Worker {
  const name = deps.ids.id();
  let running: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let busy = false;
  let again = false;
  let stopped = true;
  let housekept: string | null = null;
  let repaired: Reconciled = { card: 0, crm: 0, owner: 0 };

  async function settle(row: OutboxRow, outcome: Outcome): Promise<void> {
    const now = deps.clock.now();
    switch (outcome.state) {
      case 'done':
        await deps.queue.done(row.id, name);
        return;
      case 'park':
        deps.log('parked', { row: row.id, case: row.caseId, code: outcome.code });
        await deps.queue.park(row.id, name, now, outcome.code);
        return;
      case 'retry': {
        if (row.attempts >= PARK_AFTER_ATTEMPTS && later(row.createdAt, PARK_AFTER_HOURS * 3_600) < now) {
          deps.log('parked', { row: row.id, case: row.caseId, code: outcome.code });
          await deps.queue.park(row.id, name, now, outcome.code);
          return;
        }
        const seconds = outcome.afterSeconds ?? backOffSeconds(row.attempts, deps.chance);
        await deps.queue.retry(row.id, name, later(now, seconds), outcome.code);
        return;
      }
      default: {
        const never: never = outcome;
        return never;
      }
    }
  }

  async function deliver(row: OutboxRow): Promise<void> {
    let outcome: Outcome;
    try {
      outcome = await deliverEffect(row, deps);
    } catch (error) {
      deps.log('delivery-failed', {
        row: row.id,
        case: row.caseId,
        fault: error instanceof Error ? error.name : 'unknown',
      });
      outcome = { state: 'retry', afterSeconds: null, code: 'fault' };
    }
    await settle(row, outcome);
  }

  async function deliverInOrder(rows: readonly OutboxRow[]): Promise<void> {
    for (const row of rows) await deliver(row);
  }

  /** The jobs of the hour, where an hour has passed since they last ran here. */
  async function keepHouse(): Promise<void> {
    const now = deps.clock.now();
    if (housekept !== null && now < later(housekept, 3_600) && now >= housekept) return;
    housekept = now;
    let report: HourlyReport;
    try {
      report = await runHourlyJobs(deps, now);
    } catch (error) {
      // What was not put in order waits for the next hour; deliveries do not.
      deps.log('hourly-failed', { fault: error instanceof Error ? error.name : 'unknown' });
      return;
    }
    const { card, crm, owner } = report;
    repaired = { card: repaired.card + card, crm: repaired.crm + crm, owner: repaired.owner + owner };
    if (Object.values(report).some((count) => count > 0)) deps.log('hourly', { ...report });
  }

  async function pass(): Promise<void> {
    await keepHouse();
    for (;;) {
      const steps = await keepClock(deps);
      const now = deps.clock.now();
      const rows = await deps.queue.claim(name, now, later(now, LEASE_SECONDS), AT_ONCE);
      if (rows.length === 0 && steps < STEPS_AT_ONCE) return;
      // One after the other within a case: what is told twice by different rows is then told once.
      const byCase = Map.groupBy(rows, ({ caseId }) => caseId);
      await Promise.all([...byCase.values()].map(deliverInOrder));
    }
  }

  async function work(): Promise<void> {
    if (busy) {
      again = true;
      return running;
    }
    busy = true;
    running = (async () => {
      try {
        do {
          again = false;
          await pass();
        } while (again && !stopped);
      } catch (error) {
        deps.log('worker-failed', { fault: error instanceof Error ? error.name : 'unknown' });
      } finally {
        busy = false;
      }
    })();
    return running;
  }

  return {
    start() {
      stopped = false;
      timer = setInterval(() => void work(), POLL_MILLISECONDS);
      timer.unref();
      void work();
    },
    wake() {
      if (!stopped) void work();
    },
    drain: work,
    repaired: () => repaired,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}

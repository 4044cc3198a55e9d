import { crmWithin, LIMITS, messengerWithin, within } from '../app/deadline.ts';
import type { Dependencies } from '../app/dependencies.ts';
import { createMessagePace, type MessagePace } from '../app/message-pace.ts';
import type { Ids } from '../app/ports/ids.ts';
import type { Reconciled } from '../app/reconcile.ts';
import { Deliveries, type RowDeps } from './deliver-rows.ts';
import { type HourlyReport, runHourlyJobs } from './hourly-jobs.ts';
import { keepClock, STEPS_AT_ONCE } from './keep-clock.ts';
import { createLoop } from './loop.ts';
import { createPeers } from './peers.ts';
import { createJumpRepair } from './undo-jumps.ts';

export interface WorkerDeps
  extends Omit<RowDeps, 'pace' | 'peers' | 'refused'>,
    Pick<Dependencies, 'rosters'> {
  readonly ids: Ids;
  /** Left out where this process sends alone. */
  readonly pace?: MessagePace | undefined;
}

/** The background work of one process. */
export interface Worker {
  start(): void;
  /** New rows may be in the outbox: look at once. */
  wake(): void;
  /** Delivers all ready rows and takes all due steps. Resolves when nothing is left to do now. */
  drain(): Promise<void>;
  /** What reconciliation has repaired since this worker was made. */
  repaired(): Reconciled;
  /** Stops: begins nothing more, and waits at most ten seconds for what is under way. */
  stop(): Promise<void>;
}

const POLL_MS = 500;
const HOUR_MS = 3_600_000;

/**
 * Runs three independent loops: delivering the outbox, keeping the clock of the promise, and the hourly jobs. Any
 * number of workers may share a store. Rows are leased, and a step of the clock changes the case's revision, so each
 * happens once.
 */
export function createWorker(given: WorkerDeps): Worker {
  const { clock, log, ids } = given;
  const deps: RowDeps = {
    ...given,
    crm: crmWithin(given.crm, { run: (most, work) => within(clock, most, work) }, LIMITS.call),
    messengers: new Map([...given.messengers].map(([name, one]) => [name, messengerWithin(one, clock)])),
    pace: given.pace ?? createMessagePace(clock),
    peers: createPeers(clock),
    refused: new Set(),
  };
  const deliveries = new Deliveries(deps, ids.id());
  const undoJumps = createJumpRepair(deps.queue, clock, log);
  const fault = (event: string) => (error: unknown) =>
    log(event, { fault: error instanceof Error ? error.name : 'unknown' });

  let callOff: (() => void) | undefined;
  let stopped = true;
  let housekept: number | null = null;
  let repaired: Reconciled = { card: 0, crm: 0, owner: 0 };

  /** Takes the due steps; none while the wall clock has jumped and is not trusted. */
  async function keepPromises(): Promise<number> {
    let all = 0;
    for (;;) {
      const steps = clock.steady() ? await keepClock(deps) : 0;
      all += steps;
      if (steps < STEPS_AT_ONCE) return all;
    }
  }

  /** Runs the hourly jobs if an hour has passed since they last ran in this worker. */
  async function keepHouse(): Promise<void> {
    await undoJumps();
    const monotonic = clock.monotonic();
    if (!clock.steady() || (housekept !== null && monotonic - housekept < HOUR_MS)) return;
    housekept = monotonic;
    let report: HourlyReport;
    try {
      report = await runHourlyJobs({ ...deps, rosters: given.rosters }, clock.now());
    } catch (error) {
      // The rest waits for the next hour.
      return fault('hourly-failed')(error);
    }
    const { card, crm, owner } = report;
    repaired = { card: repaired.card + card, crm: repaired.crm + crm, owner: repaired.owner + owner };
    if (Object.values(report).some((count) => count > 0)) log('hourly', { ...report });
  }

  const outbox = createLoop(async () => void (await deliveries.deliver()), fault('worker-failed'));
  const promises = createLoop(async () => void (await keepPromises()), fault('clock-failed'));
  const house = createLoop(keepHouse, fault('house-failed'));

  function work(): void {
    if (stopped) return;
    void promises.run();
    void house.run();
    deliveries.nudge();
    void outbox.run();
    callOff = clock.alarm(POLL_MS, work);
  }

  return {
    start() {
      stopped = false;
      work();
    },
    wake() {
      if (stopped) return;
      deliveries.nudge();
      void outbox.run();
    },
    async drain() {
      await house.run();
      await promises.run();
      await outbox.run();
    },
    repaired: () => repaired,
    async stop() {
      stopped = true;
      callOff?.();
      deliveries.stop();
      const ended = Promise.all([outbox.idle(), promises.idle(), house.idle()]);
      await within(clock, LIMITS.stop, () => ended);
    },
  };
}

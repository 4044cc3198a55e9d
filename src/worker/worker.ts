import { crmWithin, LIMITS, messengerWithin, within } from '../app/deadline.ts';
import type { Dependencies } from '../app/dependencies.ts';
import { createMessagePace, type MessagePace } from '../app/message-pace.ts';
import type { Ids } from '../app/ports/ids.ts';
import type { WebhookSender } from '../app/ports/webhook-sender.ts';
import type { Reconciled } from '../app/reconcile.ts';
import { createCrmStanding } from './crm-standing.ts';
import { Deliveries, type RowDeps } from './deliver-rows.ts';
import type { HourlyDeps } from './hourly-jobs.ts';
import { Housekeeping } from './housekeeping.ts';
import { keepClock, STEPS_AT_ONCE } from './keep-clock.ts';
import { CONTACTS_AT_ONCE, keepOutreach } from './keep-outreach.ts';
import { keepSettings } from './keep-settings.ts';
import { createLoop } from './loop.ts';
import { createPeers } from './peers.ts';
import { createCrmReading } from './read-crm.ts';

export interface WorkerDeps
  extends Omit<RowDeps, 'pace' | 'peers' | 'refused' | 'crmStanding' | 'webhooks'>,
    Pick<Dependencies, 'rosters' | 'settings' | 'proveSettings' | 'maskCpr'>,
    Pick<HourlyDeps, 'auditMonths'> {
  readonly ids: Ids;
  /** Left out where this process sends alone. */
  readonly pace?: MessagePace | undefined;
  /** Left out where nobody is told by webhook. */
  readonly webhooks?: WebhookSender | undefined;
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
  /** The CRM takes no record until its administrator has acted, so all of them wait. */
  crmDenied(): boolean;
  /** Stops: begins nothing more, and waits at most ten seconds for what is under way. */
  stop(): Promise<void>;
}

const POLL_MS = 500;

/** Takes the due steps; none while the wall clock has jumped and is not trusted. */
async function keepPromises(deps: RowDeps & Pick<WorkerDeps, 'settings' | 'proveSettings'>): Promise<void> {
  for (;;) {
    const isSteady = deps.clock.steady();
    if (isSteady) await keepSettings(deps);
    const steps = isSteady ? await keepClock(deps) : 0;
    const windows = isSteady ? await keepOutreach(deps) : 0;
    if (steps < STEPS_AT_ONCE && windows < CONTACTS_AT_ONCE) return;
  }
}

/**
 * Runs four independent loops: delivering the outbox, keeping the clock of the promise, reading the CRM, and the hourly jobs. Any
 * number of workers may share a store. Rows are leased, and a step of the clock changes the case's revision, so each
 * happens once.
 */
export function createWorker(given: WorkerDeps): Worker {
  const { clock, log, ids } = given;
  const deps: RowDeps & Omit<WorkerDeps, 'webhooks'> = {
    ...given,
    crm: crmWithin(given.crm, { run: (most, work) => within(clock, most, work) }, LIMITS.call),
    messengers: new Map([...given.messengers].map(([name, one]) => [name, messengerWithin(one, clock)])),
    pace: given.pace ?? createMessagePace(clock),
    peers: createPeers(clock),
    crmStanding: createCrmStanding(log),
    webhooks: given.webhooks ?? null,
    refused: new Set(),
  };
  const deliveries = new Deliveries(deps, ids.id());
  const housekeeping = new Housekeeping({ ...deps, rosters: given.rosters, auditMonths: given.auditMonths });
  const fault = (event: string) => (error: unknown) =>
    log(event, { fault: error instanceof Error ? error.name : 'unknown' });

  let callOff: (() => void) | undefined;
  let stopped = true;

  const outbox = createLoop(async () => void (await deliveries.deliver()), fault('worker-failed'));
  const promises = createLoop(() => keepPromises(deps), fault('clock-failed'));
  const readCrm = createCrmReading({ ...deps, maskCpr: given.maskCpr });
  const reading = createLoop(readCrm, fault('crm-read-failed'));
  const house = createLoop(() => housekeeping.run(), fault('house-failed'));

  function work(): void {
    if (stopped) return;
    void promises.run();
    void house.run();
    void reading.run();
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
      await reading.run();
      await outbox.run();
    },
    repaired: () => housekeeping.repaired,
    crmDenied: () => deps.crmStanding.isDenied,
    async stop() {
      stopped = true;
      callOff?.();
      deliveries.stop();
      const ended = Promise.all([outbox.idle(), promises.idle(), house.idle(), reading.idle()]);
      await within(clock, LIMITS.stop, () => ended);
    },
  };
}

import type { Dependencies } from '../app/dependencies.ts';
import type { Reconciled } from '../app/reconcile.ts';
import { putOverviews } from './daily-overviews.ts';
import type { RowDeps } from './deliver-rows.ts';
import { type HourlyDeps, type HourlyReport, runHourlyJobs } from './hourly-jobs.ts';
import { putDigests } from './monthly-digests.ts';
import { createJumpRepair } from './undo-jumps.ts';

const HOUR_MS = 3_600_000;
/** How often it is looked whether an office has opened. */
const OVERVIEWS_MS = 60_000;

export interface HousekeepingDeps
  extends RowDeps,
    Pick<Dependencies, 'rosters'>,
    Pick<HourlyDeps, 'auditMonths'> {}

/** The housekeeping of one worker: the repair of rows after a clock jump, and the hourly jobs. */
export class Housekeeping {
  readonly #deps: HousekeepingDeps;
  readonly #undoJumps: () => Promise<void>;
  /** When the hourly jobs last began, in milliseconds of the monotonic clock. */
  #ranAt: number | null = null;
  /** When the overviews were last looked at, in milliseconds of the monotonic clock. */
  #overviewsAt: number | null = null;
  #repaired: Reconciled = { card: 0, crm: 0, owner: 0 };

  constructor(deps: HousekeepingDeps) {
    this.#deps = deps;
    this.#undoJumps = createJumpRepair(deps.queue, deps.clock, deps.log);
  }

  /** What reconciliation has repaired so far. */
  get repaired(): Reconciled {
    return this.#repaired;
  }

  /** Repairs rows after a clock jump. Runs the hourly jobs if an hour has passed since they last ran in this worker. */
  async run(): Promise<void> {
    const { clock, log } = this.#deps;
    await this.#undoJumps();
    const monotonic = clock.monotonic();
    await this.#sendOverviews(monotonic);
    if (!clock.steady() || (this.#ranAt !== null && monotonic - this.#ranAt < HOUR_MS)) return;
    this.#ranAt = monotonic;
    let report: HourlyReport;
    try {
      report = await runHourlyJobs(this.#deps, clock.now());
    } catch (error) {
      // The rest waits for the next hour.
      log('hourly-failed', { fault: error instanceof Error ? error.name : 'unknown' });
      return;
    }
    const { card, crm, owner } = this.#repaired;
    this.#repaired = {
      card: card + report.card,
      crm: crm + report.crm,
      owner: owner + report.owner,
    };
    if (Object.values(report).some((count) => count > 0)) log('hourly', { ...report });
  }

  async #sendOverviews(monotonic: number): Promise<void> {
    const { clock, log } = this.#deps;
    if (!clock.steady() || (this.#overviewsAt !== null && monotonic - this.#overviewsAt < OVERVIEWS_MS))
      return;
    this.#overviewsAt = monotonic;
    try {
      const count = await putOverviews(this.#deps, clock.now());
      if (count > 0) log('overviews', { count });
      const digests = await putDigests(this.#deps, clock.now());
      if (digests > 0) log('digests', { count: digests });
    } catch (error) {
      log('overviews-failed', { fault: error instanceof Error ? error.name : 'unknown' });
    }
  }
}

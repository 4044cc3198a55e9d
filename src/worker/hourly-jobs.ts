import { confirmMembers, type MembersReport } from '../app/confirm-members.ts';
import type { Dependencies } from '../app/dependencies.ts';
import { keepRetention } from '../app/erase-cases.ts';
import { deleteEndedDrafts, expireDrafts } from '../app/expire-drafts.ts';
import { type Reconciled, reconcile } from '../app/reconcile.ts';
import { addElapsed } from '../core/promise/clock.ts';

/** Days that a delivery is remembered: platforms repeat theirs within minutes. */
const INBOX_DAYS = 7;

/** What one round of the hourly jobs did. */
export interface HourlyReport extends Reconciled, MembersReport {
  readonly draftsExpired: number;
  readonly draftsDeleted: number;
  readonly casesErased: number;
  readonly deliveriesForgotten: number;
  /** Messages that were put aside about cases that have ended since. */
  readonly noticesDropped: number;
}

/**
 * What is put in order every hour. Each of it finds only what is left to do, so that it may run at any time, twice, or
 * in several workers at once.
 */
export async function runHourlyJobs(
  deps: Pick<Dependencies, 'unitOfWork' | 'calendar' | 'rosters'>,
  now: string,
): Promise<HourlyReport> {
  const draftsExpired = await expireDrafts(deps, now);
  const draftsDeleted = await deleteEndedDrafts(deps, now);
  const casesErased = await keepRetention(deps, now);
  const rest = await deps.unitOfWork.run(async (stores) => ({
    deliveriesForgotten: await stores.inbox.forgetBefore(addElapsed(now, -INBOX_DAYS * 24)),
    noticesDropped: await stores.outbox.dropEnded(),
  }));
  const reconciled = await reconcile(deps, now);
  return {
    draftsExpired,
    draftsDeleted,
    casesErased,
    ...rest,
    ...reconciled,
    ...(await confirmMembers(deps, now)),
  };
}

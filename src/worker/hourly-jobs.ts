import { forgetAbsences } from '../app/absences.ts';
import { askUptake } from '../app/advisers/ask-uptake.ts';
import { confirmMembers, type MembersReport } from '../app/confirm-members.ts';
import type { Dependencies } from '../app/dependencies.ts';
import { keepRetention } from '../app/erase-cases.ts';
import { deleteEndedDrafts, expireDrafts } from '../app/expire-drafts.ts';
import { scheduleFollowUps } from '../app/follow-up-steps.ts';
import { forgetHeldLines } from '../app/held-line.ts';
import { keepOutreachRetention } from '../app/outreach/erase-outreach.ts';
import { type Reconciled, reconcile } from '../app/reconcile.ts';
import { AUDIT_MONTHS } from '../core/audit.ts';
import { monthsBefore } from '../core/case/retention.ts';
import { danishDate } from '../core/danish-date.ts';
import { addElapsed } from '../core/promise/clock.ts';

/** Days that the inbox remembers a delivery: platforms repeat theirs within minutes. */
const INBOX_DAYS = 7;

/** Days that an answer of the API is given again to a repeated request. */
const ANSWER_DAYS = 30;

/** The result of one round of the hourly jobs. */
export interface HourlyReport extends Reconciled, MembersReport {
  readonly draftsExpired: number;
  readonly draftsDeleted: number;
  readonly casesErased: number;
  readonly auditForgotten: number;
  readonly outreachErased: number;
  /** People asked whether a company used the adviser that they referred it to. */
  readonly uptakeAsked: number;
  /** Follow-ups of an earlier version that the clock did not know. */
  readonly followUpsScheduled: number;
  readonly deliveriesForgotten: number;
  readonly apiAnswersForgotten: number;
  /** Parked messages dropped because their case has ended. */
  readonly noticesDropped: number;
}

export interface HourlyDeps extends Pick<Dependencies, 'unitOfWork' | 'calendar' | 'rosters'> {
  /** Months for which a line of the audit is kept. */
  readonly auditMonths?: number | undefined;
}

/**
 * The hourly jobs. Each only works on what is left to do, so it may run at any time, twice, or in several workers at
 * once.
 */
export async function runHourlyJobs(deps: HourlyDeps, now: string): Promise<HourlyReport> {
  const draftsExpired = await expireDrafts(deps, now);
  const draftsDeleted = await deleteEndedDrafts(deps, now);
  await forgetHeldLines(deps, now);
  await forgetAbsences(deps, now);
  const casesErased = await keepRetention(deps, now);
  const auditLimit = monthsBefore(`${danishDate(now)}T00:00:00.000Z`, deps.auditMonths ?? AUDIT_MONTHS);
  const outreachErased = await keepOutreachRetention(deps, now);
  const uptakeAsked = await askUptake(deps, now);
  const rest = await deps.unitOfWork.run(async (stores) => ({
    auditForgotten:
      (await stores.audit.forgetBefore(auditLimit)) + (await stores.advisers.forgetBefore(auditLimit)),
    deliveriesForgotten: await stores.inbox.forgetBefore(addElapsed(now, -INBOX_DAYS * 24)),
    apiAnswersForgotten: await stores.api.forgetAnswersBefore(addElapsed(now, -ANSWER_DAYS * 24)),
    noticesDropped: await stores.outbox.dropEnded(),
  }));
  const followUpsScheduled = await scheduleFollowUps(deps);
  const reconciled = await reconcile(deps, now);
  return {
    draftsExpired,
    draftsDeleted,
    casesErased,
    outreachErased,
    uptakeAsked,
    followUpsScheduled,
    ...rest,
    ...reconciled,
    ...(await confirmMembers(deps, now)),
  };
}

import type { Promise48 } from '../case/case.ts';
import type { ActorRef } from '../person.ts';
import type { AnswerForm } from '../vocabulary.ts';
import type { WorkingCalendar } from './working-calendar.ts';

const HOUR = 3_600_000;

/** The instant that many elapsed hours later. */
export function addElapsed(from: string, hours: number): string {
  return new Date(Date.parse(from) + hours * HOUR).toISOString();
}

/** The next instant, one millisecond later. */
export function justAfter(instant: string): string {
  return new Date(Date.parse(instant) + 1).toISOString();
}

/** Elapsed hours between two instants; 0 where `to` is not after `from`. */
export function elapsedBetween(from: string, to: string): number {
  return Math.max(0, Date.parse(to) - Date.parse(from)) / HOUR;
}

/**
 * Starts the promise at the company's first contact. `hours` comes from triage (A15); `reading` is the municipality's
 * choice for due times. The elapsed figure is stored for every case (domain D-10).
 */
export function startPromise(
  contactedAt: string,
  hours: number,
  reading: Promise48['reading'],
  calendar: WorkingCalendar,
): Promise48 {
  const reportedDueAt = addElapsed(contactedAt, hours);
  return {
    contactedAt,
    hours,
    reading,
    dueAt: reading === 'working' ? calendar.addHours(contactedAt, hours) : reportedDueAt,
    reportedDueAt,
    answeredAt: null,
    broken: false,
  };
}

/** The instant at which a share of the promise is used up, by the reading that drives it. */
export function instantOfShare(promise: Promise48, share: number, calendar: WorkingCalendar): string {
  const hours = promise.hours * share;
  return promise.reading === 'working'
    ? calendar.addHours(promise.contactedAt, hours)
    : addElapsed(promise.contactedAt, hours);
}

/** The promise after a person gave the company a real answer. A broken promise stays broken. */
export function answerPromise(
  promise: Promise48,
  answeredAt: string,
  answeredBy: ActorRef,
  how?: AnswerForm,
): Promise48 {
  if (promise.answeredAt !== null) return promise;
  const broken = promise.broken || answeredAt > promise.dueAt;
  return { ...promise, answeredAt, answeredBy, ...(how && { how }), broken };
}

/** Both figures of the promise at a moment, computed from the promise alone. */
export interface PromiseFigures {
  /** Hours used by the reading that drives due times. */
  readonly workingHours: number;
  /** Hours elapsed on the clock: the reported figure. */
  readonly elapsedHours: number;
  readonly share: number;
  readonly late: boolean;
  readonly reportedLate: boolean;
  /** Hours after the due time, by the reading that drives it; 0 while it holds. */
  readonly lateByHours: number;
}

/** The figures at `now`. An answered promise stands still at its answer. */
export function figuresAt(promise: Promise48, calendar: WorkingCalendar, now: string): PromiseFigures {
  const end = promise.answeredAt !== null && promise.answeredAt < now ? promise.answeredAt : now;
  const elapsedHours = elapsedBetween(promise.contactedAt, end);
  const workingHours =
    promise.reading === 'working' ? calendar.hoursBetween(promise.contactedAt, end) : elapsedHours;
  const late = end > promise.dueAt;
  return {
    workingHours,
    elapsedHours,
    share: workingHours / promise.hours,
    late,
    reportedLate: end > promise.reportedDueAt,
    lateByHours: late
      ? promise.reading === 'working'
        ? calendar.hoursBetween(promise.dueAt, end)
        : elapsedBetween(promise.dueAt, end)
      : 0,
  };
}

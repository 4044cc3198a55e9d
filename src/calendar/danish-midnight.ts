import { DateTime } from 'luxon';

/** The instant at which a date (ISO) begins in Denmark, or the date `days` later. */
export function danishMidnight(date: string, days = 0): string {
  const midnight = DateTime.fromISO(date, { zone: 'Europe/Copenhagen' }).plus({ days });
  return new Date(midnight.toMillis()).toISOString();
}

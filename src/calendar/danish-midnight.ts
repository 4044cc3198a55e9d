import { DateTime } from 'luxon';

/** The instant at which a date (ISO) begins in Denmark; `days` later where that is asked. */
export function danishMidnight(date: string, days = 0): string {
  const midnight = DateTime.fromISO(date, { zone: 'Europe/Copenhagen' }).plus({ days });
  return new Date(midnight.toMillis()).toISOString();
}

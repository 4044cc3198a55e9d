const copenhagen = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' });

/**
 * The Danish calendar date of an instant (ISO). It differs from the UTC date during the first one or two hours of a
 * day.
 */
export function danishDate(instant: string): string {
  return copenhagen.format(new Date(instant));
}

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Copenhagen',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** The Danish date and time of an instant (ISO): `2026-11-20 10:00:00`. */
export function danishTime(instant: string): string {
  return clock.format(new Date(instant));
}

const HOUR = 3_600_000;

/**
 * The instant of a date (ISO) and time (`09:30`) in Denmark. A time skipped by summer time is an hour later; of one
 * that occurs twice, the first counts.
 */
export function danishInstant(date: string, time: string): string {
  const shown = `${date} ${time}:00`;
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  const summer = new Date(asUtc - 2 * HOUR);
  return (clock.format(summer) === shown ? summer : new Date(asUtc - HOUR)).toISOString();
}

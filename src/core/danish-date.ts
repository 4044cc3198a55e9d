const copenhagen = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' });

/** The calendar date in Denmark at an instant, ISO: from midnight to one or two o'clock it is not the UTC date. */
export function danishDate(instant: string): string {
  return copenhagen.format(new Date(instant));
}

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Copenhagen',
  dateStyle: 'short',
  timeStyle: 'medium',
});

const HOUR = 3_600_000;

/**
 * The instant at which clocks in Denmark show a date (ISO) and time (`09:30`). A time that the change to summer time leaves
 * out is an hour later; of one that comes twice, the first.
 */
export function danishInstant(date: string, time: string): string {
  const shown = `${date} ${time}:00`;
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  const summer = new Date(asUtc - 2 * HOUR);
  return (clock.format(summer) === shown ? summer : new Date(asUtc - HOUR)).toISOString();
}

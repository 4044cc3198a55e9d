const copenhagen = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' });

/** The calendar date in Denmark at an instant, ISO: from midnight to one or two o'clock it is not the UTC date. */
export function danishDate(instant: string): string {
  return copenhagen.format(new Date(instant));
}

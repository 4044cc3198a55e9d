/**
 * Danish working time (handover.md, "The promise"): 24 hours per working day; weekends and public holidays do not
 * count. Instants are ISO text in UTC.
 */
export interface WorkingCalendar {
  /** The instant at which that many working hours have passed since `from`. */
  addHours(from: string, hours: number): string;
  /** Working hours between two instants; 0 where `to` is not after `from`. */
  hoursBetween(from: string, to: string): number;
  /** The instant itself within office hours, else the next opening of offices. */
  nextOfficeHour(instant: string): string;
}

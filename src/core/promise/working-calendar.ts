import type { OrganisationId } from '../organisation.ts';

/**
 * Danish working time (handover.md, "The promise"): 24 hours per working day; weekends and public holidays do not
 * count. Instants are ISO text in UTC.
 */
export interface WorkingCalendar {
  /** The instant at which that many working hours have passed since `from`. */
  addHours(from: string, hours: number): string;
  /** Working hours between two instants; 0 where `to` is not after `from`. */
  hoursBetween(from: string, to: string): number;
  /** The instant itself where the office is open, else its next opening. Without an office: Mon-Fri 8-16. */
  nextOfficeHour(instant: string, office?: OrganisationId): string;
  /** The instant itself where the office is open or just closing, else its last closing before. */
  lastOfficeHour(instant: string, office?: OrganisationId): string;
}

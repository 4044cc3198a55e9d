import { danishInstant } from '../core/danish-date.ts';
import type { OrganisationId } from '../core/organisation.ts';
import type { WorkingCalendar } from '../core/promise/working-calendar.ts';

/** When an office opens for the first time from a Danish date on. */
export function firstOpening(date: string, office: OrganisationId, calendar: WorkingCalendar): string {
  return calendar.nextOfficeHour(danishInstant(date, '00:00'), office);
}

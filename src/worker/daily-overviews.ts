import type { Dependencies } from '../app/dependencies.ts';
import { isAway } from '../core/absence.ts';
import { danishDate } from '../core/danish-date.ts';
import type { OrganisationId } from '../core/organisation.ts';
import { addElapsed } from '../core/promise/clock.ts';
import type { WorkingCalendar } from '../core/promise/working-calendar.ts';
import { firstOpening } from './first-opening.ts';

/** Hours after an office's opening within which its overview still goes. The job is hourly, and may come late. */
const LATEST_HOURS = 2;

/** The day (ISO) whose overview is due at an office: it opened within the last hours. Undefined otherwise. */
function dayDue(office: OrganisationId, calendar: WorkingCalendar, now: string): string | undefined {
  const date = danishDate(now);
  const opens = firstOpening(date, office, calendar);
  return danishDate(opens) === date && opens <= now && now < addElapsed(opens, LATEST_HOURS)
    ? date
    : undefined;
}

/**
 * Puts the day's overview of each office that has opened into the outbox, for each of its coordinators who wants it. The
 * inbox remembers it, so that each gets one a day, whatever is restarted and however many processes there are. Returns how
 * many were put there.
 */
export async function putOverviews(
  deps: Pick<Dependencies, 'unitOfWork' | 'calendar'>,
  now: string,
): Promise<number> {
  const everybody = await deps.unitOfWork.read((stores) => stores.people.all());
  const due = everybody.flatMap(({ id, memberships }) =>
    memberships.flatMap(({ organisation, roles }) => {
      const date = roles.includes('coordinator') ? dayDue(organisation, deps.calendar, now) : undefined;
      return date === undefined ? [] : [{ person: id, organisation, date }];
    }),
  );
  if (due.length === 0) return 0;
  return deps.unitOfWork.run(async (stores) => {
    let count = 0;
    for (const { person, organisation, date } of due) {
      if (await stores.people.overviewIsOff(person)) continue;
      if (isAway(await stores.people.absenceOf(person), date)) continue;
      if (!(await stores.inbox.record(`overview:${date}:${organisation}:${person}`, now))) continue;
      await stores.outbox.add(person, [{ kind: 'overview.person', person, organisation }], now);
      count++;
    }
    return count;
  });
}

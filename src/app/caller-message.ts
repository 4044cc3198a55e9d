import type { CallerMessage } from '../core/answer.ts';
import type { OrganisationId } from '../core/organisation.ts';
import type { WorkingCalendar } from '../core/promise/working-calendar.ts';
import type { Dependencies } from './dependencies.ts';
import type { ReadStores } from './ports/unit-of-work.ts';

/**
 * The moment to promise a caller: the due time, or where the office is closed then, its last closing before. Never
 * before `now`, so that after the last closing it is the due time again; null once that has passed.
 */
function promisedBy(
  dueAt: string,
  office: OrganisationId,
  calendar: WorkingCalendar,
  now: string,
): string | null {
  if (dueAt <= now) return null;
  const lastOpen = calendar.lastOfficeHour(dueAt, office);
  return lastOpen > now ? lastOpen : dueAt;
}

/** Who of an office hears of a case: its channel, else its coordinators whom the bot can write to, else nobody. */
export async function reachOf(office: OrganisationId, stores: ReadStores): Promise<CallerMessage['reach']> {
  if ((await stores.bindings.ofOrganisation(office)).length > 0) return 'channel';
  for (const { id, identities } of await stores.people.coordinators(office)) {
    // In Slack a person's id is the address of their chat.
    if (identities.some((identity) => identity.startsWith('slack:'))) return 'coordinators';
    if (await stores.people.conversationOf(id)) return 'coordinators';
  }
  return 'nobody';
}

/** What to tell a caller about the office that answers by `dueAt`. */
export async function callerMessage(
  office: OrganisationId,
  dueAt: string,
  { calendar, officeOf }: Pick<Dependencies, 'calendar' | 'officeOf'>,
  stores: ReadStores,
  now: string,
): Promise<CallerMessage> {
  return {
    office: officeOf(office),
    by: promisedBy(dueAt, office, calendar, now),
    reach: await reachOf(office, stores),
  };
}

import type { CaseContext } from '../core/case/case-change.ts';
import type { OrganisationId } from '../core/organisation.ts';
import type { ActorRef, Person } from '../core/person.ts';
import type { Dependencies } from './dependencies.ts';

/** The context in which a verb on a case is decided. `members`: those of the case's owner, for a verb that names a colleague. */
export function caseContext(
  deps: Pick<Dependencies, 'calendar' | 'settingsOf'>,
  now: string,
  members: readonly Person[] = [],
): CaseContext {
  return {
    now,
    calendar: deps.calendar,
    settingsOf: deps.settingsOf,
    memberOf: (organisation, typed) => findMember(members, organisation, typed),
  };
}

function findMember(
  members: readonly Person[],
  organisation: OrganisationId,
  typed: string,
): ActorRef | undefined {
  const wanted = typed.trim().replace(/^@/, '').toLowerCase();
  const byId = members.find(({ id }) => id === typed.trim());
  const named = members.filter(({ name }) => name.toLowerCase() === wanted);
  const first = members.filter(({ name }) => name.toLowerCase().split(/\s+/).includes(wanted));
  const found = byId ?? (named.length === 1 ? named[0] : first.length === 1 ? first[0] : undefined);
  return found && { person: found.id, name: found.name, organisation };
}

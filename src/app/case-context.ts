import type { CaseContext } from '../core/case/case-change.ts';
import type { Person } from '../core/person.ts';
import type { Dependencies } from './dependencies.ts';
import { namedPerson } from './named-person.ts';

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
    memberOf(organisation, typed) {
      const found =
        members.find(({ identities }) => identities.includes(typed)) ??
        namedPerson(members, typed, (member) => member);
      if (!found) return undefined;
      const roles = found.memberships.find((one) => one.organisation === organisation)?.roles ?? [];
      return { person: found.id, name: found.name, organisation, roles };
    },
  };
}

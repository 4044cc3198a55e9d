import type { Case } from '../../src/core/case/case.ts';
import type { OrganisationId } from '../../src/core/organisation.ts';

/** What a closing that was undone said, as the next closing's form shows it. */

/** Who was to follow up, as the form's choice; undefined where nobody said. */
export function followUpAgain({ owner, retracted }: Case): OrganisationId | 'us' | 'none' | undefined {
  if (retracted?.noFollowUp) return 'none';
  return retracted?.followUpBy === owner ? 'us' : (retracted?.followUpBy ?? undefined);
}

/** The hours of all services together, as they are typed. */
export function hoursAgain({ again: { services: given = [] } = {} }: NonNullable<Case['retracted']>): string {
  const sum = given.reduce((hours, one) => hours + (one.hours ?? 0), 0);
  return sum === 0 ? '' : String(sum).replace('.', ',');
}

import { houseOf, municipalityOf, type OrganisationId, parseOrganisation } from '../organisation.ts';
import type { SettingKey } from '../triage/settings.ts';
import type { SettingChange, SettingValue } from './change.ts';
import { needsConsent } from './table.ts';

/** A value that a setting shall have, and what holds now. */
interface Wanted {
  readonly organisation: OrganisationId;
  readonly key: SettingKey;
  readonly before: SettingValue;
  /** Null: set back. `otherwise` holds then. */
  readonly after: SettingValue;
  readonly otherwise: SettingValue;
}

/**
 * Whose coordinators must agree to a change, in the order in which they are asked; empty where nobody need. Of `operator`
 * these are the offices that get or lose the municipality's tasks (also those that were to get them, by an agreed change
 * that begins later); of other settings the Erhvervshus. The office that makes the change has agreed by making it.
 */
export function mustAgree(
  { organisation, key, before, after, otherwise }: Wanted,
  changes: readonly SettingChange[],
  day: string,
): readonly OrganisationId[] {
  const municipality = municipalityOf(organisation);
  if (!needsConsent(key) || municipality === undefined) return [];
  if (key !== 'operator') return [houseOf(municipality)];
  const later = changes.filter(
    (one) =>
      one.organisation === organisation && one.key === key && one.state === 'agreed' && one.validFrom > day,
  );
  const offices = [after ?? otherwise, before, ...later.map((one) => one.after)].flatMap(
    (office) => parseOrganisation(String(office ?? '')) ?? [],
  );
  return [...new Set(offices)].filter((office) => office !== organisation);
}

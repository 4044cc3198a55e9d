import { houseOf, municipalityOf, type OrganisationId, officeServing } from '../../core/organisation.ts';
import type { NamedPerson, Person } from '../../core/person.ts';
import { ok, type Result, refuse } from '../../core/result.ts';
import { SETTINGS } from '../../core/settings/table.ts';
import type { SettingsLookup } from '../../core/triage/settings.ts';
import { namedPerson } from '../named-person.ts';
import type { ReadStores } from '../ports/unit-of-work.ts';
import type { WantedSetting } from './check-change.ts';

/** The colleagues of organisations who may act. */
async function colleaguesOf(
  organisations: readonly OrganisationId[],
  stores: Pick<ReadStores, 'people'>,
): Promise<readonly Person[]> {
  const all = await Promise.all(organisations.map((one) => stores.people.membersOf(one)));
  return all.flatMap((members, at) =>
    members.filter(({ memberships }) =>
      memberships.some(
        ({ organisation, roles }) =>
          organisation === organisations[at] && roles.some((role) => role !== 'auditor'),
      ),
    ),
  );
}

/**
 * A wanted setting with the people that it names as the directory knows them: of both sides of the municipality, or of its
 * Erhvervshus. Other settings stay as they are. Refuses `unknown-setting-person` for a name that nobody there has, or several.
 */
export async function withPeople(
  wanted: WantedSetting,
  stores: Pick<ReadStores, 'people'>,
  settingsOf: SettingsLookup,
): Promise<Result<WantedSetting, 'unknown-setting-person'>> {
  const { key, after, organisation } = wanted;
  const { kind } = SETTINGS[key].input;
  const municipality = municipalityOf(organisation);
  if (after === null || municipality === undefined) return ok(wanted);
  if (kind !== 'people' && kind !== 'house-person') return ok(wanted);
  const house = houseOf(municipality);
  const office = officeServing(municipality, settingsOf(municipality));
  const colleagues = await colleaguesOf(kind === 'people' ? [office, house] : [house], stores);
  const named = (kind === 'people' ? after : [after]) as readonly NamedPerson[];
  const found: NamedPerson[] = [];
  for (const { person: typed } of named) {
    const one = namedPerson(colleagues, typed, ({ id, name }) => ({ id, name }));
    const among = kind === 'people' ? 'both' : 'house';
    if (!one)
      return refuse('unknown-setting-person', { typed: typed.slice(0, 60), organisation: house, among });
    if (!found.some(({ person }) => person === one.id)) found.push({ person: one.id, name: one.name });
  }
  const [first] = found;
  return ok({ ...wanted, after: kind === 'people' ? found : (first ?? null) });
}

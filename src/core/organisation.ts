import { findMunicipality, MUNICIPALITIES, type MunicipalityCode } from './municipalities.ts';
import type { OwnerActor } from './vocabulary.ts';

/** The six Erhvervshuse (R19). */
export const HOUSES = [
  { id: 'ehm-hovedstaden', name: 'Erhvervshus Hovedstaden' },
  { id: 'ehm-sjaelland', name: 'Erhvervshus Sjælland' },
  { id: 'ehm-fyn', name: 'Erhvervshus Fyn' },
  { id: 'ehm-sydjylland', name: 'Erhvervshus Sydjylland' },
  { id: 'ehm-midtjylland', name: 'Erhvervshus Midtjylland' },
  { id: 'ehm-nordjylland', name: 'Erhvervshus Nordjylland' },
] as const;
export type HouseId = (typeof HOUSES)[number]['id'];
export type LesId = `les-${MunicipalityCode}`;

/** An organisation that can own a case: a municipality's local business service (`les-791`) or an Erhvervshus. */
export type OrganisationId = LesId | HouseId;

const houseById: ReadonlyMap<string, (typeof HOUSES)[number]> = new Map(HOUSES.map((h) => [h.id, h]));

/** The text as an organisation id. Undefined where no such organisation exists. */
export function parseOrganisation(text: string): OrganisationId | undefined {
  if (houseById.has(text)) return text as HouseId;
  const municipality = text.startsWith('les-') ? findMunicipality(text.slice(4)) : undefined;
  return municipality && `les-${municipality.code}`;
}

/** The local business service of a municipality. */
export function lesOf(municipality: MunicipalityCode): LesId {
  return `les-${municipality}`;
}

/** The office that serves a municipality: its own, or the one that it shares with others (`operator`). */
export function officeServing(
  municipality: MunicipalityCode,
  { operator }: { readonly operator: LesId | null },
): LesId {
  return operator ?? lesOf(municipality);
}

/** Every organisation that can own a case. */
export const ORGANISATIONS: readonly OrganisationId[] = [
  ...HOUSES.map(({ id }) => id),
  ...MUNICIPALITIES.map(({ code }) => lesOf(code)),
];

/** The Erhvervshus of a municipality (R19 Annex 1). */
export function houseOf(municipality: MunicipalityCode): HouseId {
  const found = findMunicipality(municipality);
  if (!found) throw new Error(`No municipality ${municipality}`);
  return found.house;
}

/** The level that an organisation belongs to. */
export function actorOf(organisation: OrganisationId): Exclude<OwnerActor, 'digital'> {
  return organisation.startsWith('les-') ? 'les' : 'ehm';
}

/** The municipality an office serves; undefined for an Erhvervshus. */
export function municipalityOf(organisation: OrganisationId): MunicipalityCode | undefined {
  return organisation.startsWith('les-') ? findMunicipality(organisation.slice(4))?.code : undefined;
}

/** Who meets in a dialogue meeting: an office and its Erhvervshus; of an Erhvervshus, which has many, itself alone. */
export function dialogueSides(organisation: OrganisationId): readonly OrganisationId[] {
  const home = municipalityOf(organisation);
  return home === undefined ? [organisation] : [organisation, houseOf(home)];
}

/** The organisation's name by its kind and place: `LES Viborg`, `Erhvervshus Midtjylland`. */
export function standardName(organisation: OrganisationId): string {
  const house = houseById.get(organisation);
  return house ? house.name : `LES ${findMunicipality(organisation.slice(4))?.name ?? organisation}`;
}

let nameOf: (organisation: OrganisationId) => string = standardName;

/**
 * Sets the names that `organisationName` gives, for the whole process: every card and sentence names an office by its
 * settings.
 */
export function nameOrganisations(names: (organisation: OrganisationId) => string): void {
  nameOf = names;
}

/** The organisation's proper name (the same in both languages), by its settings where the service has read them. */
export function organisationName(organisation: OrganisationId): string {
  return nameOf(organisation);
}

import type { MunicipalityCode } from '../municipalities.ts';
import { houseOf, type OrganisationId, officeServing } from '../organisation.ts';
import type { Actor, NamedPerson } from '../person.ts';
import type { SettingsLookup } from '../triage/settings.ts';
import type { Case } from './case.ts';
import { mayAct } from './relation.ts';

/** What a municipality has agreed about people and priorities, as the cards of its cases tell it. */

/** Who of the Erhvervshus the office turns to, and what the municipality puts first. */
export interface LocalNotes {
  /** Null: none is named, or the reader is not of the office. */
  readonly houseContact: NamedPerson | null;
  readonly priorities: readonly string[];
}

/**
 * What a card of the municipality's case tells an organisation's people: the priorities both sides, the contact the office
 * alone. Undefined for anybody else, and where nothing is agreed.
 */
export function localNotes(
  municipality: MunicipalityCode | undefined,
  reader: OrganisationId,
  settingsOf: SettingsLookup,
): LocalNotes | undefined {
  if (municipality === undefined) return undefined;
  const settings = settingsOf(municipality);
  const isOffice = reader === officeServing(municipality, settings);
  if (!isOffice && reader !== houseOf(municipality)) return undefined;
  const { priorities } = settings;
  const houseContact = isOffice ? settings.houseContact : null;
  return houseContact === null && priorities.length === 0 ? undefined : { houseContact, priorities };
}

/** The people who settle the case's grey zone beside the coordinators. */
export function greyZoneContacts(
  { values: { municipality } }: Case,
  settingsOf: SettingsLookup,
): readonly NamedPerson[] {
  return municipality === undefined ? [] : settingsOf(municipality).greyZoneContacts;
}

/** Whether the person is one of them, and may act. */
export function isGreyZoneContact(kase: Case, by: Actor, settingsOf: SettingsLookup): boolean {
  return mayAct(by) && greyZoneContacts(kase, settingsOf).some(({ person }) => person === by.person);
}

/**
 * The person of the Erhvervshus who is asked first, where the municipality's office asks about a case that the house has
 * sent it. Undefined where none is named, or others ask each other.
 */
export function askedFirst(
  { owner, values: { municipality } }: Case,
  asker: OrganisationId,
  settingsOf: SettingsLookup,
): NamedPerson | undefined {
  if (municipality === undefined || owner !== houseOf(municipality)) return undefined;
  const settings = settingsOf(municipality);
  return asker === officeServing(municipality, settings) ? (settings.houseContact ?? undefined) : undefined;
}

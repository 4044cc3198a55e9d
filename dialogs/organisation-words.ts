import { findMunicipality, MUNICIPALITIES, type MunicipalityCode } from '../src/core/municipalities.ts';
import { spokenNames } from '../src/core/municipality-names.ts';
import {
  HOUSES,
  lesOf,
  municipalityOf,
  type OrganisationId,
  organisationName,
} from '../src/core/organisation.ts';
import { foldWords, leading } from './fold.ts';

const ALL: readonly OrganisationId[] = [
  ...HOUSES.map(({ id }) => id),
  ...MUNICIPALITIES.map(({ code }) => lesOf(code)),
];
const organisations = new Map<string, OrganisationId>();

for (const { code, name } of MUNICIPALITIES) {
  for (const one of spokenNames(name).map(foldWords)) {
    for (const phrase of [one, `les ${one}`, `${one} les`, `${one} erhvervsservice`, `${one} kommune`]) {
      organisations.set(phrase, lesOf(code));
    }
  }
  organisations.set(`les ${code}`, lesOf(code));
}
for (const { id, name } of HOUSES) {
  const place = foldWords(name).replace('erhvervshus ', '');
  for (const phrase of [
    foldWords(id),
    `erhvervshus ${place}`,
    `erhvervshuset ${place}`,
    `eh ${place}`,
    place,
  ]) {
    organisations.set(phrase, id);
  }
}

/** The organisations by all their names: those above, and the offices' own by their settings, which are read at the start. */
function named(): ReadonlyMap<string, OrganisationId> {
  const names = ALL.map(organisationName);
  if (names.some((name, place) => name !== latest.names[place])) {
    const own = ALL.map((id, place): [string, OrganisationId] => [foldWords(names[place] ?? ''), id]);
    latest = { names, phrases: new Map([...own, ...organisations]) };
  }
  return latest.phrases;
}

/** The names as last read: settings rarely change, and each typed line is looked up. */
let latest: { readonly names: readonly string[]; readonly phrases: ReadonlyMap<string, OrganisationId> } = {
  names: [],
  phrases: organisations,
};

/**
 * The organisation at the beginning of a text, by id or name (`ehm-midtjylland`, `LES Viborg`, `viborg`), and the rest.
 * Undefined where the text begins with none.
 */
export function readOrganisation(
  text: string,
): { readonly organisation: OrganisationId; readonly rest: string } | undefined {
  const found = leading(text, named());
  return found && { organisation: found.value, rest: found.rest };
}

/** The organisation that the whole text names, or undefined. */
export function organisationOf(text: string): OrganisationId | undefined {
  return named().get(foldWords(text));
}

const collator = new Intl.Collator('da');
const byName = (a: { readonly title: string }, b: { readonly title: string }) =>
  collator.compare(a.title, b.title);

/** An office in a list, with its municipality where its own name does not tell it: `Erhvervskontoret (Skive)`. */
function choiceOf(value: OrganisationId): { readonly value: OrganisationId; readonly title: string } {
  const name = organisationName(value);
  const code = municipalityOf(value);
  const place = code === undefined ? undefined : findMunicipality(code)?.name;
  const tells = place === undefined || name.toLowerCase().includes(place.toLowerCase());
  return { value, title: tells ? name : `${name} (${place})` };
}

/**
 * Every organisation that can own a case, by its name: first the Erhvervshuse, then the offices, each in Danish
 * alphabetical order.
 */
export function organisationChoices(): readonly {
  readonly value: OrganisationId;
  readonly title: string;
}[] {
  const houses = HOUSES.map(({ id }) => choiceOf(id)).sort(byName);
  return [...houses, ...MUNICIPALITIES.map(({ code }) => choiceOf(lesOf(code))).sort(byName)];
}

/** Every municipality, in Danish alphabetical order. */
export const MUNICIPALITY_CHOICES: readonly { readonly value: MunicipalityCode; readonly title: string }[] =
  MUNICIPALITIES.map(({ code, name }) => ({ value: code, title: name })).sort(byName);

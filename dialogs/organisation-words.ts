import { MUNICIPALITIES, type MunicipalityCode } from '../src/core/municipalities.ts';
import { spokenNames } from '../src/core/municipality-names.ts';
import { HOUSES, lesOf, type OrganisationId, organisationName } from '../src/core/organisation.ts';
import { foldWords, leading } from './fold.ts';

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

/**
 * The organisation at the beginning of a text, by id or name (`ehm-midtjylland`, `LES Viborg`, `viborg`), and the rest.
 * Undefined where the text begins with none.
 */
export function readOrganisation(
  text: string,
): { readonly organisation: OrganisationId; readonly rest: string } | undefined {
  const found = leading(text, organisations);
  return found && { organisation: found.value, rest: found.rest };
}

/** The organisation that the whole text names, or undefined. */
export function organisationOf(text: string): OrganisationId | undefined {
  return organisations.get(foldWords(text));
}

const collator = new Intl.Collator('da');
const byName = (a: { readonly title: string }, b: { readonly title: string }) =>
  collator.compare(a.title, b.title);

/** Every organisation that can own a case: first the Erhvervshuse, then the offices in Danish alphabetical order. */
export const ORGANISATION_CHOICES: readonly { readonly value: OrganisationId; readonly title: string }[] = [
  ...HOUSES.map(({ id, name }) => ({ value: id, title: name })).sort(byName),
  ...MUNICIPALITIES.map(({ code }) => ({ value: lesOf(code), title: organisationName(lesOf(code)) })).sort(
    byName,
  ),
];

/** Every municipality, in Danish alphabetical order. */
export const MUNICIPALITY_CHOICES: readonly { readonly value: MunicipalityCode; readonly title: string }[] =
  MUNICIPALITIES.map(({ code, name }) => ({ value: code, title: name })).sort(byName);

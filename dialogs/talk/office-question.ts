import { readMunicipality } from '../../src/core/municipality-names.ts';
import { houseOf, lesOf, type OrganisationId } from '../../src/core/organisation.ts';
import { type LineEvidence, OFFICE_MATTERS, type Question } from '../../src/core/talk.ts';
import { organisationOf } from '../organisation-words.ts';
import { type Asked, askedAbout, type Line, patterns, wordsIn } from './line.ts';

const MATTERS = OFFICE_MATTERS.map(
  (matter) => [matter, patterns(({ talk }) => talk.office[matter])] as const,
);
const HOUSE = wordsIn(({ talk }) => talk.house);
const OWN = patterns(({ talk }) => [talk.ownOffice]);
const LES =
  /(?<![\p{L}\p{N}])(?:les|business|erhverv|erhvervsservice|kommune|office|kontoret)(?![\p{L}\p{N}])/u;
const WITHIN = /^(?:(?:den|det|the) )?(?<x>.+?)(?: (?:i dag|nu|lige nu|mellem .+|today|now|on .+|paa .+))?$/d;

type Organisation = Extract<Question, { kind: 'office' }>['organisation'];

/** A question about an office: its number, its hours, its address, its municipalities. Undefined where it is none. */
export function officeQuestion(
  line: Line,
  within: Asked,
  evidence: LineEvidence | null,
): Question | undefined {
  const folded = line.folded.slice(within.start, within.end);
  for (const [matter, forms] of MATTERS) {
    const asked = askedAbout(folded, forms);
    if (!asked) continue;
    const about = folded.slice(asked.start, asked.end);
    const organisation = officeIn(about, evidence);
    if (organisation) return { kind: 'office', organisation, matter };
  }
  return undefined;
}

/** The office that words name. A place alone means its local office; a company in a place means none. */
export function officeIn(words: string, evidence: LineEvidence | null): Organisation | undefined {
  const named = WITHIN.exec(words)?.groups?.x ?? words;
  const exact = organisationOf(named) ?? organisationOf(words);
  if (exact) return exact;
  if (OWN.some((own) => own.test(named))) return 'own';
  const place = evidence?.entities.municipality;
  if (HOUSE.test(named)) return place === undefined ? 'house' : houseOf(place);
  return placed(named, place);
}

function placed(named: string, place: LineEvidence['entities']['municipality']): OrganisationId | undefined {
  const municipality = readMunicipality(named) ?? (LES.test(named) ? place : undefined);
  return municipality && lesOf(municipality);
}

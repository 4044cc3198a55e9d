import { MUNICIPALITIES } from '../../core/municipalities.ts';
import { houseOf, municipalityOf, type OrganisationId } from '../../core/organisation.ts';
import type { TriageFacts } from '../../core/triage/facts.ts';
import { parseFacts } from '../../core/triage/parse-facts.ts';

/** The names of a query for a decision, as the inputs of its page have them (`cards/views/rules.ts`). */
const NAMES = ['municipality', 'entry', 'stage', 'maturity', 'segment', 'area', 'depth', 'crisis'];

/** The municipality that somebody's office is in, or the first of a house's. */
function ownMunicipality(organisation: OrganisationId): string | undefined {
  const own = municipalityOf(organisation);
  return own ?? MUNICIPALITIES.find(({ code }) => houseOf(code) === organisation)?.code;
}

/**
 * The facts that a query names; what it leaves out is unknown, the municipality that of the reader's office, the entry the
 * phone. Undefined where a name or value is none.
 */
export function factsOf(
  query: URLSearchParams,
  organisation: OrganisationId,
  today: string,
): TriageFacts | undefined {
  if ([...query.keys()].some((name) => !NAMES.includes(name))) return undefined;
  const given = Object.fromEntries([...query].filter(([, value]) => value !== ''));
  const {
    municipality = ownMunicipality(organisation),
    entry = 'phone',
    area,
    depth,
    crisis,
    ...rest
  } = given;
  const facts = {
    ...rest,
    municipality,
    entry,
    today,
    ...(crisis !== undefined && { crisis: crisis === 'true' }),
    ...(area !== undefined && { needs: [{ area, ...(depth !== undefined && { depth }) }] }),
  };
  const read = parseFacts(facts, today);
  return read.ok ? read.facts : undefined;
}

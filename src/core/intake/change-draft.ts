import { isSearchFor } from '../company-name.ts';
import { isMunicipalityCode, type MunicipalityCode } from '../municipalities.ts';
import type { OrganisationId } from '../organisation.ts';
import { DRAFT_VERSION, type Draft, type IntakeValues, type ValueSource } from './draft.ts';
import type { ReadInputs } from './read-inputs.ts';

type Field = keyof IntakeValues;
type Sources = Draft['sources'];

/** What the register says of a company, in the draft's own fields. */
export interface RegisterFacts {
  readonly values: IntakeValues;
  readonly pNumbers: Draft['pNumbers'];
}

/** A new intake for a person acting for an organisation. */
export function newDraft(
  id: string,
  person: string,
  organisation: OrganisationId,
  step: Draft['step'],
  now: string,
): Draft {
  return {
    version: DRAFT_VERSION,
    id,
    revision: 1,
    state: 'active',
    person,
    organisation,
    step,
    values: {},
    sources: {},
    rejected: [],
    register: 'not-asked',
    pNumbers: [],
    asking: null,
    answered: [],
    override: null,
    caseId: null,
    contactedAt: now,
    createdAt: now,
    updatedAt: now,
  };
}

function withoutFields(draft: Draft, fields: readonly string[]): Draft {
  if (fields.length === 0) return draft;
  const keep = ([key]: [string, unknown]) => !fields.includes(key);
  return {
    ...draft,
    values: Object.fromEntries(Object.entries(draft.values).filter(keep)) as IntakeValues,
    sources: Object.fromEntries(Object.entries(draft.sources).filter(keep)) as Sources,
  };
}

function withValues(draft: Draft, values: IntakeValues, source: ValueSource): Draft {
  const sources: Record<string, ValueSource> = { ...draft.sources };
  for (const [field, value] of Object.entries(values)) {
    // A form sends back what it showed: a value that has not changed still comes from where it came from.
    const same = JSON.stringify(draft.values[field as Field]) === JSON.stringify(value);
    if (!same || sources[field] === undefined) sources[field] = source;
  }
  const depths = values.depths ? { ...draft.values.depths, ...values.depths } : draft.values.depths;
  return {
    ...draft,
    values: { ...draft.values, ...values, ...(depths && { depths }) },
    sources: sources as Sources,
  };
}

/** Values that hold for one company only: another CVR number drops them unless a person typed them. */
function forgetCompany(draft: Draft): Draft {
  const ofRegister = Object.entries(draft.sources).flatMap(([field, source]) =>
    source === 'register' ? [field] : [],
  );
  return { ...withoutFields(draft, ofRegister), register: 'not-asked', seat: undefined, pNumbers: [] };
}

/**
 * The draft with what was read from inputs. What could not be read is kept beside the field, as typed; a field that
 * is read or cleared now has no older problem.
 */
export function applyInputs(draft: Draft, read: ReadInputs, source: ValueSource): Draft {
  const touched = new Set<string>([...Object.keys(read.values), ...read.cleared]);
  const changedCompany =
    (read.values.cvr !== undefined && read.values.cvr !== draft.values.cvr) ||
    (read.cleared.includes('cvr') && draft.values.cvr !== undefined);
  const based = changedCompany ? forgetCompany(draft) : draft;
  const problems = [...draft.rejected.filter(({ field }) => !touched.has(field)), ...read.problems];
  const lastOfEach = problems.filter(
    ({ field }, place) => problems.findLastIndex((one) => one.field === field) === place,
  );
  // A value from the register that the new company has not got must not come back with the form that still showed it.
  const stale = changedCompany
    ? Object.keys(read.values).filter(
        (field) =>
          draft.sources[field as Field] === 'register' &&
          JSON.stringify(draft.values[field as Field]) === JSON.stringify(read.values[field as Field]),
      )
    : [];
  const fresh = Object.fromEntries(
    Object.entries(read.values).filter(([field]) => !stale.includes(field)),
  ) as IntakeValues;
  return { ...withValues(withoutFields(based, read.cleared), fresh, source), rejected: lastOfEach };
}

/** The draft with what the register knows; what a person typed wins over it, but for a name that was the search for it. */
export function applyRegister(draft: Draft, facts: RegisterFacts): Draft {
  const { companyName } = draft.values;
  const searched = companyName !== undefined && isSearchFor(companyName, facts.values.companyName ?? '');
  const open = Object.entries(facts.values).filter(
    ([field, value]) =>
      value !== undefined &&
      (draft.values[field as Field] === undefined ||
        draft.sources[field as Field] !== 'user' ||
        (field === 'companyName' && searched)),
  );
  return {
    ...withValues(draft, Object.fromEntries(open) as IntakeValues, 'register'),
    register: 'found',
    seat: facts.values.municipality,
    pNumbers: facts.pNumbers,
  };
}

/**
 * The draft with the municipality of the production unit that it has come to be about: that unit's office decides, not
 * the legal unit's. Without a unit any more it is the legal unit's again. `before` is the draft before this turn: a
 * municipality that a person corrected after the unit was chosen stays, and so does a typed one where nobody chose the
 * unit (a company with only one).
 */
export function followUnit(before: Draft, draft: Draft): Draft {
  const place = placeOf(draft);
  const was = placeOf(before);
  if (place === was && draft.values.pNumber === before.values.pNumber) return draft;
  const { municipality, pNumber } = draft.sources;
  if (place === undefined) {
    const isLeft = was !== undefined && draft.values.municipality === was && municipality === 'register';
    return isLeft && draft.seat ? withValues(draft, { municipality: draft.seat }, 'register') : draft;
  }
  if (pNumber === 'register' && municipality === 'user') return draft;
  return withValues(draft, { municipality: place }, 'register');
}

/** Where the production unit of a draft is; undefined where none is chosen, or the register does not say. */
function placeOf({ values, pNumbers }: Draft): MunicipalityCode | undefined {
  const municipality = pNumbers.find(({ pNumber }) => pNumber === values.pNumber)?.municipality;
  return municipality !== undefined && isMunicipalityCode(municipality) ? municipality : undefined;
}

/** Whether anything has been filled in: an empty draft is not worth resuming. */
export function hasContent(draft: Draft): boolean {
  return Object.keys(draft.values).length > 0 || draft.rejected.length > 0;
}

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
  return { ...withoutFields(draft, ofRegister), register: 'not-asked', pNumbers: [] };
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
  const typed = draft.values.companyName?.toLowerCase();
  const searched = typed !== undefined && facts.values.companyName?.toLowerCase().startsWith(typed);
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
    pNumbers: facts.pNumbers,
  };
}

/** Whether anything has been filled in: an empty draft is not worth resuming. */
export function hasContent(draft: Draft): boolean {
  return Object.keys(draft.values).length > 0 || draft.rejected.length > 0;
}

import { isSearchFor } from '../company-name.ts';
import { isMunicipalityCode, type MunicipalityCode } from '../municipalities.ts';
import type { OrganisationId } from '../organisation.ts';
import { DRAFT_VERSION, type Draft, type IntakeValues, type ValueSource } from './draft.ts';
import type { ReadInputs } from './read-inputs.ts';

type Field = keyof IntakeValues;
type Sources = Draft['sources'];

/** A company's register data in the draft's own fields. */
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
    // A form sends back what it showed: an unchanged value keeps its source.
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

/** Removes values that belong to one company only, when the CVR number changes. Values typed by a person stay. */
function forgetCompany(draft: Draft): Draft {
  const ofRegister = Object.entries(draft.sources).flatMap(([field, source]) =>
    source === 'register' ? [field] : [],
  );
  return { ...withoutFields(draft, ofRegister), register: 'not-asked', seat: undefined, pNumbers: [] };
}

/**
 * Applies read inputs to the draft. Unreadable ones are kept as typed with their problem; a field read or cleared now
 * loses its older problem.
 */
export function applyInputs(draft: Draft, read: ReadInputs, source: ValueSource): Draft {
  const touched = new Set<string>([...Object.keys(read.values), ...read.cleared]);
  const changedCompany =
    (read.values.cvr !== undefined && read.values.cvr !== draft.values.cvr) ||
    (read.cleared.includes('cvr') && draft.values.cvr !== undefined);
  const base = changedCompany ? forgetCompany(draft) : draft;
  const problems = [...draft.rejected.filter(({ field }) => !touched.has(field)), ...read.problems];
  const lastOfEach = problems.filter(
    ({ field }, place) => problems.findLastIndex((problem) => problem.field === field) === place,
  );
  // A register value that the new company lacks must not return with the form that still showed it.
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
  const filled = withValues(withoutFields(base, read.cleared), fresh, source);
  return { ...withBasisOfCrisis(filled), rejected: lastOfEach };
}

/** Presets the basis of a crisis to public task, so that nothing holds up the help. A basis that was typed stays. */
function withBasisOfCrisis(draft: Draft): Draft {
  const { values, sources } = draft;
  if (values.crisis === true)
    return values.consent === undefined ? withValues(draft, { consent: 'public-task' }, 'derived') : draft;
  return sources.consent === 'derived' ? withoutFields(draft, ['consent']) : draft;
}

/** Applies register data to the draft. Values typed by a person win, except a company name typed only to search. */
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
 * Gives the draft the municipality of its production unit, whose office decides instead of the legal unit's. Without a
 * unit the legal unit's applies again. `before` is the draft before this turn: a municipality that a person corrected
 * after choosing the unit stays, and so does a typed one where nobody chose the unit (a company with only one).
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

/** The municipality of the draft's production unit. Undefined where none is chosen, or the register does not tell. */
function placeOf({ values, pNumbers }: Draft): MunicipalityCode | undefined {
  const municipality = pNumbers.find(({ pNumber }) => pNumber === values.pNumber)?.municipality;
  return municipality !== undefined && isMunicipalityCode(municipality) ? municipality : undefined;
}

/** Whether anything was filled in: a draft of derived values alone is not worth resuming. */
export function hasContent({ values, sources, rejected }: Draft): boolean {
  const fields = Object.keys(values) as readonly Field[];
  return fields.some((field) => sources[field] !== 'derived') || rejected.length > 0;
}

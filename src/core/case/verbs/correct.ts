import { z } from 'zod';
import { danishDate } from '../../danish-date.ts';
import type { IntakeValues } from '../../intake/draft.ts';
import { foundedDay, readInputs } from '../../intake/read-inputs.ts';
import { toFacts } from '../../intake/to-facts.ts';
import type { Actor } from '../../person.ts';
import type { RawInput } from '../../raw-input.ts';
import { ok, refuse } from '../../result.ts';
import { decide } from '../../triage/decide.ts';
import type { Decision } from '../../triage/decision.ts';
import { AREAS } from '../../vocabulary.ts';
import type { Case } from '../case.ts';
import { type CaseContext, refOf } from '../case-change.ts';
import { CORRECTABLE, type CorrectableField, type CorrectedDoor, valueText } from '../correction.ts';
import { ACTIVE_STATUSES } from '../derived.ts';
import { REFRESH, SAVE } from './common-steps.ts';
import { chosenOf, given } from './fields.ts';
import { memberOfOwner } from './guards.ts';
import { verb } from './verb.ts';

/**
 * Corrects what is known of the company and its contact. An input that is left out, or repeats the present value,
 * changes nothing; an empty one takes the value away. `areas` are called `needs` here, and `addNeeds` and `removeNeeds`
 * change single ones. The old values stay (`Case.corrections`). The case stays where it is: where the rules now say
 * another door, `Case.correctedDoor` names it.
 *
 * Refuses with the code of the first input that cannot be read, `municipality-needed` and `nothing-corrected`.
 */
export const correct = verb({
  from: ACTIVE_STATUSES,
  who: memberOfOwner,
  inputs: z.object({
    companyName: given(),
    cvr: given(),
    pNumber: given(),
    municipality: given(),
    contactName: given(),
    contactPhone: given(),
    contactEmail: given(),
    stage: chosenOf('stage', 'one'),
    maturity: chosenOf('maturity', 'one'),
    founded: given(),
    segment: chosenOf('company-segment', 'one'),
    needs: chosenOf('area', 'several'),
    addNeeds: given(),
    removeNeeds: given(),
  }),
  does: (kase, input, by, context) => {
    const read = readInputs(inputsOfIntake(kase.values, input), danishDate(context.now));
    const [problem] = read.problems;
    if (problem) {
      const field = problem.field === 'areas' ? 'needs' : problem.field;
      return refuse(problem.refusal.code, { typed: problem.typed, ...problem.refusal.params, field });
    }
    if (read.cleared.includes('municipality')) {
      return refuse('municipality-needed', { field: 'municipality' });
    }
    const cleared = Object.fromEntries(read.cleared.map((field) => [field, undefined]));
    const typed: IntakeValues = { ...cleared, ...read.values };
    const values = {
      ...kase.values,
      ...companyOf(kase.values, typed, context),
      ...differing(kase.values, typed),
    };
    const changed = CORRECTABLE.filter((field) => valueText(values[field]) !== valueText(kase.values[field]));
    if (changed.length === 0) return refuse('nothing-corrected', { caseId: kase.id });
    return ok({
      case: corrected(kase, values, changed, by, context),
      event: { type: 'corrected', fields: changed },
      effects: [SAVE, REFRESH],
    });
  },
});

type Given = Partial<Readonly<Record<string, string>>>;

/** The inputs as the intake reads them: needs are one list there. */
function inputsOfIntake(values: IntakeValues, { needs, addNeeds, removeNeeds, ...input }: Given): RawInput {
  const fields = Object.entries(input).flatMap(([field, text]) =>
    text === undefined ? [] : [[field, text]],
  );
  const listOf = (text = '') => text.split(',').map((word) => word.trim());
  const changesNeeds = [needs, addNeeds, removeNeeds].some((text) => text !== undefined);
  const before = needs === undefined ? (values.areas ?? []) : listOf(needs);
  const gone = listOf(removeNeeds);
  // A word that is no need is kept for its refusal.
  const unknown = gone.filter((word) => !AREAS.some((area) => area === word));
  const areas = [...before, ...listOf(addNeeds), ...unknown].filter(
    (word) => word !== '' && (unknown.includes(word) || !gone.includes(word)),
  );
  return { ...Object.fromEntries(fields), ...(changesNeeds && { areas: [...new Set(areas)].join(',') }) };
}

/** The typed values that are not what the case has already. A form sends back what it showed. */
function differing(values: IntakeValues, typed: IntakeValues): IntakeValues {
  const isNew = ([field, value]: [string, unknown]) =>
    JSON.stringify(value) !== JSON.stringify(values[field as keyof IntakeValues]);
  return Object.fromEntries(Object.entries(typed).filter(isNew)) as IntakeValues;
}

/** The register's values of one company, which another company's number must not keep. */
const OF_COMPANY = ['pNumber', 'form', 'employees', 'advertisingProtected', 'standing'] as const;

/**
 * What a new CVR number brings: the register's values of that company, where it knows the number. The municipality of a
 * company that got its first number stays: its person said where it is.
 */
function companyOf(values: IntakeValues, typed: IntakeValues, { registered }: CaseContext): IntakeValues {
  if (!('cvr' in typed) || typed.cvr === values.cvr) return {};
  const none = Object.fromEntries(OF_COMPANY.map((field) => [field, undefined]));
  const isKnown = registered !== undefined && registered.cvr === typed.cvr;
  const { municipality, ...facts } = isKnown ? registered : {};
  const told = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
  const moves = values.cvr !== undefined && municipality !== undefined;
  return { ...(values.cvr === undefined ? {} : none), ...told, ...(moves && { municipality }) };
}

function corrected(
  kase: Case,
  values: IntakeValues,
  changed: readonly CorrectableField[],
  by: Actor,
  context: CaseContext,
): Case {
  const corrections = changed.map((field) => ({
    at: context.now,
    by: refOf(by),
    field,
    before: valueText(kase.values[field]),
  }));
  const { stage, maturity } = decisionOf(kase, values, danishDate(kase.createdAt), context);
  return {
    ...kase,
    values,
    // Figures and CRM count by the stage on the day of the enquiry; door and advice stay those of the first decision.
    decision: { ...kase.decision, stage, maturity },
    corrections: [...(kase.corrections ?? []), ...corrections],
    correctedDoor: doorAfter(kase, values, context),
  };
}

/** The decision on these values on a day (ISO date). A company that was founded later did not exist that day. */
function decisionOf(kase: Case, values: IntakeValues, day: string, { settingsOf }: CaseContext): Decision {
  const { founded, ...others } = values;
  const known = founded !== undefined && foundedDay(founded, day) <= day ? { ...others, founded } : others;
  const facts = toFacts({ values: known, organisation: kase.createdBy.organisation }, null, day);
  if (!facts) throw new Error(`Case ${kase.id} has no municipality`);
  return decide(facts, settingsOf, day);
}

/** The door where this correction has changed it, or an earlier one's where it has not; null for the owner's own. */
function doorAfter(kase: Case, values: IntakeValues, context: CaseContext): CorrectedDoor | null {
  const today = danishDate(context.now);
  const [before, after] = [kase.values, values].map((one) => decisionOf(kase, one, today, context).owner);
  if (!before || !after || after.organisation === kase.owner) return null;
  return before.organisation === after.organisation ? (kase.correctedDoor ?? null) : after;
}

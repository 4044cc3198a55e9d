import { type Answer, notice } from '../core/answer.ts';
import type { Case } from '../core/case/case.ts';
import type { CaseContext } from '../core/case/case-change.ts';
import { inputsOf } from '../core/case/verbs/index.ts';
import type { Command } from '../core/command.ts';
import { isCvrNumber, normaliseCvr } from '../core/cvr-number.ts';
import { INTAKE_FIELDS } from '../core/intake/draft.ts';
import type { Refusal } from '../core/result.ts';
import { registerFacts } from './look-up.ts';
import type { ReadStores } from './ports/unit-of-work.ts';
import type { Turn } from './turn.ts';

type CaseAction = Extract<Command, { name: 'case-action' }>;

/** The CVR number that a correction types and the case does not have yet: the register is asked about it. */
export function newCvr({ verb, input }: CaseAction, kase: Case | undefined): string | undefined {
  const cvr = normaliseCvr(input.cvr ?? '');
  return verb === 'case.correct' && isCvrNumber(cvr) && kase?.values.cvr !== cvr ? cvr : undefined;
}

/** The refusal of a typed correction of a field that has a command of its own, or of a word that is no field. */
export function whyNotCorrect({ verb, input }: CaseAction): Refusal | null {
  if (verb !== 'case.correct') return null;
  const { unknownField } = input;
  if (unknownField !== undefined)
    return { code: 'unknown-field', params: { field: unknownField.slice(0, 60) } };
  const field = INTAKE_FIELDS.find((one) => one in input && !inputsOf(verb).includes(one));
  return field ? { code: 'not-correctable', params: { field } } : null;
}

/** `kontakt Ole Bak 40 41 12 34` has the number too. Read after CPR numbers were masked: a part of one looks like a phone. */
export function withContactRead({ deps }: Turn, action: CaseAction): CaseAction {
  const { contactName, ...others } = action.input;
  if (action.verb !== 'case.correct' || !contactName || 'contactPhone' in others) return action;
  const contact = deps.readAnswer('contact', contactName);
  const hasMore = contact?.contactPhone !== undefined || contact?.contactEmail !== undefined;
  return contact && hasMore ? { ...action, input: { ...others, ...contact } } : action;
}

/** What the register knows of the company whose number a correction types. */
export function registered({ lookups: { company } }: Turn): Pick<CaseContext, 'registered'> {
  return company?.state === 'found' ? { registered: registerFacts(company.value).values } : {};
}

/** Says where the register could not confirm a new CVR number. */
export function unconfirmed({ lookups: { company } }: Turn, before: Case, after: Case): readonly Answer[] {
  const { cvr } = after.values;
  if (cvr === undefined || cvr === before.values.cvr || company?.state === 'found') return [];
  return [notice(company?.state === 'not-found' ? 'cvr-not-found' : 'cvr-unchecked', { cvr })];
}

/** Whether a command corrects the number of a case, so that the register is asked. The case is read to know. */
export async function asksRegister(command: Command, stores: ReadStores): Promise<boolean> {
  if (command.name !== 'case-action' || newCvr(command, undefined) === undefined) return false;
  return newCvr(command, await stores.cases.get(command.caseId)) !== undefined;
}

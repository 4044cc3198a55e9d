import { type Answer, refused } from '../core/answer.ts';
import type { Draft, IntakeValues } from '../core/intake/draft.ts';
import { readInputs } from '../core/intake/read-inputs.ts';
import type { RawInput } from '../core/raw-input.ts';
import { correctionInput } from './correction-input.ts';
import { fillDraft, learnAreas, saveDraft, showNextStep } from './draft-changes.ts';
import { needsNotice } from './need-changes.ts';
import { overruled } from './register-differences.ts';
import { showDraft } from './show-draft.ts';
import { triage } from './triage-draft.ts';
import { type Turn, today } from './turn.ts';

/** Fields that cannot change the owner: correcting them leaves the person's choice of another receiver. */
const BESIDE_THE_OWNER: readonly string[] = [
  'contactName',
  'contactPhone',
  'contactEmail',
  'description',
  'consent',
  'tools',
  'noTool',
  'handover',
] satisfies readonly (keyof IntakeValues)[];

/** `ret <felt> <værdi>`: corrects one field of the intake under way, at any step. Refuses `no-draft`. */
export async function correctIntake(turn: Turn, field: string, value: string): Promise<readonly Answer[]> {
  const active = await turn.stores.drafts.active(turn.person.id);
  return active ? correctDraft(turn, active, fieldsOf(turn, field, value)) : [refused('no-draft')];
}

/** The fields that a typed correction gives: `ret kontakt Ole Bak 40 41 12 34` has the number too. */
function fieldsOf({ deps }: Turn, field: string, value: string): RawInput {
  const contact = field === 'contactName' ? deps.readAnswer('contact', value) : undefined;
  const hasMore = contact?.contactPhone !== undefined || contact?.contactEmail !== undefined;
  return contact && hasMore ? contact : { [field]: value };
}

/**
 * Corrects fields of a draft and triages it again; the draft stays at its step. Changed needs are told in one sentence.
 * `question` names the part that was read, or the control question that is answered.
 */
export async function correctDraft(turn: Turn, before: Draft, given: RawInput): Promise<readonly Answer[]> {
  const { question, ...fields } = given;
  const input = correctionInput(before, fields);
  const read = readInputs(input, today(turn));
  const draft = learnAreas(before, read);
  const filled = fillDraft(turn, draft, read, 'user');
  const isBeside = Object.keys(input).every((field) => BESIDE_THE_OWNER.includes(field));
  const isControl = question?.startsWith('control:') === true && !draft.answered.includes(question);
  const corrected: Draft = {
    ...filled,
    override: isBeside ? draft.override : null,
    answered: isControl ? [...draft.answered, question] : draft.answered,
  };
  const problems = [...read.problems, ...overruled(read, filled)];
  const answer = await stepAfter(turn, draft, corrected, problems);
  return [...(await needsNotice(turn, draft, answer)), answer];
}

async function stepAfter(
  turn: Turn,
  before: Draft,
  after: Draft,
  problems: Parameters<typeof showNextStep>[3] = [],
): Promise<Answer> {
  // The correction may have answered the question that the guide asks now. Without a municipality there is no decision.
  const isOpen =
    before.step === 'guided'
      ? !problems.some(
          ({ refusal }) => refusal.code.startsWith('not-') || refusal.code.startsWith('unknown-'),
        )
      : before.step === 'decision' && (await triage(turn, after)).decision === null;
  if (isOpen) return showNextStep(turn, before, after, problems);
  return showDraft(turn, await saveDraft(turn, before, after), { problems });
}

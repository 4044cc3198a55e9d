import { type Answer, notice } from '../core/answer.ts';
import { applyInputs, applyRegister, followUnit, hasContent, newDraft } from '../core/intake/change-draft.ts';
import type { Draft, FieldProblem, ValueSource } from '../core/intake/draft.ts';
import { type ReadInputs, readInputs } from '../core/intake/read-inputs.ts';
import { sharedValues } from '../core/intake/shared-values.ts';
import type { RawInput } from '../core/raw-input.ts';
import { noteToLearn } from './forget-words.ts';
import { registerFacts } from './look-up.ts';
import { maskDraft } from './mask-draft.ts';
import { showDraft } from './show-draft.ts';
import { triage } from './triage-draft.ts';
import { type Turn, today, type Work } from './turn.ts';
import { offeredBy, understoodValues } from './understood-values.ts';

/**
 * Saves a changed draft as its next revision and resolves with it. The transaction holds the write lock, so no other writer
 * can intervene: a revision that differs is a bug, and throws.
 */
export async function saveDraft(turn: Work, before: Draft, after: Draft): Promise<Draft> {
  const saved: Draft = { ...after, revision: before.revision + 1, updatedAt: turn.now };
  if (!(await turn.stores.drafts.update(saved, before.revision)))
    throw new Error(`Draft ${before.id} was changed in between`);
  return saved;
}

/** Begins the person's intake with an empty draft at this step, for the organisation they act for. */
export async function beginDraft(turn: Turn, step: Draft['step']): Promise<Draft> {
  const empty = newDraft(turn.deps.ids.id(), turn.person.id, turn.actor.organisation, step, turn.now);
  // Whatever phone-line staff log came in by phone, wherever they sit (policy, "Phone").
  const draft: Draft = turn.actor.roles.includes('phone')
    ? { ...empty, values: { entry: 'phone' }, sources: { entry: 'derived' } }
    : empty;
  await turn.stores.drafts.insert(draft);
  return draft;
}

/**
 * Sets the intake under way aside, so that the person has one at a time; it is kept and can be taken up again. An empty one
 * is cancelled. Answers with a notice that names it.
 */
export async function setAside(turn: Turn, active: Draft | undefined): Promise<readonly Answer[]> {
  if (!active) return [];
  const isKept = hasContent(active);
  await saveDraft(turn, active, { ...active, state: isKept ? 'set-aside' : 'cancelled' });
  if (!isKept) return [];
  const { values } = active;
  const { companyName, contactName } = turn.inbound.audience === 'person' ? values : sharedValues(values);
  const name = companyName ?? contactName;
  return [notice('draft-set-aside', name === undefined ? {} : { name })];
}

/** Takes up an intake that was set aside, and sets aside the one under way. */
export async function takeUp(
  turn: Turn,
  draft: Draft,
): Promise<{ readonly draft: Draft; readonly told: readonly Answer[] }> {
  const told = await setAside(turn, await turn.stores.drafts.active(turn.person.id));
  return { draft: await saveDraft(turn, draft, { ...draft, state: 'active' }), told };
}

/**
 * The draft with the typed values. CPR numbers that only the new and the earlier words make together are masked, and counted
 * on the turn.
 */
export function applyTyped(turn: Work, draft: Draft, read: ReadInputs, source: ValueSource): Draft {
  const masked = maskDraft(applyInputs(draft, read, source), turn.deps.maskCpr);
  turn.joined.removed += masked.removed;
  return masked.draft;
}

/** The draft with the typed values and, where the company was looked up, those of the register. */
export function fillDraft(turn: Work, draft: Draft, read: ReadInputs, source: ValueSource): Draft {
  const typed = applyTyped(turn, draft, read, source);
  const { company } = turn.lookups;
  if (company === null) return followUnit(draft, typed);
  if (company.state === 'found') return followUnit(draft, applyRegister(typed, registerFacts(company.value)));
  return { ...typed, register: company.state };
}

/** Saves the draft at its next step, and shows it: the next question of the guide, or the decision where none is left. */
export async function showNextStep(
  turn: Turn,
  before: Draft,
  after: Draft,
  problems: readonly FieldProblem[] = [],
): Promise<Answer> {
  const triaged = await triage(turn, after);
  const next: Draft =
    triaged.question === null
      ? { ...after, step: 'decision', asking: null }
      : { ...after, step: 'guided', asking: triaged.question };
  return showDraft(turn, await saveDraft(turn, before, next), { triaged, problems });
}

/**
 * A draft filled from a whole form: typed values, register data, and what the description says where a field is empty.
 */
export function fillFromForm(
  work: Work,
  before: Draft,
  input: RawInput,
): { readonly draft: Draft; readonly filled: Draft; readonly read: ReadInputs } {
  const read = readInputs(input, today(work));
  const draft = learnAreas(before, read);
  const filled = followUnit(draft, understandDescription(work, fillDraft(work, draft, read, 'user')));
  return { draft, filled, read };
}

/** The questions answered so far, with the one that the draft asks now. */
export function answeredWith(draft: Draft): readonly string[] {
  const { asking, answered } = draft;
  return asking === null || answered.includes(asking) ? answered : [...answered, asking];
}

/** The draft, with a note to learn from it where a person chose other needs for its words than the language model did. */
export function learnAreas(draft: Draft, read: ReadInputs): Draft {
  const { areas } = draft.values;
  const right = read.values.areas;
  if (right === undefined) return draft;
  const isSame = JSON.stringify([...(areas ?? [])].sort()) === JSON.stringify([...right].sort());
  return isSame ? draft : noteToLearn(draft, right);
}

/** The draft with what the language model read in its description: only empty fields are filled, and needs are offered. */
function understandDescription(turn: Work, draft: Draft): Draft {
  const { understood } = turn.lookups;
  if (!understood) return draft;
  const { values } = understoodValues(understood, today(turn));
  const open = Object.entries(values).filter(
    ([field]) => !(field in draft.values) && field !== 'description',
  );
  const filled = applyInputs(draft, { values: Object.fromEntries(open), cleared: [], problems: [] }, 'text');
  return { ...filled, sources: { ...filled.sources, description: 'text' }, offered: offeredBy(understood) };
}

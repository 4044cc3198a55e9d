import { type Answer, notice } from '../core/answer.ts';
import type { Command } from '../core/command.ts';
import type { Draft } from '../core/intake/draft.ts';
import type { Dependencies } from './dependencies.ts';
import { saveDraft } from './draft-changes.ts';
import { wordsToLearn } from './forget-words.ts';
import { showDraft } from './show-draft.ts';
import type { Turn } from './turn.ts';

/** Notes which message shows a person the decision on a draft. A client's own feedback buttons name the message alone. */
export type NoteDecision = (draft: Pick<Draft, 'id' | 'person'>, messageId: string) => Promise<void>;

/** Such notes are kept for a day, as long as other marks. */
const RATED_WITHIN_MS = 24 * 3_600_000;

const markOf = (messageId: string) => `decided ${messageId} `;

/** Makes what notes the messages of decisions. */
export function createNoteDecision({
  unitOfWork,
  clock,
}: Pick<Dependencies, 'unitOfWork' | 'clock'>): NoteDecision {
  return ({ id, person }, messageId) =>
    unitOfWork.run(({ marks }) => marks.add(person, `${markOf(messageId)}${id}`, clock.now()));
}

/**
 * A person's verdict on a decision of theirs. Where it is right, the words and needs that led to it become an example for
 * `indgang classify learn`; where it is wrong and not sent yet, the needs are asked for, and the answer is learnt from.
 */
export async function rateDecision(
  turn: Turn,
  command: Extract<Command, { name: 'rate' }>,
): Promise<readonly Answer[]> {
  const draft = await draftOf(turn, command);
  if (draft?.person !== turn.person.id) return [notice('rating-too-late')];
  if (command.isRight) {
    await learnRight(turn, draft);
    return [notice('rating-thanks')];
  }
  if (draft.state !== 'active') return [notice('rating-thanks')];
  return [await showDraft(turn, await saveDraft(turn, draft, { ...draft, step: 'guided', asking: 'areas' }))];
}

async function draftOf(
  { stores, person, now }: Turn,
  { draftId, messageId }: Extract<Command, { name: 'rate' }>,
): Promise<Draft | undefined> {
  if (draftId !== null) return stores.drafts.get(draftId);
  if (messageId === null) return undefined;
  const mark = markOf(messageId);
  const since = new Date(Date.parse(now) - RATED_WITHIN_MS).toISOString();
  const [noted] = await stores.marks.since(person.id, mark, since);
  return noted === undefined ? undefined : stores.drafts.get(noted.slice(mark.length));
}

/**
 * Keeps the words of a right decision, once. Only those that were typed, without whom they are about, and none of a company
 * that has said no to sharing.
 */
async function learnRight({ stores, now }: Turn, { values, sources }: Draft): Promise<void> {
  const { areas = [], consent } = values;
  const text = wordsToLearn(values);
  if (sources.description !== 'text' || areas.length === 0 || consent === 'declined' || text === '') return;
  const known = (await stores.examples.all()).some((one) => one.text === text);
  if (!known) await stores.examples.add(text, areas, now);
}

import { type Answer, notice } from '../core/answer.ts';
import type { Command } from '../core/command.ts';
import type { Draft } from '../core/intake/draft.ts';
import type { Dependencies } from './dependencies.ts';
import { saveDraft } from './draft-changes.ts';
import { learn, noteToLearn } from './forget-words.ts';
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
    await noteRight(turn, draft);
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

/** Notes that a decision was right. The draft keeps its revision, since the card stays as it is and can still be sent. */
async function noteRight({ stores, now }: Turn, draft: Draft): Promise<void> {
  const noted = noteToLearn(draft, draft.values.areas ?? []);
  const kase = draft.caseId === null ? undefined : await stores.cases.get(draft.caseId);
  if (kase) return learn(stores, noted, kase, now);
  if (draft.state === 'active' && noted !== draft) await stores.drafts.update(noted, draft.revision);
}

import type { Answer } from '../core/answer.ts';
import type { Draft } from '../core/intake/draft.ts';
import type { RawInput } from '../core/raw-input.ts';
import { confirmIntake } from './confirm-intake.ts';
import { correctDraft } from './correct-draft.ts';
import { answerQuestion } from './intake-verbs.ts';
import { showDraft } from './show-draft.ts';
import type { Turn } from './turn.ts';

/** A word so short is said in passing (`ok`), and sends nothing. */
const IN_PASSING = 3;

/**
 * A typed answer to what the decision card asks: whether the information may be shared, or a control question. A basis by
 * its name (`samtykke`, `send med samtykke`) creates the case as its button does; so does a bare yes where the card asks nothing
 * else, or nothing at all. Another bare yes or no is only recorded, since it may answer something else: after a no to sharing,
 * a yes may be a change of mind, and must not create the case as declined; and a no takes back a yes. Null where the card asks nothing, or the text is no
 * answer.
 */
export async function answerDecision(
  turn: Turn,
  draft: Draft,
  text: string,
): Promise<readonly Answer[] | null> {
  const shown = await showDraft(turn, draft);
  if (shown.kind !== 'decision') return null;
  const asksMore =
    shown.controls.length > 0 || shown.running !== null || shown.problems.length > 0 || shown.asksTool;
  const isDeclined = draft.values.consent === 'declined';
  const yesOrNo = turn.deps.readAnswer('clarified', text)?.clarified;
  const isYes = yesOrNo === 'true' && !asksMore && !shown.candidates?.length;
  const confirm = (input: RawInput) =>
    confirmIntake(turn, draft, {
      name: 'intake',
      verb: 'intake.confirm',
      draftId: draft.id,
      revision: draft.revision,
      input,
    });
  if (!shown.basisNeeded && !isDeclined && isYes) return [await confirm({})];
  const isAsked = shown.basisNeeded || draft.values.consent !== undefined;
  const basis = isAsked ? turn.deps.readAnswer('consent', text) : undefined;
  if (basis) {
    const isBare = text.trim().length <= IN_PASSING || yesOrNo !== undefined;
    if (isBare && (!isYes || isDeclined)) return [await answerQuestion(turn, draft, basis)];
    return [await confirm(basis)];
  }
  const [area] = shown.controls;
  if (area === undefined) return null;
  const question = `control:${area}`;
  const control = turn.deps.readAnswer(question, text);
  return control ? correctDraft(turn, draft, { ...control, question }) : null;
}

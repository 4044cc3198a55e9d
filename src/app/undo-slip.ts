import { type Answer, refused } from '../core/answer.ts';
import type { Case } from '../core/case/case.ts';
import { openHandover } from '../core/case/derived.ts';
import { UNDO_MINUTES } from '../core/case/slip.ts';
import { isBeforeNewPromise, isUndoable, undoableNow } from '../core/case/undoable.ts';
import { verbsFor } from '../core/case/verbs/table.ts';
import type { Command } from '../core/command.ts';
import { hasContent } from '../core/intake/change-draft.ts';
import type { Draft } from '../core/intake/draft.ts';
import { addElapsed, elapsedBetween } from '../core/promise/clock.ts';
import { caseContext } from './case-context.ts';
import { saveDraft, showNextStep } from './draft-changes.ts';
import { showDraft } from './show-draft.ts';
import type { Turn } from './turn.ts';

type CaseAction = Extract<Command, { name: 'case-action' }>;

/** Minutes for which a cancelled enquiry can be brought back. */
const DRAFT_MINUTES = 10;
/** The longest time for which anything can be undone, in hours. */
const HOURS = Math.max(...Object.values(UNDO_MINUTES), DRAFT_MINUTES) / 60;

/** Remembers an act of the person that `fortryd` without a case id may mean. */
export async function rememberSlip(turn: Turn, what: 'case' | 'draft', id: string): Promise<void> {
  await turn.stores.marks.add(turn.person.id, `slip-${what} ${id}`, turn.now);
}

/** Whether a person's command on a case can be undone by them: what `rememberSlip` is for. */
export function isSlip(event: string): boolean {
  return event === 'offered' || isUndoable(event);
}

/**
 * `fortryd`: the command that undoes the last act on the case, or, without a case id, the person's own last act. Taking
 * back an offer is `handover.withdraw`. A cancelled enquiry is brought back at once, and its card is the answer. Refuses
 * `nothing-to-undo` and `draft-in-the-way`.
 */
export async function whatToUndo(turn: Turn, action: CaseAction): Promise<Answer | CaseAction> {
  if (action.caseId !== '') {
    const kase = await turn.stores.cases.get(action.caseId);
    return kase ? undoing(turn, action, kase) : action;
  }
  const since = addElapsed(turn.now, -HOURS);
  for (const mark of await turn.stores.marks.since(turn.person.id, 'slip-', since)) {
    const [what, id = ''] = mark.split(' ');
    if (what === 'slip-draft') {
      const draft = await turn.stores.drafts.get(id);
      if (draft && isBack(draft, turn)) return bringBack(turn, draft);
      continue;
    }
    const kase = await turn.stores.cases.get(id);
    if (kase && (isOwnSlip(turn, kase) || isOwnEarlierAnswer(turn, kase)))
      return undoing(turn, { ...action, caseId: id }, kase);
  }
  return refused('nothing-to-undo');
}

function undoing(turn: Turn, action: CaseAction, kase: Case): CaseAction {
  const offer = openHandover(kase);
  const what = undoableNow(kase, turn.now, turn.actor);
  const isOffer = offer && (!what || what.at < offer.offeredAt);
  return isOffer && mayDo(turn, kase, 'handover.withdraw')
    ? { ...action, verb: 'handover.withdraw' }
    : action;
}

function isOwnSlip(turn: Turn, kase: Case): boolean {
  if (openHandover(kase)?.offeredBy.person === turn.person.id) return mayDo(turn, kase, 'handover.withdraw');
  return (
    undoableNow(kase, turn.now, turn.actor)?.by.person === turn.person.id && mayDo(turn, kase, 'case.undo')
  );
}

/** The person's own answer to an earlier promise: it cannot be undone, and the case's refusal says why. */
const isOwnEarlierAnswer = ({ now, person }: Turn, kase: Case): boolean =>
  isBeforeNewPromise(kase, now) &&
  kase.undoable?.findLast(({ event }) => event === 'contacted')?.by.person === person.id;

function mayDo(turn: Turn, kase: Case, verb: 'handover.withdraw' | 'case.undo'): boolean {
  return verbsFor(kase, turn.actor, caseContext(turn.deps, turn.now)).includes(verb);
}

const isBack = (draft: Draft, { person, now }: Turn) =>
  draft.state === 'cancelled' &&
  draft.person === person.id &&
  elapsedBetween(draft.updatedAt, now) * 60 <= DRAFT_MINUTES;

/**
 * Brings a cancelled enquiry back, as it was. Refuses `nothing-to-undo` after ten minutes, and `draft-in-the-way` where
 * another enquiry with content is under way.
 */
export async function bringBack(turn: Turn, draft: Draft): Promise<Answer> {
  if (!isBack(draft, turn)) return refused('nothing-to-undo');
  const other = await turn.stores.drafts.active(turn.person.id);
  if (other && hasContent(other)) return refused('draft-in-the-way');
  if (other) await saveDraft(turn, other, { ...other, state: 'cancelled', asking: null });
  const active: Draft = { ...draft, state: 'active' };
  return draft.step === 'guided'
    ? showNextStep(turn, draft, active)
    : showDraft(turn, await saveDraft(turn, draft, active), { problems: draft.rejected });
}

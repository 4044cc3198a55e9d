import type { Answer } from '../core/answer.ts';
import type { Case } from '../core/case/case.ts';
import { receiverOf, type ShownDoor } from '../core/case/open-case.ts';
import type { Command } from '../core/command.ts';
import type { Draft, FieldProblem } from '../core/intake/draft.ts';
import { readInputs } from '../core/intake/read-inputs.ts';
import { type Notice, noticeOf } from '../core/notice.ts';
import { callerMessage } from './caller-message.ts';
import { caseAnswer, doneNotice } from './case-card.ts';
import { applyTyped, saveDraft } from './draft-changes.ts';
import { endIntake } from './end-intake.ts';
import { rememberCall } from './last-call.ts';
import { showDraft } from './show-draft.ts';
import { type Turn, today } from './turn.ts';
import { rememberSlip } from './undo-slip.ts';

type IntakeCommand = Extract<Command, { name: 'intake' }>;

/**
 * The button that creates the case, or adds the enquiry to the company's running case (O2). A card of an older revision shows
 * the draft as it is now, with `stale-revision`.
 */
export async function confirmIntake(turn: Turn, draft: Draft, command: IntakeCommand): Promise<Answer> {
  const { input, shown } = shownBy(command);
  const read = readInputs(input, today(turn));
  const filled = applyTyped(turn, draft, read, 'user');
  if (command.revision !== null && command.revision !== draft.revision) {
    // The card on the screen is older than the draft, so the person has not seen the case that would be created.
    return showDraft(turn, await saveDraft(turn, draft, { ...filled, step: 'decision' }), {
      problems: [{ field: '', refusal: { code: 'stale-revision' }, typed: '' }],
    });
  }
  // What cannot be read is corrected first, or it would be lost with the card.
  const unread = read.problems.find(({ refusal }) => refusal.code !== 'unknown-field');
  if (unread) return showUnconfirmed(turn, draft, filled, unread);
  const anyway = command.input.anyway === 'true';
  const ended = await endIntake(turn, draft, filled, {
    anyway,
    newNeed: command.input.newNeed === 'true',
    shown,
  });
  switch (ended.kind) {
    case 'problem':
      return ended.problem.field === 'municipality'
        ? showDraft(turn, await saveDraft(turn, draft, { ...filled, step: 'form' }), {
            problems: [ended.problem],
          })
        : showUnconfirmed(
            turn,
            draft,
            filled,
            { ...ended.problem, typed: command.input.consent ?? '' },
            anyway,
          );
    case 'refused':
      return { kind: 'refused', refusal: ended.refusal };
    case 'added':
      await rememberCall(turn, ended.case.id);
      return caseAnswer(turn, ended.case, { notice: doneNotice('case.add-contact', ended.change) });
    case 'opened':
      return showOpened(turn, ended.case, filled);
    default: {
      const never: never = ended;
      return never;
    }
  }
}

/**
 * What the card with a clicked button showed, apart from what the person put in. Buttons of earlier releases say so only of a
 * joint course. A typed line has seen no card.
 */
function shownBy({ input, revision }: IntakeCommand): Pick<IntakeCommand, 'input'> & { shown?: ShownDoor } {
  if (revision === null) return { input };
  const { handover, door, ...rest } = input;
  return { input: rest, shown: { form: handover === 'joint' ? 'joint' : 'takeover', door } };
}

/** The new case, with what to tell the caller. */
async function showOpened(turn: Turn, kase: Case, filled: Draft): Promise<Answer> {
  const { handovers, owner, promise } = kase;
  if (handovers.length > 0) await rememberSlip(turn, 'case', kase.id);
  await rememberCall(turn, kase.id);
  const receiver = handovers.at(-1)?.to ?? owner;
  return caseAnswer(turn, kase, {
    notice: createdNotice(kase, filled),
    card: 'case',
    caller: await callerMessage(receiver, promise.dueAt, turn.deps, turn.stores, turn.now),
  });
}

/** What became of the enquiry: sent, created here, or kept here because the company declined sharing. */
function createdNotice(
  { id: caseId, handovers, joint, decision, owner }: Case,
  { values, override }: Draft,
): Notice {
  const organisation = handovers.at(-1)?.to;
  if (organisation) return noticeOf('case-sent', { caseId, organisation });
  const [guest] = joint;
  if (guest) return noticeOf('case-joint', { caseId, organisation: guest });
  const isKept = values.consent === 'declined' && receiverOf(decision, override, owner) !== owner;
  return noticeOf(isKept ? 'case-kept' : 'case-created', { caseId });
}

/**
 * Keeps what was typed, and shows the decision with the reason why it was not confirmed. The draft keeps its revision: a
 * window that stays open for the correction still holds that revision, and would be refused as stale when sent again.
 */
async function showUnconfirmed(
  turn: Turn,
  draft: Draft,
  filled: Draft,
  problem: FieldProblem,
  anyway = false,
): Promise<Answer> {
  const kept: Draft = { ...filled, step: 'decision', asking: null, updatedAt: turn.now };
  if (!(await turn.stores.drafts.update(kept, draft.revision)))
    throw new Error(`Draft ${draft.id} was changed in between`);
  return showDraft(turn, kept, { problems: [problem], anyway });
}

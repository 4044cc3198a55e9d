import { type Answer, refused } from '../core/answer.ts';
import type { Case } from '../core/case/case.ts';
import type { CaseContext } from '../core/case/case-change.ts';
import { openHandover } from '../core/case/derived.ts';
import { type CaseDecision, decideCase } from '../core/case/verbs/table.ts';
import { sightOf } from '../core/case/visibility.ts';
import type { Command } from '../core/command.ts';
import type { RefusalCode } from '../core/refusal-codes.ts';
import type { Refusal } from '../core/result.ts';
import { MAX_TEXT } from '../core/text-limit.ts';
import { assignedInstead } from './absences.ts';
import { callerMessage } from './caller-message.ts';
import { caseAnswer, doneNotice } from './case-card.ts';
import { caseContext } from './case-context.ts';
import { withCompanyKey } from './company-key.ts';
import { registered, unconfirmed, whyNotCorrect, withContactRead } from './correct-case.ts';
import { beginLinkedDraft } from './follow-up-draft.ts';
import { lastCall } from './last-call.ts';
import { mergeOther, otherOf } from './merge-cases.ts';
import { countContact } from './pace.ts';
import { saveChange } from './save-case.ts';
import { settleByActing } from './settle-uncertain.ts';
import { tellRunningOffices } from './tell-of-crisis.ts';
import type { Turn } from './turn.ts';
import { isSlip, rememberSlip, whatToUndo } from './undo-slip.ts';

type CaseAction = Extract<Command, { name: 'case-action' }>;

/** `sag <id>`: the case as its reader may see it. */
export async function showCase(turn: Turn, caseId: string): Promise<Answer> {
  const kase = await turn.stores.cases.get(caseId);
  return kase ? caseAnswer(turn, kase) : refused('unknown-case', { caseId: caseId.slice(0, 20) });
}

/** The company's cases that the turn's reader may know of, newest first: a person's number may be hidden. */
export async function casesOfCompany(turn: Turn, cvr: string): Promise<readonly Case[]> {
  const all = await turn.stores.cases.ofCompany(cvr);
  return all.filter((kase) => sightOf(kase, turn.actor, turn.deps.settingsOf).number);
}

/**
 * A verb on a case (contracts, "Chat"), decided against the stored revision in this transaction. Of two people at
 * once the first wins; the second gets the refusal, on the card as it now is.
 */
export async function answerCase(turn: Turn, given: CaseAction): Promise<readonly Answer[]> {
  const { stores, deps, actor, now } = turn;
  const meant = await withCaseMeant(turn, given);
  if ('kind' in meant) return [meant];
  const typed = withNeedsRead(turn, withContactRead(turn, meant));
  if (typed.caseId === '') return [refused('case-needed')];
  const kase = await stores.cases.get(typed.caseId);
  if (!kase) return [refused('unknown-case', { caseId: typed.caseId.slice(0, 20) })];
  const members = typed.verb === 'case.assign' ? await stores.people.membersOf(kase.owner) : [];
  const instead = await assignedInstead(turn, typed, kase.owner, members);
  const deputy = instead.ok ? instead.value : null;
  const action = deputy ? { ...typed, input: { ...typed.input, person: deputy.person } } : typed;
  const unreadable = instead.ok ? whyNotCorrect(action) : instead.refusal;
  const context: CaseContext = {
    ...caseContext(deps, now, members),
    ...registered(turn),
    ...(await otherOf(action, stores)),
  };
  const decided: CaseDecision = unreadable
    ? { ok: false, refusal: unreadable, problems: [] }
    : decideCase(kase, action, actor, context);
  if (!decided.ok) {
    const problems = decided.problems.map(({ field, code }) => {
      const typed = action.input[field] ?? '';
      return { field, refusal: refusalAt(code, typed, decided.refusal), typed };
    });
    // The card as it now is, with the refusal on it. A person without a part in the case gets the refusal alone.
    const shown = await caseAnswer(turn, kase, {
      problems: problems.length > 0 ? problems : [{ field: '', refusal: decided.refusal, typed: '' }],
      typed: { verb: action.verb, input: action.input },
    });
    return [shown.kind === 'case' ? shown : { kind: 'refused', refusal: decided.refusal }];
  }
  const tooOften = action.verb === 'case.add-contact' ? await countContact(turn) : null;
  if (tooOften) return [{ kind: 'refused', refusal: tooOften }];
  const change = await withCompanyKey(turn, kase, decided.change);
  const saved = await saveChange(stores, change, deps.calendar, now);
  // A crisis may come to an Erhvervshus later than it was logged: sent on, or taken over.
  if (openHandover(saved)?.number !== openHandover(kase)?.number) await tellRunningOffices(turn, saved);
  await settleByActing(stores, saved.id, actor);
  if (action.verb === 'case.merge') {
    const living = await mergeOther(turn, kase, decided.change, context);
    return [await caseAnswer(turn, living, { notice: doneNotice(action.verb, decided.change) })];
  }
  if (isSlip(decided.change.history[0].event)) await rememberSlip(turn, 'case', saved.id);
  // Whoever sends a case on tells the caller who answers now, and learns whether that office is told at all.
  const offer = openHandover(saved);
  const caller =
    offer && offer.number !== openHandover(kase)?.number
      ? await callerMessage(offer.to, saved.promise.dueAt, deps, stores, now)
      : null;
  const done = deputy?.notice ?? doneNotice(action.verb, decided.change);
  const answer = await caseAnswer(turn, saved, { notice: done, caller });
  const [line] = decided.change.history;
  const isNewNeed = line.event === 'followed-up' && line.details.result === 'new-need';
  return [
    ...(action.verb === 'case.correct' ? unconfirmed(turn, kase, saved) : []),
    answer,
    ...(isNewNeed ? await beginLinkedDraft(turn, kase) : []),
  ];
}

/** The command with the case that it means without naming one. `fortryd` may be about something else altogether. */
async function withCaseMeant(turn: Turn, action: CaseAction): Promise<Answer | CaseAction> {
  if (action.verb === 'case.undo') return whatToUndo(turn, action);
  const isLastCall = action.verb === 'case.answered-here' && action.caseId === '';
  return isLastCall ? { ...action, caseId: await lastCall(turn) } : action;
}

/** A later contact with the needs that the language model read in its text. */
function withNeedsRead({ lookups: { understood } }: Turn, action: CaseAction): CaseAction {
  if (action.verb !== 'case.add-contact' || !understood || action.input.areas) return action;
  return { ...action, input: { ...action.input, areas: understood.chosen.join(',') } };
}

/** The refusal at one field. The first problem's refusal has its parameters, which its sentence names. */
function refusalAt(code: RefusalCode, typed: string, first: Refusal): Refusal {
  if (code === 'text-too-long') return tooLong(typed);
  return code === first.code ? first : { code };
}

/** The refusal of a text that is too long, with its length and the limit. */
function tooLong(typed: string): Refusal {
  return { code: 'text-too-long', params: { max: MAX_TEXT, length: typed.trim().length } };
}

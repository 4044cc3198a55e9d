import { type Answer, refused } from '../core/answer.ts';
import type { Case } from '../core/case/case.ts';
import { mayShare } from '../core/case/derived.ts';
import { sourceOf } from '../core/case/enquiry.ts';
import { asksBasis, openCase, receiverOf } from '../core/case/open-case.ts';
import { decideCase } from '../core/case/verbs/table.ts';
import { sightOf } from '../core/case/visibility.ts';
import type { Command } from '../core/command.ts';
import type { Draft, FieldProblem, IntakeValues } from '../core/intake/draft.ts';
import { readInputs } from '../core/intake/read-inputs.ts';
import { type Notice, noticeOf } from '../core/notice.ts';
import { callerMessage } from './caller-message.ts';
import { caseAnswer, doneNotice } from './case-card.ts';
import { caseContext } from './case-context.ts';
import { companyKeyOf } from './company-key.ts';
import { applyTyped, saveDraft } from './draft-changes.ts';
import { learn } from './forget-words.ts';
import { rememberCall } from './last-call.ts';
import { livingCase } from './merge-cases.ts';
import { linkOutreach } from './outreach/record-outreach.ts';
import { countContact } from './pace.ts';
import { saveChange } from './save-case.ts';
import { showDraft } from './show-draft.ts';
import { tellRunningOffices } from './tell-of-crisis.ts';
import { triage } from './triage-draft.ts';
import { type Turn, today } from './turn.ts';
import { rememberSlip } from './undo-slip.ts';

type IntakeCommand = Extract<Command, { name: 'intake' }>;

/**
 * The button that creates the case, or adds the enquiry to the company's running case (O2). A card of an older revision shows
 * the draft as it is now, with `stale-revision`.
 */
export async function confirmIntake(turn: Turn, draft: Draft, command: IntakeCommand): Promise<Answer> {
  const read = readInputs(command.input, today(turn));
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
  const { decision, running } = await triage(turn, filled);
  if (!decision) {
    return showDraft(turn, await saveDraft(turn, draft, { ...filled, step: 'form' }), {
      problems: [{ field: 'municipality', refusal: { code: 'municipality-needed' }, typed: '' }],
    });
  }
  const anyway = command.input.anyway === 'true';
  // Nothing may be told to another office where the company declined: the enquiry becomes a case of our own.
  const maySay = running?.owner === turn.actor.organisation || filled.values.consent !== 'declined';
  // O2: no second case while one runs, unless the person asks for it (`anyway`).
  if (running?.ours && decision.joinsRunning && !filled.override && !anyway && maySay) {
    const newNeed = command.input.newNeed === 'true';
    return addToRunning(turn, draft, filled, running.caseId, newNeed);
  }
  const { cvr } = filled.values;
  const others = cvr === undefined ? [] : await turn.stores.cases.ofCompany(cvr);
  const seen = others.find((one) => sightOf(one, turn.actor, turn.deps.settingsOf).number);
  const earlier = seen && (await livingCase(seen, turn.stores));
  const opened = openCase(
    {
      id: turn.deps.ids.caseId(),
      draftId: draft.id,
      values: filled.values,
      decision,
      override: filled.override,
      contactedAt: draft.contactedAt,
      linkedTo: draft.linkedTo ?? earlier?.id ?? running?.caseId ?? null,
      companyKey: cvr === undefined ? turn.deps.ids.id() : await companyKeyOf(turn, cvr, others),
      outreachId: filled.outreachId,
    },
    turn.actor,
    { now: turn.now, calendar: turn.deps.calendar, settingsOf: turn.deps.settingsOf },
  );
  if (!opened.ok) {
    const typed = command.input.consent ?? '';
    const problem = { field: 'consent', refusal: opened.refusal, typed };
    return showUnconfirmed(turn, draft, filled, problem, anyway);
  }
  const kase = await saveChange(turn.stores, opened.value, turn.deps.calendar, turn.now);
  await tellRunningOffices(turn, kase);
  await endDraft(turn, draft, filled, kase);
  await linkOutreach(turn, filled, kase.id);
  const { handovers, owner, promise } = kase;
  if (handovers.length > 0) await rememberSlip(turn, 'case', kase.id);
  await rememberCall(turn, kase.id);
  return caseAnswer(turn, kase, {
    notice: createdNotice(kase, filled),
    card: 'case',
    caller: await callerMessage(
      handovers.at(-1)?.to ?? owner,
      promise.dueAt,
      turn.deps,
      turn.stores,
      turn.now,
    ),
  });
}

/** Ends a draft in its case. The basis is known now, so what was noted to learn is learnt, or dropped. */
async function endDraft(turn: Turn, draft: Draft, filled: Draft, kase: Case): Promise<void> {
  const { toLearn: _, ...rest } = filled;
  await saveDraft(turn, draft, {
    ...rest,
    state: 'confirmed',
    asking: null,
    caseId: kase.id,
  });
  await learn(turn.stores, filled, kase, turn.now);
}

/** What became of the enquiry: sent, created here, or kept here because the company declined sharing. */
function createdNotice(
  { id: caseId, handovers, decision, owner }: Case,
  { values, override }: Draft,
): Notice {
  const organisation = handovers.at(-1)?.to;
  if (organisation) return noticeOf('case-sent', { caseId, organisation });
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

/**
 * Records on our own running case the basis that was chosen for the enquiry. A company that declines now withdraws the basis
 * of its case, or the enquiry's words would be shared under it.
 */
async function recordChosenBasis(
  turn: Turn,
  kase: Case,
  { consent: kind, basisScope: scope }: IntakeValues,
): Promise<Case> {
  if (kind === undefined) return kase;
  const isShared = mayShare(kase);
  if (kind === 'declined' ? !isShared && kase.basis !== null : isShared) return kase;
  const action = isShared
    ? ({ verb: 'case.withdraw-basis', revision: null, input: {} } as const)
    : ({ verb: 'case.basis', revision: null, input: { kind, ...(scope && { scope }) } } as const);
  const decided = decideCase(kase, action, turn.actor, caseContext(turn.deps, turn.now));
  if (!decided.ok) throw new Error(`${action.verb} was refused on ${kase.id}: ${decided.refusal.code}`);
  return saveChange(turn.stores, decided.change, turn.deps.calendar, turn.now);
}

/** Adds the intake's enquiry to the company's running case, which keeps its owner (O2). */
async function addToRunning(
  turn: Turn,
  draft: Draft,
  filled: Draft,
  caseId: string,
  newNeed: boolean,
): Promise<Answer> {
  const kase = await turn.stores.cases.get(caseId);
  if (!kase) return refused('unknown-case', { caseId });
  const { description, areas, tools, contactName, contactPhone, contactEmail } = filled.values;
  const elsewhere = kase.owner !== turn.actor.organisation;
  if (asksBasis(filled.values, elsewhere) && (elsewhere || kase.basis === null)) {
    const problem: FieldProblem = { field: 'consent', refusal: { code: 'basis-needed' }, typed: '' };
    return showUnconfirmed(turn, draft, filled, problem);
  }
  const person = [contactName, contactPhone, contactEmail].filter((part) => part).join(' ');
  const decided = decideCase(
    kase,
    {
      verb: 'case.add-contact',
      revision: null,
      input: {
        text: description ?? '',
        areas: areas?.join(',') ?? '',
        person,
        newNeed: String(newNeed),
        tools: tools?.join(',') ?? '',
      },
    },
    turn.actor,
    {
      ...caseContext(turn.deps, turn.now),
      enquiry: { ...sourceOf(filled.values), contactedAt: draft.contactedAt },
    },
  );
  const refusal = decided.ok ? await countContact(turn) : decided.refusal;
  if (!decided.ok || refusal) return { kind: 'refused', refusal: refusal ?? { code: 'fault' } };
  const added = await saveChange(turn.stores, decided.change, turn.deps.calendar, turn.now);
  const saved = elsewhere ? added : await recordChosenBasis(turn, added, filled.values);
  await endDraft(turn, draft, filled, saved);
  await rememberCall(turn, caseId);
  await linkOutreach(turn, filled, caseId);
  return caseAnswer(turn, saved, { notice: doneNotice('case.add-contact', decided.change) });
}

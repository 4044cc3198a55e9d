import { type Answer, notice, refused } from '../core/answer.ts';
import type { Command, IntakeVerb } from '../core/command.ts';
import { hasContent } from '../core/intake/change-draft.ts';
import type { Draft, FieldProblem } from '../core/intake/draft.ts';
import { readInputs } from '../core/intake/read-inputs.ts';
import { parseOrganisation } from '../core/organisation.ts';
import type { RawInput } from '../core/raw-input.ts';
import { MAX_TEXT } from '../core/text-limit.ts';
import { confirmIntake } from './confirm-intake.ts';
import { correctDraft } from './correct-draft.ts';
import {
  answeredWith,
  beginDraft,
  fillDraft,
  fillFromForm,
  learnAreas,
  saveDraft,
  setAside,
  showNextStep,
  takeUp,
} from './draft-changes.ts';
import { overruled } from './register-differences.ts';
import { showDraft, showEnded } from './show-draft.ts';
import { type Turn, today } from './turn.ts';
import { bringBack, rememberSlip } from './undo-slip.ts';

type IntakeCommand = Extract<Command, { name: 'intake' }>;

/** `ny`: the whole form. Where an intake with content is under way or was set aside, offers to resume it. */
export async function startIntake(turn: Turn): Promise<Answer> {
  const active = await turn.stores.drafts.active(turn.person.id);
  const shared = turn.inbound.audience === 'conversation';
  if (active && hasContent(active)) return { kind: 'resume-offer', draft: active, shared };
  const [older] = await turn.stores.drafts.setAside(turn.person.id, 1);
  if (older) return { kind: 'resume-offer', draft: older, shared };
  return showDraft(
    turn,
    active
      ? await saveDraft(turn, active, { ...active, step: 'form', asking: null })
      : await beginDraft(turn, 'form'),
  );
}

/** `guide`: goes on with the intake under way, or begins one, one question at a time. */
export async function startGuided(turn: Turn): Promise<Answer> {
  const active = (await turn.stores.drafts.active(turn.person.id)) ?? (await beginDraft(turn, 'guided'));
  return showNextStep(turn, active, active);
}

/** `annuller`: cancels the intake under way (`draft`, or else the person's active one). */
export async function cancelIntake(turn: Turn, draft?: Draft): Promise<Answer> {
  const active = draft ?? (await turn.stores.drafts.active(turn.person.id));
  if (!active) return notice('nothing-to-cancel');
  await saveDraft(turn, active, { ...active, state: 'cancelled', asking: null });
  await rememberSlip(turn, 'draft', active.id);
  return notice('cancelled', { draftId: active.id });
}

/** `tilbage`: back to the last answered question; where there is none, to the form. */
export async function goBack(turn: Turn, draft?: Draft): Promise<Answer> {
  const active = draft ?? (await turn.stores.drafts.active(turn.person.id));
  if (!active) return notice('nothing-to-go-back-to');
  const last = active.answered.at(-1);
  if (last === undefined)
    return showDraft(turn, await saveDraft(turn, active, { ...active, step: 'form', asking: null }));
  return showDraft(
    turn,
    await saveDraft(turn, active, {
      ...active,
      step: 'guided',
      asking: last,
      answered: active.answered.slice(0, -1),
    }),
  );
}

/**
 * A verb of the intake, from a card or typed. Refuses `no-draft` and `not-your-draft`; a verb on an ended draft shows
 * what it ended in.
 */
export async function takeIntakeVerb(turn: Turn, command: IntakeCommand): Promise<readonly Answer[]> {
  const { verb } = command;
  const draft = await draftOf(turn, command);
  if (!draft) {
    if (command.draftId !== null) return [refused('no-draft')];
    if (verb === 'intake.guided') return [await startGuided(turn)];
    // `slå op 25313763` names a company, so it begins an enquiry, as `log 25313763` does.
    if (verb !== 'intake.lookup') return [refused('no-draft')];
    return carryOut(turn, await beginDraft(turn, 'form'), command);
  }
  if (draft.person !== turn.person.id) return [refused('not-your-draft')];
  if (draft.state === 'set-aside') {
    const taken = await takeUp(turn, draft);
    // The card shows the revision before the draft was set aside, which changed nothing on it.
    const isFresh = command.revision === draft.revision - 1;
    const again = { ...command, ...(isFresh && { revision: taken.draft.revision }) };
    return [...taken.told, ...(await carryOut(turn, taken.draft, again))];
  }
  if (draft.state !== 'active') {
    if (verb === 'intake.undo') return [await bringBack(turn, draft)];
    if (verb !== 'intake.restart') return [await showEnded(turn, draft)];
    const told = await setAside(turn, await turn.stores.drafts.active(turn.person.id));
    return [...told, await showDraft(turn, await beginDraft(turn, 'form'))];
  }
  return carryOut(turn, draft, command);
}

/** The draft that a verb is about: the card's own, else the person's active one; `fortsæt` also finds one set aside. */
async function draftOf(
  { stores, person }: Turn,
  { draftId, verb }: IntakeCommand,
): Promise<Draft | undefined> {
  if (draftId !== null) return stores.drafts.get(draftId);
  const active = await stores.drafts.active(person.id);
  return active ?? (verb === 'intake.resume' ? (await stores.drafts.setAside(person.id, 1))[0] : undefined);
}

async function carryOut(turn: Turn, draft: Draft, command: IntakeCommand): Promise<readonly Answer[]> {
  return command.verb === 'intake.correct'
    ? correctDraft(turn, draft, command.input)
    : [await carryOutOne(turn, draft, command, command.verb)];
}

async function carryOutOne(
  turn: Turn,
  draft: Draft,
  command: IntakeCommand,
  verb: Exclude<IntakeVerb, 'intake.correct'>,
): Promise<Answer> {
  switch (verb) {
    case 'intake.submit':
      return submit(turn, draft, command.input);
    case 'intake.lookup':
      return lookUpCompany(turn, draft, command.input);
    case 'intake.answer':
      return answerQuestion(turn, draft, command.input);
    case 'intake.guided':
      return showNextStep(
        turn,
        draft,
        fillDraft(turn, draft, readInputs(command.input, today(turn)), 'user'),
      );
    case 'intake.back':
      return goBack(turn, draft);
    case 'intake.undo':
      return refused('nothing-to-undo');
    case 'intake.resume':
      return showDraft(turn, draft, { problems: draft.rejected });
    case 'intake.restart': {
      await saveDraft(turn, draft, { ...draft, state: 'cancelled', asking: null });
      await rememberSlip(turn, 'draft', draft.id);
      return showDraft(turn, await beginDraft(turn, 'form'));
    }
    case 'intake.edit':
      return showDraft(
        turn,
        await saveDraft(turn, draft, { ...draft, step: 'form', asking: null, override: null }),
      );
    case 'intake.cancel':
      return cancelIntake(turn, draft);
    case 'intake.override':
      return override(turn, draft, command.input);
    case 'intake.confirm':
      return confirmIntake(turn, draft, command);
    default: {
      const never: never = verb;
      return never;
    }
  }
}

async function submit(turn: Turn, before: Draft, input: RawInput): Promise<Answer> {
  const { draft, filled, read } = fillFromForm(turn, before, input);
  const problems: FieldProblem[] = [...filled.rejected];
  const chooseFirst = turn.lookups.found.length > 0 && !draft.answered.includes('candidates');
  if (filled.values.municipality === undefined && !problems.some(({ field }) => field === 'municipality')) {
    // Where the name matched companies, choosing one of them gives the municipality too.
    if (!chooseFirst)
      problems.push({ field: 'municipality', refusal: { code: 'municipality-needed' }, typed: '' });
  }
  const answered = chooseFirst ? [...draft.answered, 'candidates'] : draft.answered;
  const stay = problems.length > 0 || chooseFirst;
  const kept = await saveDraft(turn, draft, {
    ...filled,
    answered,
    override: null,
    step: stay ? 'form' : 'decision',
    asking: null,
  });
  return showDraft(turn, kept, { problems: [...problems, ...overruled(read, filled)] });
}

async function lookUpCompany(turn: Turn, draft: Draft, input: RawInput): Promise<Answer> {
  const read = readInputs(input, today(turn));
  const filled = fillDraft(turn, draft, read, 'user');
  if (draft.step !== 'form' && read.problems.length === 0) {
    // Choosing a company answers the question for the company only, even if the guide asks another one by now.
    const answered = draft.asking === 'company' ? answeredWith(draft) : draft.answered;
    return showNextStep(turn, draft, { ...filled, answered, override: null });
  }
  return showDraft(turn, await saveDraft(turn, draft, { ...filled, step: 'form' }), {
    problems: filled.rejected,
  });
}

/**
 * An answer to the guide's question, from its card or typed. Unreadable input keeps the question, with the problems
 * on it.
 */
export async function answerQuestion(turn: Turn, before: Draft, input: RawInput): Promise<Answer> {
  const read = readInputs(input, today(turn));
  const draft = learnAreas(before, read);
  const filled = fillDraft(turn, draft, read, 'user');
  if (read.problems.length > 0) {
    return showDraft(turn, await saveDraft(turn, draft, filled), { problems: read.problems });
  }
  // A button of an earlier question corrects that answer. It does not answer the current question.
  const asked = input.question;
  const answered = asked === undefined || asked === draft.asking ? answeredWith(draft) : draft.answered;
  return showNextStep(turn, draft, { ...filled, answered });
}

async function override(turn: Turn, draft: Draft, input: RawInput): Promise<Answer> {
  const { organisation: typed = '', reason = '', ...rest } = input;
  const filled = fillDraft(turn, draft, readInputs(rest, today(turn)), 'user');
  const organisation = parseOrganisation(typed.trim());
  const problems: FieldProblem[] = [];
  if (!organisation) {
    problems.push({
      field: 'organisation',
      refusal: { code: typed.trim() === '' ? 'organisation-needed' : 'unknown-organisation' },
      typed,
    });
  }
  if (reason.trim() === '')
    problems.push({ field: 'reason', refusal: { code: 'reason-needed' }, typed: reason });
  if (reason.length > MAX_TEXT)
    problems.push({
      field: 'reason',
      refusal: { code: 'text-too-long', params: { max: MAX_TEXT, length: reason.length } },
      typed: reason,
    });
  const chosen =
    organisation && problems.length === 0 ? { organisation, reason: reason.trim() } : draft.override;
  const kept = await saveDraft(turn, draft, { ...filled, step: 'decision', asking: null, override: chosen });
  return showDraft(turn, kept, { problems });
}

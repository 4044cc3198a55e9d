import type { Answer } from '../core/answer.ts';
import { openCase } from '../core/case/open-case.ts';
import { decideCase } from '../core/case/verbs/table.ts';
import type { Command } from '../core/command.ts';
import { applyInputs, applyRegister, followUnit, hasContent, newDraft } from '../core/intake/change-draft.ts';
import type { Draft, FieldProblem, ValueSource } from '../core/intake/draft.ts';
import { type ReadInputs, readInputs } from '../core/intake/read-inputs.ts';
import { parseOrganisation } from '../core/organisation.ts';
import type { RawInput } from '../core/raw-input.ts';
import { MAX_TEXT } from '../core/text-limit.ts';
import { registerFacts } from './look-up.ts';
import { maskDraft } from './mask-draft.ts';
import { countContact } from './pace.ts';
import { overruled } from './register-differences.ts';
import { saveChange } from './save-case.ts';
import { showDraft, showEnded } from './show-draft.ts';
import { triage } from './triage-draft.ts';
import { caseAnswer, caseContext, doneNotice, notice, refused, type Turn, today } from './turn.ts';
import { offeredBy, understoodValues } from './understood-values.ts';

type IntakeCommand = Extract<Command, { name: 'intake' }>;

/** Keeps a changed draft; in one transaction nobody can have been in between. */
export async function keep(turn: Turn, before: Draft, after: Draft): Promise<Draft> {
  const saved: Draft = { ...after, revision: before.revision + 1, updatedAt: turn.now };
  if (!(await turn.stores.drafts.update(saved, before.revision)))
    throw new Error(`Draft ${before.id} was changed in between`);
  return saved;
}

export async function begin(turn: Turn, step: Draft['step']): Promise<Draft> {
  const draft = newDraft(turn.deps.ids.id(), turn.person.id, turn.actor.organisation, step, turn.now);
  await turn.stores.drafts.insert(draft);
  return draft;
}

/** The draft with what was typed, without the CPR numbers that this and what was typed before make together. */
function apply(turn: Turn, draft: Draft, read: ReadInputs, source: ValueSource): Draft {
  const masked = maskDraft(applyInputs(draft, read, source), turn.deps.maskCpr);
  turn.joined.removed += masked.removed;
  return masked.draft;
}

/** The draft with what was typed and what the register knows of the company. */
export function fill(turn: Turn, draft: Draft, read: ReadInputs, source: ValueSource): Draft {
  const typed = apply(turn, draft, read, source);
  const { company } = turn.lookups;
  if (company === null) return followUnit(draft, typed);
  if (company.state === 'found') return followUnit(draft, applyRegister(typed, registerFacts(company.value)));
  return { ...typed, register: company.state };
}

/** On to the decision where nothing more must be asked, else to the next question. */
export async function advance(
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
  return showDraft(turn, await keep(turn, before, next), { triaged, problems });
}

/** `ny`: one form, everything on it; an intake that is under way is offered first. */
export async function startIntake(turn: Turn): Promise<Answer> {
  const active = await turn.stores.drafts.active(turn.person.id);
  if (active && hasContent(active)) return { kind: 'resume-offer', draft: active };
  return showDraft(
    turn,
    active ? await keep(turn, active, { ...active, step: 'form', asking: null }) : await begin(turn, 'form'),
  );
}

/** One question at a time: goes on with the intake under way, or begins one. */
export async function startGuided(turn: Turn): Promise<Answer> {
  const active = (await turn.stores.drafts.active(turn.person.id)) ?? (await begin(turn, 'guided'));
  return advance(turn, active, active);
}

/** `annuller`: drops the intake under way. */
export async function cancelIntake(turn: Turn, draft?: Draft): Promise<Answer> {
  const active = draft ?? (await turn.stores.drafts.active(turn.person.id));
  if (!active) return notice('nothing-to-cancel');
  await keep(turn, active, { ...active, state: 'cancelled', asking: null });
  return notice('cancelled');
}

/** `tilbage`: the question before, or from the decision card back to the form. */
export async function goBack(turn: Turn, draft?: Draft): Promise<Answer> {
  const active = draft ?? (await turn.stores.drafts.active(turn.person.id));
  if (!active) return notice('nothing-to-go-back-to');
  const last = active.answered.at(-1);
  if (last === undefined)
    return showDraft(turn, await keep(turn, active, { ...active, step: 'form', asking: null }));
  return showDraft(
    turn,
    await keep(turn, active, {
      ...active,
      step: 'guided',
      asking: last,
      answered: active.answered.slice(0, -1),
    }),
  );
}

/** `ret <felt> <værdi>`: corrects one field of the intake under way, from anywhere. */
export async function correctIntake(turn: Turn, field: string, value: string): Promise<Answer> {
  const active = await turn.stores.drafts.active(turn.person.id);
  if (!active) return refused('no-draft');
  const read = readInputs({ [field]: value }, today(turn));
  await learnAreas(turn, active, read);
  const filled = fill(turn, active, read, 'user');
  const corrected: Draft = { ...filled, override: null };
  // The question asked may have been about what is now corrected.
  const said = overruled(read, filled);
  if (active.step === 'guided' && read.problems.length === 0) return advance(turn, active, corrected, said);
  return showDraft(turn, await keep(turn, active, corrected), { problems: [...read.problems, ...said] });
}

/** A verb of the intake's cards, or its typed form. */
export async function takeIntakeVerb(turn: Turn, command: IntakeCommand): Promise<Answer> {
  const { draftId } = command;
  const draft =
    draftId === null
      ? await turn.stores.drafts.active(turn.person.id)
      : await turn.stores.drafts.get(draftId);
  if (!draft)
    return draftId === null && command.verb === 'intake.guided' ? startGuided(turn) : refused('no-draft');
  if (draft.person !== turn.person.id) return refused('not-your-draft');
  if (draft.state !== 'active') {
    return command.verb === 'intake.restart'
      ? showDraft(turn, await begin(turn, 'form'))
      : showEnded(turn, draft);
  }
  switch (command.verb) {
    case 'intake.submit':
      return submit(turn, draft, command.input);
    case 'intake.lookup':
      return lookUpCompany(turn, draft, command.input);
    case 'intake.answer':
      return answerQuestion(turn, draft, command.input);
    case 'intake.guided':
      return advance(turn, draft, fill(turn, draft, readInputs(command.input, today(turn)), 'user'));
    case 'intake.back':
      return goBack(turn, draft);
    case 'intake.resume':
      return showDraft(turn, draft, { problems: draft.rejected });
    case 'intake.restart': {
      await keep(turn, draft, { ...draft, state: 'cancelled', asking: null });
      return showDraft(turn, await begin(turn, 'form'));
    }
    case 'intake.edit':
      return showDraft(
        turn,
        await keep(turn, draft, { ...draft, step: 'form', asking: null, override: null }),
      );
    case 'intake.cancel':
      return cancelIntake(turn, draft);
    case 'intake.override':
      return override(turn, draft, command.input);
    case 'intake.confirm':
      return confirm(turn, draft, command);
    default: {
      const never: never = command.verb;
      return never;
    }
  }
}

async function submit(turn: Turn, draft: Draft, input: RawInput): Promise<Answer> {
  const read = readInputs(input, today(turn));
  await learnAreas(turn, draft, read);
  const filled = followUnit(draft, understandDescription(turn, fill(turn, draft, read, 'user')));
  const problems: FieldProblem[] = [...filled.rejected];
  const chooseFirst = turn.lookups.found.length > 0 && !draft.answered.includes('candidates');
  if (filled.values.municipality === undefined && !problems.some(({ field }) => field === 'municipality')) {
    // Where the name led to companies, choosing one of them answers this too.
    if (!chooseFirst)
      problems.push({ field: 'municipality', refusal: { code: 'municipality-needed' }, typed: '' });
  }
  const answered = chooseFirst ? [...draft.answered, 'candidates'] : draft.answered;
  const stay = problems.length > 0 || chooseFirst;
  const kept = await keep(turn, draft, {
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
  const filled = fill(turn, draft, read, 'user');
  if (draft.step !== 'form' && read.problems.length === 0) {
    // A company chosen from those of a name answers the question for the company alone, whatever is asked by now.
    const answered = draft.asking === 'company' ? answeredWith(draft) : draft.answered;
    return advance(turn, draft, { ...filled, answered, override: null });
  }
  return showDraft(turn, await keep(turn, draft, { ...filled, step: 'form' }), { problems: filled.rejected });
}

function answeredWith(draft: Draft): readonly string[] {
  const { asking, answered } = draft;
  return asking === null || answered.includes(asking) ? answered : [...answered, asking];
}

/** An answer to the question asked, from its card or typed. */
export async function answerQuestion(turn: Turn, draft: Draft, input: RawInput): Promise<Answer> {
  const read = readInputs(input, today(turn));
  await learnAreas(turn, draft, read);
  const filled = fill(turn, draft, read, 'user');
  if (read.problems.length > 0) {
    return showDraft(turn, await keep(turn, draft, filled), { problems: read.problems });
  }
  // A button of an earlier question corrects that answer; it does not answer the one that is asked now.
  const asked = input.question;
  const answered = asked === undefined || asked === draft.asking ? answeredWith(draft) : draft.answered;
  return advance(turn, draft, { ...filled, answered });
}

async function override(turn: Turn, draft: Draft, input: RawInput): Promise<Answer> {
  const { organisation: typed = '', reason = '', ...rest } = input;
  const filled = fill(turn, draft, readInputs(rest, today(turn)), 'user');
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
  const kept = await keep(turn, draft, { ...filled, step: 'decision', asking: null, override: chosen });
  return showDraft(turn, kept, { problems });
}

async function confirm(turn: Turn, draft: Draft, command: IntakeCommand): Promise<Answer> {
  const read = readInputs(command.input, today(turn));
  const filled = apply(turn, draft, read, 'user');
  if (command.revision !== null && command.revision !== draft.revision) {
    // The card on the screen is older than the draft: what it shows may not be what would be created.
    return showDraft(turn, await keep(turn, draft, { ...filled, step: 'decision' }), {
      problems: [{ field: '', refusal: { code: 'stale-revision' }, typed: '' }],
    });
  }
  const { decision, running } = await triage(turn, filled);
  if (!decision) {
    return showDraft(turn, await keep(turn, draft, { ...filled, step: 'form' }), {
      problems: [{ field: 'municipality', refusal: { code: 'municipality-needed' }, typed: '' }],
    });
  }
  // O2: no second case while one runs, unless somebody says so.
  if (running?.ours && decision.joinsRunning && !filled.override && command.input.anyway !== 'true') {
    return addToRunning(turn, draft, filled, running.caseId);
  }
  const { cvr } = filled.values;
  const earlier = cvr === undefined ? undefined : (await turn.stores.cases.ofCompany(cvr))[0];
  const opened = openCase(
    {
      id: turn.deps.ids.caseId(),
      draftId: draft.id,
      values: filled.values,
      decision,
      override: filled.override,
      contactedAt: draft.contactedAt,
      linkedTo: earlier?.id ?? running?.caseId ?? null,
    },
    turn.actor,
    { now: turn.now, calendar: turn.deps.calendar, settingsOf: turn.deps.settingsOf },
  );
  if (!opened.ok) {
    return showDraft(turn, await keep(turn, draft, { ...filled, step: 'decision', asking: null }), {
      problems: [{ field: 'consent', refusal: opened.refusal, typed: command.input.consent ?? '' }],
    });
  }
  const kase = await saveChange(turn.stores, opened.value, turn.deps.calendar, turn.now);
  await keep(turn, draft, { ...filled, state: 'confirmed', asking: null, caseId: kase.id });
  const receiver = kase.handovers.at(-1)?.to;
  return caseAnswer(turn, kase, {
    notice: receiver
      ? { code: 'case-sent', params: { caseId: kase.id, organisation: receiver } }
      : { code: 'case-created', params: { caseId: kase.id } },
    card: 'case',
  });
}

/** Adds what the intake collected to the company's running case, which keeps its owner (O2). */
async function addToRunning(turn: Turn, draft: Draft, filled: Draft, caseId: string): Promise<Answer> {
  const kase = await turn.stores.cases.get(caseId);
  if (!kase) return refused('unknown-case', { caseId });
  const { description, areas, contactName, contactPhone, contactEmail, consent } = filled.values;
  const elsewhere = kase.owner !== turn.actor.organisation;
  if (elsewhere && (consent === undefined || consent === 'declined')) {
    const code = consent === undefined ? 'basis-needed' : 'basis-declined';
    return showDraft(turn, await keep(turn, draft, { ...filled, step: 'decision', asking: null }), {
      problems: [{ field: 'consent', refusal: { code }, typed: consent ?? '' }],
    });
  }
  const person = [contactName, contactPhone, contactEmail].filter((part) => part).join(' ');
  const decided = decideCase(
    kase,
    {
      verb: 'case.add-contact',
      revision: null,
      input: { text: description ?? '', areas: areas?.join(',') ?? '', person },
    },
    turn.actor,
    { ...caseContext(turn.deps, turn.now), enquiry: true },
  );
  const refusal = decided.ok ? await countContact(turn) : decided.refusal;
  if (!decided.ok || refusal) return { kind: 'refused', refusal: refusal ?? { code: 'fault' } };
  const saved = await saveChange(turn.stores, decided.change, turn.deps.calendar, turn.now);
  await keep(turn, draft, { ...filled, state: 'confirmed', asking: null, caseId });
  return caseAnswer(turn, saved, { notice: doneNotice('case.add-contact', decided.change) });
}

/**
 * The needs that somebody chose for words that were understood otherwise, or not at all, are kept, masked, as a labelled
 * example.
 */
async function learnAreas(turn: Turn, draft: Draft, read: ReadInputs): Promise<void> {
  const { areas, description } = draft.values;
  const right = read.values.areas;
  if (draft.sources.description !== 'text' || description === undefined || right === undefined) return;
  if (JSON.stringify([...(areas ?? [])].sort()) === JSON.stringify([...right].sort())) return;
  await turn.stores.examples.add(description, right, turn.now);
}

/** What a form describes, understood: fills what nobody has filled in, and offers what it may mean. */
function understandDescription(turn: Turn, draft: Draft): Draft {
  const { understood } = turn.lookups;
  if (!understood) return draft;
  const { values } = understoodValues(understood, today(turn));
  const open = Object.entries(values).filter(
    ([field]) => !(field in draft.values) && field !== 'description',
  );
  const filled = applyInputs(draft, { values: Object.fromEntries(open), cleared: [], problems: [] }, 'text');
  return { ...filled, sources: { ...filled.sources, description: 'text' }, offered: offeredBy(understood) };
}

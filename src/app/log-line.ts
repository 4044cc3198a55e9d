import { type Answer, notice, refused } from '../core/answer.ts';
import type { Draft, FieldProblem } from '../core/intake/draft.ts';
import { type ReadInputs, readInputs } from '../core/intake/read-inputs.ts';
import { isQuestion } from '../core/talk.ts';
import { MAX_TEXT } from '../core/text-limit.ts';
import { isAnotherCompany, mistypedCvr, unsureCvr } from './another-company.ts';
import { answerQuestionTyped } from './answer-talk.ts';
import { beginDraft, fillDraft, saveDraft, showNextStep } from './draft-changes.ts';
import { answerQuestion } from './intake-verbs.ts';
import type { Understanding } from './ports/language-model.ts';
import { answerIn, readSaid } from './read-said.ts';
import { overruled } from './register-differences.ts';
import { showDraft } from './show-draft.ts';
import { type Turn, today } from './turn.ts';
import { offeredBy, understoodValues } from './understood-values.ts';

/** Confidence that a later line needs before its need replaces the intake's. */
const REPLACES = 0.85;

/** `log …`: a new intake from one line. Asks only what can still change the owner. Refuses `line-too-long`. */
export async function logLine(turn: Turn, text: string): Promise<readonly Answer[]> {
  if (text.length > MAX_TEXT) return [tooLong(text)];
  const draft = await beginDraft(turn, 'form');
  return takeLine(turn, draft, text);
}

/**
 * Text that is no command. It is, in this order, an answer to what is asked, a question, small talk, or a need: of the
 * intake under way, or of a new one. Where it can be read as none of these, the person is asked, and nothing is kept.
 */
export async function takeText(turn: Turn, text: string): Promise<readonly Answer[]> {
  if (text.length > MAX_TEXT) return [tooLong(text)];
  const said = turn.lookups.said ?? readSaid(text, turn.deps, today(turn));
  const active = await turn.stores.drafts.active(turn.person.id);
  const input = answerIn(text, active, said, turn.deps);
  if (active && input)
    return [await answerQuestion(turn, active, { ...input, question: active.asking ?? '' })];
  const decided = active?.step === 'decision' ? await answerDecision(turn, active, text) : null;
  if (decided) return [decided];
  const { talk } = said;
  if (isQuestion(talk)) {
    const answer = await answerQuestionTyped(turn, talk);
    return active?.step === 'guided' ? [answer, await showDraft(turn, active)] : [answer];
  }
  if (talk.kind === 'small-talk' && !(active && talk.about === 'fine'))
    return [{ kind: 'small-talk', about: talk.about }];
  if (!active) return talk.kind === 'need' ? logLine(turn, text) : [{ kind: 'which', text }];
  if (isAnotherCompany(text, said.understood, active)) return logLine(turn, text);
  const isRead = active.step === 'form' || !(said.understood && saysNothing(said.understood));
  if (talk.kind !== 'small-talk' && isRead) return takeLine(turn, active, text);
  return [await notAnAnswer(turn, active, text)];
}

/** `ja` or `nej` on a decision that asks whether to share. Null where the card asks nothing, or the text is no answer. */
async function answerDecision(turn: Turn, draft: Draft, text: string): Promise<Answer | null> {
  const shown = await showDraft(turn, draft);
  if (shown.kind !== 'decision' || !shown.basisNeeded) return null;
  const input = turn.deps.readAnswer('consent', text);
  return input ? answerQuestion(turn, draft, input) : null;
}

/** Says that a text was not understood as an answer; what was typed before is kept, and nothing is added. */
async function notAnAnswer(turn: Turn, draft: Draft, text: string): Promise<Answer> {
  switch (draft.step) {
    case 'guided':
      return showDraft(turn, draft, {
        help: true,
        problems: [{ field: '', refusal: { code: 'not-understood' }, typed: text }],
      });
    case 'form':
    case 'decision':
      return refused('no-answer');
    default: {
      const never: never = draft.step;
      return never;
    }
  }
}

function saysNothing({ entities, chosen, offered }: Understanding): boolean {
  return Object.keys(entities).length === 0 && chosen.length === 0 && offered.length === 0;
}

/** A line over the limit. None of it is taken, so its writer sees that it was not read. */
function tooLong(text: string): Answer {
  return refused('line-too-long', { length: text.length, max: MAX_TEXT });
}

async function takeLine(turn: Turn, draft: Draft, text: string): Promise<readonly Answer[]> {
  const { understood } = turn.lookups;
  const read = withWords(draft, understood ? readLine(turn, draft, text, understood) : wordsAlone(text));
  const { length = 0 } = read.values.description ?? '';
  if (length > MAX_TEXT) {
    const room = Math.max(0, MAX_TEXT - (draft.values.description?.length ?? 0) - 1);
    return [refused('description-full', { max: MAX_TEXT, room }), await showDraft(turn, draft)];
  }
  const filled = fillDraft(turn, draft, read, 'text');
  const answer = understood
    ? await showNextStep(turn, draft, { ...filled, offered: offeredBy(understood) ?? filled.offered }, [
        ...filled.rejected,
        ...overruled(read, filled),
      ])
    : await showDraft(turn, await saveDraft(turn, draft, { ...filled, step: 'form' }));
  return [...(understood ? alsoNamed(understood) : []), answer];
}

/** A notice of further needs that a text may name besides the clear ones, so none is lost. */
function alsoNamed({ chosen, offered }: Understanding): readonly Answer[] {
  if (chosen.length === 0 || offered.length === 0) return [];
  return [notice('needs-also', { areas: offered.join(',') })];
}

function wordsAlone(description: string): ReadInputs {
  return { values: { description }, cleared: [], problems: [] };
}

/** The values and problems of a line. A weak reading does not replace what the intake already has. */
function readLine(turn: Turn, draft: Draft, text: string, understood: Understanding): ReadInputs {
  const read = understoodValues(understood, today(turn));
  const mistyped = mistypedCvr(text);
  const hasCvr = draft.values.cvr !== undefined || read.values.cvr !== undefined;
  const unsure = mistyped === undefined && !hasCvr ? unsureCvr(text) : undefined;
  const problems: readonly FieldProblem[] = [
    ...(mistyped === undefined ? [] : readInputs({ cvr: mistyped }, today(turn)).problems),
    ...(unsure === undefined
      ? []
      : [{ field: 'cvr', refusal: { code: 'cvr-or-phone' as const }, typed: unsure }]),
  ];
  const { areas, depths, companyName, contactPhone, ...rest } = read.values;
  const isSure = understood.areas.some(
    ({ area, confidence }) => areas?.includes(area) && confidence >= REPLACES,
  );
  const hasNeed = (draft.values.areas ?? []).length > 0;
  // A second or shorter name does not rename the intake's company.
  const isNamed = draft.values.companyName !== undefined;
  return {
    ...read,
    problems,
    values: {
      ...rest,
      ...(contactPhone !== undefined && contactPhone !== unsure && { contactPhone }),
      ...(companyName !== undefined && !isNamed && { companyName }),
      ...(areas !== undefined && (isSure || !hasNeed) && { areas, ...(depths && { depths }) }),
    },
  };
}

/** The reading with the line's words appended to the intake's description. */
function withWords(draft: Draft, read: ReadInputs): ReadInputs {
  const description = [draft.values.description, read.values.description].filter((part) => part).join('\n');
  return { ...read, values: { ...read.values, description } };
}

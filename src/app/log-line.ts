import { type Answer, notice, refused } from '../core/answer.ts';
import type { Draft, FieldProblem } from '../core/intake/draft.ts';
import { type ReadInputs, readInputs } from '../core/intake/read-inputs.ts';
import { type Errand, type HandOver, isQuestion } from '../core/talk.ts';
import { MAX_TEXT } from '../core/text-limit.ts';
import type { Area } from '../core/vocabulary.ts';
import { isAnotherCompany, mistypedCvr, unsureCvr } from './another-company.ts';
import { answerDecision } from './answer-decision.ts';
import { answerQuestionTyped, isNameOfNobody, officeMeant } from './answer-talk.ts';
import { showCases } from './case-lists.ts';
import { correctDraft } from './correct-draft.ts';
import { beginDraft, fillDraft, saveDraft, setAside, showNextStep } from './draft-changes.ts';
import { answerQuestion, startIntake, takeIntakeVerb } from './intake-verbs.ts';
import { type ChangedNeeds, changedNeeds, needsNotice, onlyTakesAway } from './need-changes.ts';
import type { Understanding } from './ports/language-model.ts';
import { answerIn, readSaid } from './read-said.ts';
import { overruled } from './register-differences.ts';
import { showDraft } from './show-draft.ts';
import { type Turn, today } from './turn.ts';
import { understoodValues } from './understood-values.ts';
import { whomToCall } from './whom-to-call.ts';

/** `log …`: a new intake from one line. Asks only what can still change the owner. Refuses `line-too-long`. */
export async function logLine(turn: Turn, text: string): Promise<readonly Answer[]> {
  if (text.length > MAX_TEXT) return [tooLong(text)];
  const { several = [] } = turn.lookups;
  if (several.length < 2) return logOne(turn, text);
  // One company is asked about, the first or one in crisis; the intakes of the others wait.
  const inTurn = several.toSorted((one, other) => Number(isCrisis(other)) - Number(isCrisis(one)));
  const answers: Answer[] = [notice('several-companies', { count: several.length })];
  for (const [at, one] of inTurn.toReversed().entries()) {
    const logged = await logOne({ ...turn, lookups: one.lookups }, one.text);
    answers.push(...(at === several.length - 1 ? logged : logged.filter(isSetAside)));
  }
  return answers;
}

const isCrisis = ({ lookups }: NonNullable<Turn['lookups']['several']>[number]): boolean =>
  lookups.understood?.crisis === true;

async function logOne(turn: Turn, text: string): Promise<readonly Answer[]> {
  const aside = await setAside(turn, await turn.stores.drafts.active(turn.person.id));
  const draft = await beginDraft(turn, 'form');
  return [...aside, ...(await takeLine(turn, draft, text))];
}

function isSetAside(answer: Answer): boolean {
  return answer.kind === 'notice' && answer.notice.code === 'draft-set-aside';
}

/**
 * Text that is no command. It is, in this order, an answer to what is asked, a question, small talk, or a need: of the
 * intake under way, or of a new one. Where it can be read as none of these, the person is asked, and nothing is kept.
 */
export async function takeText(turn: Turn, text: string): Promise<readonly Answer[]> {
  if (text.length > MAX_TEXT) return [tooLong(text)];
  const said = turn.lookups.said ?? readSaid(text, turn.deps, today(turn));
  const active = await turn.stores.drafts.active(turn.person.id);
  const input = answerIn(text, active, said, turn.deps, today(turn));
  if (active && input)
    return [
      await answerQuestion(turn, active, {
        ...input,
        question: active.asking ?? '',
      }),
    ];
  const decided = active?.step === 'decision' ? await answerDecision(turn, active, text) : null;
  if (decided) return decided;
  const { talk } = said;
  if (talk.kind === 'redirect' || talk.kind === 'assign') return spokenHandOver(turn, active, talk);
  if (talk.kind === 'errand') return spokenErrand(turn, active, text, talk);
  const whom = active && whomToCall(turn.deps, active, text, talk);
  if (active && whom) return correctDraft(turn, active, whom);
  if (isQuestion(talk)) {
    const answer = await answerQuestionTyped(turn, talk);
    if (active?.asking === 'company' && isNameOfNobody(text, answer))
      return [await answerQuestion(turn, active, { companyName: text.trim(), question: 'company' })];
    return active?.step === 'guided' ? [answer, await showDraft(turn, active)] : [answer];
  }
  if (talk.kind === 'begin') return [await startIntake(turn)];
  // `ja tak` to a card is no thanks.
  const changes = active !== undefined && changesNeeds(turn, active);
  const isAnswer =
    talk.kind === 'small-talk' && (talk.about === 'fine' || changes || saysYesOrNo(turn, text));
  // `sorry, I meant …` is an excuse only where nothing is under way.
  const isNoAnswer =
    talk.kind === 'small-talk' && !changes && (turn.lookups.needChange.replaces || talk.about === 'remark');
  const takesAway = !changes && onlyTakesAway(turn, said.understood);
  if (active && (isNoAnswer || takesAway)) return [await notAnAnswer(turn, active, text)];
  if (talk.kind === 'small-talk' && !(active && isAnswer)) {
    const again = active && talk.about === 'trouble' ? [await showDraft(turn, active)] : [];
    return [{ kind: 'small-talk', about: talk.about }, ...again];
  }
  if (!active) return talk.kind === 'need' && !takesAway ? logLine(turn, text) : [{ kind: 'which', text }];
  if (isAnotherCompany(text, said.understood, active)) return logLine(turn, text);
  const tells = said.understood === null || !saysNothing(text, said.understood) || changes;
  const isRead = active.step === 'form' || tells;
  if ((talk.kind !== 'small-talk' || changes) && isRead) return takeLine(turn, active, text);
  return [await notAnAnswer(turn, active, text)];
}

/**
 * That somebody else should have the case. Of the decision that is shown, another recipient is chosen; a case that is not
 * created cannot be anybody's (`case-not-created`); without an intake, the writer's cases are shown.
 */
async function spokenHandOver(
  turn: Turn,
  active: Draft | undefined,
  said: HandOver,
): Promise<readonly Answer[]> {
  if (!active) return [await showCases(turn, { filter: undefined })];
  if (said.kind === 'assign' || active.step !== 'decision') {
    const shown = active.step === 'guided' ? [await showDraft(turn, active)] : [];
    return [refused('case-not-created'), ...shown];
  }
  return takeIntakeVerb(turn, {
    name: 'intake',
    verb: 'intake.override',
    draftId: active.id,
    revision: active.revision,
    input: {
      organisation: officeMeant(turn.actor.organisation, said.organisation),
      reason: said.reason,
    },
  });
}

/**
 * What somebody should do about a case that is not named: the writer's cases are shown, each with what can be done about it.
 * To an intake under way it is no answer, and is not written on it; that the decision should go on confirms it, unless the
 * company said no to that.
 */
async function spokenErrand(
  turn: Turn,
  active: Draft | undefined,
  text: string,
  { passesOn }: Errand,
): Promise<readonly Answer[]> {
  if (!active) return [await showCases(turn, { filter: undefined })];
  if (!passesOn || active.step === 'guided') return [await notAnAnswer(turn, active, text)];
  if (active.step !== 'decision' || active.values.consent === 'declined')
    return [await showDraft(turn, active)];
  return takeIntakeVerb(turn, {
    name: 'intake',
    verb: 'intake.confirm',
    draftId: active.id,
    revision: active.revision,
    input: {},
  });
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

function saysYesOrNo({ deps }: Turn, text: string): boolean {
  return deps.readAnswer('clarified', text) !== undefined;
}

/** Whether the line takes away a need that the intake has, or names another in its place: `ikke patent`, `I meant financing`. */
function changesNeeds({ lookups }: Turn, { values: { areas = [] } }: Draft): boolean {
  const { declined, told } = lookups.needChange;
  return told.length > 0 || declined.some((area) => areas.includes(area));
}

/** Needs that a question of the bot itself may look like: `er det gratis for dem?`. */
const VAGUE: readonly Area[] = ['general-information', 'unclear'];
const ASKS = /[?？]\s*$/;

/** Whether a line tells nothing of a company. A question whose likeliest need is a vague one asks the bot, and is no description. */
function saysNothing(text: string, { entities, chosen, offered }: Understanding): boolean {
  const asks = ASKS.test(text);
  const likely = asks && offered.slice(0, 1).some((area) => VAGUE.includes(area)) ? [] : offered;
  const told = [...chosen, ...likely].filter((area) => area !== 'unclear' && !(asks && VAGUE.includes(area)));
  return Object.keys(entities).length === 0 && told.length === 0;
}

/** A line over the limit. None of it is taken, so its writer sees that it was not read. */
function tooLong(text: string): Answer {
  return refused('line-too-long', { length: text.length, max: MAX_TEXT });
}

async function takeLine(turn: Turn, draft: Draft, text: string): Promise<readonly Answer[]> {
  const { understood, needChange } = turn.lookups;
  const needs = understood && changedNeeds(draft, understood, needChange);
  const line = understood && needs ? readLine(turn, draft, text, understood, needs) : wordsAlone(text);
  const read = needs?.isRemoval === true ? line : withWords(draft, line);
  const { length = 0 } = read.values.description ?? '';
  if (length > MAX_TEXT) {
    const room = Math.max(0, MAX_TEXT - (draft.values.description?.length ?? 0) - 1);
    return [refused('description-full', { max: MAX_TEXT, room }), await showDraft(turn, draft)];
  }
  const filled = fillDraft(turn, draft, read, 'text');
  const answer = needs
    ? await showNextStep(
        turn,
        draft,
        {
          ...filled,
          ...(needs.offered.length > 0 && { offered: needs.offered }),
        },
        [...filled.rejected, ...overruled(read, filled)],
      )
    : await showDraft(turn, await saveDraft(turn, draft, { ...filled, step: 'form' }));
  return [...(await needsNotice(turn, draft, answer)), answer];
}

function wordsAlone(description: string): ReadInputs {
  return { values: { description }, cleared: [], problems: [] };
}

/** The values and problems of a line, with the intake's needs as the line changes them. */
function readLine(
  turn: Turn,
  draft: Draft,
  text: string,
  understood: Understanding,
  needs: ChangedNeeds,
): ReadInputs {
  const read = understoodValues(understood, today(turn));
  const mistyped = mistypedCvr(text);
  const hasCvr = draft.values.cvr !== undefined || read.values.cvr !== undefined;
  const isUnknown = turn.lookups.company?.state === 'not-found';
  const unsure = mistyped === undefined && (!hasCvr || isUnknown) ? unsureCvr(text, isUnknown) : undefined;
  const problems: readonly FieldProblem[] = [
    ...(mistyped === undefined ? [] : readInputs({ cvr: mistyped }, today(turn)).problems),
    ...(unsure === undefined
      ? []
      : [
          {
            field: 'cvr',
            refusal: { code: 'cvr-or-phone' as const },
            typed: unsure,
          },
        ]),
  ];
  const {
    areas: _,
    depths: __,
    crisis,
    companyName,
    contactPhone,
    cvr,
    description,
    tools,
    ...rest
  } = read.values;
  const { areas, depths } = needs;
  const noCrisis = draft.values.crisis === true && turn.lookups.needChange.declined.includes('crisis');
  // A second or shorter name does not rename the intake's company.
  const isNamed = draft.values.companyName !== undefined;
  return {
    ...read,
    problems,
    cleared: [
      ...(areas.length === 0 && draft.values.areas !== undefined ? (['areas'] as const) : []),
      ...(noCrisis ? (['crisis'] as const) : []),
    ],
    values: {
      ...rest,
      ...(!needs.isRemoval && description !== undefined && { description }),
      ...(crisis !== undefined && !turn.lookups.needChange.declined.includes('crisis') && { crisis }),
      ...(cvr !== undefined && cvr !== unsure && { cvr }),
      ...(contactPhone !== undefined && contactPhone !== unsure && { contactPhone }),
      ...(companyName !== undefined && !isNamed && { companyName }),
      ...(areas.length > 0 && { areas }),
      ...(Object.keys(depths).length > 0 && { depths }),
      ...(tools && {
        tools: [...new Set([...(draft.values.tools ?? []), ...tools])],
      }),
    },
  };
}

/** The reading with the line's words appended to the intake's description. */
function withWords(draft: Draft, read: ReadInputs): ReadInputs {
  const description = [draft.values.description, read.values.description].filter((part) => part).join('\n');
  return { ...read, values: { ...read.values, description } };
}

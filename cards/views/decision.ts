import { listOf } from '../../dialogs/list-of.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import type { Answer } from '../../src/core/answer.ts';
import { danishDate } from '../../src/core/danish-date.ts';
import { type OrganisationId, organisationName } from '../../src/core/organisation.ts';
import { actorOn } from '../../src/core/triage/actors.ts';
import { BASES, type Language } from '../../src/core/vocabulary.ts';
import type { Block, View, ViewAction } from '../view.ts';
import { adviceBlocks, whyBlocks } from './advice.ts';
import { callerBlocks, reachBlocks } from './caller.ts';
import { choiceField, choices, organisationInput, problemLine, textField, textInput } from './inputs.ts';
import { button, companyName, doorName, paragraph, profileLine } from './parts.ts';
import { candidateBlocks, crisisActions, standingBlocks } from './register.ts';
import { runningSentence } from './running-case.ts';

type DecisionAnswer = Extract<Answer, { kind: 'decision' }>;

/** Warnings to read before confirming. */
function cautionBlocks(answer: DecisionAnswer, language: Language): Block[] {
  const { buttons, decisionCard, labels, register } = sentencesIn(language);
  const { decision } = answer;
  const callout = (tone: 'warning' | 'attention' | 'default', text: string): Block => ({
    kind: 'callout',
    tone,
    text,
  });
  return [
    ...standingBlocks(answer.draft.values, language, register.chooseCrisis(buttons.treatAsCrisis)),
    ...(answer.running ? [callout('warning', runningSentence(answer.running, language))] : []),
    ...(decision.greyZone ? [callout('warning', decisionCard.greyZone)] : []),
    ...(decision.missing.length > 0
      ? [
          callout(
            'warning',
            decisionCard.mayChange(
              listOf(
                decision.missing.map((fact) => labels.missing[fact]),
                language,
              ),
            ),
          ),
        ]
      : []),
    ...decision.warnings.map((warning) => callout('warning', labels.warning[warning])),
  ];
}

/** The receiver: the owner by the rules, or the person's own choice. */
function goalOf({ decision, draft }: DecisionAnswer): OrganisationId | 'digital' {
  return draft.override?.organisation ?? decision.owner.organisation;
}

/** Whether confirming adds to the company's running case instead of opening a second one (O2). */
function addsTo({ running, decision, draft }: DecisionAnswer): boolean {
  return running?.ours === true && decision.joinsRunning && draft.override === null;
}

function confirmTitle(answer: DecisionAnswer, language: Language): string {
  const { decisionCard } = sentencesIn(language);
  if (addsTo(answer)) return decisionCard.addToThatCase;
  const goal = goalOf(answer);
  if (goal === 'digital') return decisionCard.confirm;
  if (goal === answer.draft.organisation) return decisionCard.createHere;
  return decisionCard.sendTo(organisationName(goal));
}

/** The fields that stand on the card, with their problems. */
function fieldsOf(answer: DecisionAnswer): readonly string[] {
  return [
    ...(answer.basisNeeded ? ['consent'] : []),
    ...(asksWhomToCall(answer) ? ['contactName', 'contactPhone'] : []),
  ];
}

/** Whether the card asks whom to call: the one question of a crisis, which holds nothing up. */
function asksWhomToCall({ decision, draft }: DecisionAnswer): boolean {
  return decision.priority === 'urgent' && draft.values.contactPhone === undefined;
}

/** The parts of an urgent case's card: whom to call, and the basis that was preset. */
function crisisBlocks(answer: DecisionAnswer, language: Language): Block[] {
  const { decisionCard, labels } = sentencesIn(language);
  const { values, sources } = answer.draft;
  const state = { language, problems: answer.problems, sources: {} };
  return [
    ...(asksWhomToCall(answer)
      ? [
          { kind: 'text', strong: true, text: decisionCard.whomToCall } as const,
          {
            kind: 'pair',
            inputs: [
              textField('contactName', values.contactName, state, { maxLength: 100 }),
              textField('contactPhone', undefined, state, { maxLength: 30, style: 'tel' }),
            ],
          } as const,
        ]
      : []),
    ...(sources.consent === 'derived' && values.consent !== undefined
      ? paragraph(decisionCard.presetBasis(labels.basis[values.consent].toLowerCase()), { subtle: true })
      : []),
  ];
}

function actions(answer: DecisionAnswer, language: Language): ViewAction[] {
  const { buttons, decisionCard, typed } = sentencesIn(language);
  const { draft, decision } = answer;
  const command = { name: 'intake', draftId: draft.id, revision: draft.revision, input: {} } as const;
  const goal = goalOf(answer);
  const confirm = button(
    confirmTitle(answer, language),
    { ...command, verb: 'intake.confirm' },
    answer.basisNeeded ? typed.confirmWithBasis : typed.confirm,
    { tone: 'primary', withInputs: answer.basisNeeded || asksWhomToCall(answer) },
  );
  return [
    confirm,
    ...crisisActions(draft, language, answer.basisNeeded),
    ...(addsTo(answer)
      ? [
          button(
            decisionCard.createAllTheSame,
            { ...command, verb: 'intake.confirm', input: { anyway: 'true' } },
            typed.confirmNewCase,
            { withInputs: answer.basisNeeded },
          ),
        ]
      : []),
    ...(decision.missing.length > 0
      ? [
          button(decisionCard.answerThat, { ...command, verb: 'intake.guided' }, typed.guided, {
            meaning: decisionCard.answerWhatIsMissing,
          }),
        ]
      : []),
    button(decisionCard.correct, { ...command, verb: 'intake.edit' }, typed.edit),
    button(decisionCard.chooseAnother, { ...command, verb: 'intake.override' }, typed.otherOwner, {
      withInputs: answer.basisNeeded,
      form: [
        organisationInput(language, goal === 'digital' ? [] : [goal]),
        textInput('reason', decisionCard.why, { required: true, placeholder: decisionCard.reasonIsKept }),
      ],
    }),
    button(buttons.cancel, { ...command, verb: 'intake.cancel' }, typed.cancel),
  ];
}

/** The door: that it is urgent, what to tell the caller, what the office will do, and why it is this one. */
function doorBlocks(answer: DecisionAnswer, language: Language): Block[] {
  const { caller, decision, draft } = answer;
  const { caseCard, decisionCard, labels } = sentencesIn(language);
  return [
    ...(decision.priority === 'urgent'
      ? [
          {
            kind: 'callout',
            tone: 'attention',
            text: decision.services.includes('Early Warning')
              ? decisionCard.crisis(decision.answerByHours)
              : decisionCard.urgent(decision.answerByHours),
          } as const,
        ]
      : []),
    ...callerBlocks(caller, draft.updatedAt, language),
    ...(caller?.office.organisation === draft.organisation ? [] : reachBlocks(caller, language)),
    ...crisisBlocks(answer, language),
    { kind: 'text', text: labels.plan[decision.plan] },
    { kind: 'section', title: caseCard.whyHere, folded: true, blocks: whyBlocks(decision, language) },
  ];
}

/**
 * The decision: owner, reasons, recommendations and missing facts, with buttons to confirm, correct, override or
 * cancel.
 */
export function decisionView(answer: DecisionAnswer, language: Language): View {
  const { labels } = sentencesIn(language);
  const sentences = sentencesIn(language);
  const { decisionCard } = sentences;
  const { decision, draft } = answer;
  const door = doorName(decision.owner);
  const override = draft.override;
  const state = { language, problems: answer.problems, sources: {} };
  const own = decision.owner.organisation === draft.organisation;
  const urgent = decision.priority === 'urgent' ? sentences.caseCard.urgent : '';
  const day = danishDate(draft.updatedAt);
  const advice = adviceBlocks(decision, day, language);
  const otherProblems = answer.problems.filter(({ field }) => !fieldsOf(answer).includes(field));
  return {
    language,
    title: `${urgent}${own ? decisionCard.ownDoor(door) : decisionCard.rightDoor(door)}`,
    subtitle: [companyName(draft.values, language), profileLine(draft.values, language)]
      .filter((part) => part)
      .join(' · '),
    tone: decision.priority === 'urgent' ? 'attention' : 'good',
    blocks: [
      ...doorBlocks(answer, language),
      ...paragraph(goalOf(answer) === 'digital' ? actorOn('digital', day).link : undefined, { subtle: true }),
      ...(override
        ? [
            {
              kind: 'callout',
              tone: 'default',
              text: decisionCard.youChose(organisationName(override.organisation), override.reason),
            } as const,
          ]
        : []),
      ...candidateBlocks(draft, answer.candidates, language),
      ...cautionBlocks(answer, language),
      ...otherProblems.map(
        (problem): Block => ({
          kind: 'callout',
          tone: 'attention',
          text: problemLine(problem, language),
        }),
      ),
      ...(answer.basisNeeded
        ? [
            {
              kind: 'input',
              input: {
                ...choiceField(
                  'consent',
                  draft.values.consent ? [draft.values.consent] : [],
                  choices(BASES, labels.basis),
                  state,
                  {
                    expanded: true,
                  },
                ),
                label: decisionCard.mayShare,
              },
            } as const,
          ]
        : []),
      ...decision.notes.flatMap((note) => paragraph(labels.note[note], { subtle: true })),
      ...(advice.length > 0
        ? [{ kind: 'section', title: sentences.advice.title, folded: true, blocks: advice } as const]
        : []),
    ],
    actions: actions(answer, language),
    refresh: null,
  };
}

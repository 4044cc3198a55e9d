import {
  BASIS_LABELS,
  MISSING_LABELS,
  NOTE_LABELS,
  PLAN_LABELS,
  WARNING_LABELS,
} from '../../dialogs/labels.ts';
import { listOf, sayIn } from '../../dialogs/say.ts';
import type { Answer } from '../../src/core/answer.ts';
import { danishDate } from '../../src/core/danish-date.ts';
import { type OrganisationId, organisationName } from '../../src/core/organisation.ts';
import { actorOn } from '../../src/core/triage/actors.ts';
import { BASES, type Language } from '../../src/core/vocabulary.ts';
import type { Block, View, ViewAction } from '../view.ts';
import { adviceBlocks, whyBlocks } from './advice.ts';
import { choiceField, choices, organisationInput, problemLine, textInput } from './inputs.ts';
import { button, companyName, doorName, paragraph, profileLine } from './parts.ts';
import { candidateBlocks, crisisActions, standingBlocks } from './register.ts';
import { runningSentence } from './running-case.ts';

type DecisionAnswer = Extract<Answer, { kind: 'decision' }>;

/** Everything that somebody should be warned of before confirming. */
function cautionBlocks(answer: DecisionAnswer, language: Language): Block[] {
  const say = sayIn(language);
  const { decision } = answer;
  const callout = (tone: 'warning' | 'attention' | 'default', text: string): Block => ({
    kind: 'callout',
    tone,
    text,
  });
  return [
    ...(decision.priority === 'urgent'
      ? [
          callout(
            'attention',
            say(
              `Haster: virksomheden skal have svar inden ${decision.answerByHours} timer.`,
              `Urgent: the company must have an answer within ${decision.answerByHours} hours.`,
            ),
          ),
        ]
      : []),
    ...standingBlocks(
      answer.draft.values,
      language,
      say('Er det en krise, så vælg "Behandl som krise".', 'If it is a crisis, choose "Treat as a crisis".'),
    ),
    ...(answer.running ? [callout('warning', runningSentence(answer.running, language))] : []),
    ...(decision.greyZone
      ? [
          callout(
            'warning',
            say(
              'Grå zone: reglerne giver ikke et klart svar. Tal med den anden part, hvis du er i tvivl.',
              'Grey zone: the rules give no clear answer. Talk to the other side if in doubt.',
            ),
          ),
        ]
      : []),
    ...(decision.missing.length > 0
      ? [
          callout(
            'warning',
            say(
              `Det kan ændre svaret, hvis vi ved ${listOf(
                decision.missing.map((fact) => MISSING_LABELS[fact].da),
                'da',
              )}.`,
              `The answer may change once we know ${listOf(
                decision.missing.map((fact) => MISSING_LABELS[fact].en),
                'en',
              )}.`,
            ),
          ),
        ]
      : []),
    ...decision.warnings.map((warning) => callout('warning', WARNING_LABELS[warning][language])),
  ];
}

/** Where the case goes: what the rules say, or what the person chose instead. */
function goalOf({ decision, draft }: DecisionAnswer): OrganisationId | 'digital' {
  return draft.override?.organisation ?? decision.owner.organisation;
}

/** Whether confirming adds to the company's running case instead of opening a second one (O2). */
function addsTo({ running, decision, draft }: DecisionAnswer): boolean {
  return running?.ours === true && decision.joinsRunning && draft.override === null;
}

function confirmTitle(answer: DecisionAnswer, language: Language): string {
  const say = sayIn(language);
  if (addsTo(answer)) return say('Føj til den sag', 'Add to that case');
  const goal = goalOf(answer);
  if (goal === 'digital') return say('Bekræft', 'Confirm');
  if (goal === answer.draft.organisation) return say('Opret sagen her', 'Create the case here');
  return say(`Send til ${organisationName(goal)}`, `Send to ${organisationName(goal)}`);
}

function actions(answer: DecisionAnswer, language: Language): ViewAction[] {
  const say = sayIn(language);
  const { draft, decision } = answer;
  const command = { name: 'intake', draftId: draft.id, revision: draft.revision, input: {} } as const;
  const goal = goalOf(answer);
  const confirm = button(
    confirmTitle(answer, language),
    { ...command, verb: 'intake.confirm' },
    answer.basisNeeded
      ? say('bekræft ‹samtykke eller offentlig opgave›', 'confirm ‹consent or public task›')
      : say('bekræft', 'confirm'),
    { tone: 'primary', withInputs: answer.basisNeeded },
  );
  return [
    confirm,
    ...crisisActions(draft, language, answer.basisNeeded),
    ...(addsTo(answer)
      ? [
          button(
            say('Opret alligevel en ny sag', 'Create a new case all the same'),
            { ...command, verb: 'intake.confirm', input: { anyway: 'true' } },
            say('bekræft ny sag', 'confirm new case'),
            { withInputs: answer.basisNeeded },
          ),
        ]
      : []),
    ...(decision.missing.length > 0
      ? [
          button(
            say('Svar på det', 'Answer that'),
            { ...command, verb: 'intake.guided' },
            say('guide', 'guided'),
            { meaning: say('Svar på det, der mangler', 'Answer what is missing') },
          ),
        ]
      : []),
    button(say('Ret', 'Correct'), { ...command, verb: 'intake.edit' }, say('rediger', 'edit')),
    button(
      say('Vælg en anden …', 'Choose another …'),
      { ...command, verb: 'intake.override' },
      say('anden ejer ‹organisation› ‹grund›', 'other owner ‹organisation› ‹reason›'),
      {
        withInputs: answer.basisNeeded,
        form: [
          organisationInput(language, goal === 'digital' ? [] : [goal]),
          textInput('reason', say('Hvorfor?', 'Why?'), {
            required: true,
            placeholder: say('Grunden gemmes på sagen', 'The reason is kept with the case'),
          }),
        ],
      },
    ),
    button(say('Annuller', 'Cancel'), { ...command, verb: 'intake.cancel' }, say('annuller', 'cancel')),
  ];
}

/** Whose door it is, why, what else is recommended, what is missing; then confirm, correct, choose another, cancel. */
export function decisionView(answer: DecisionAnswer, language: Language): View {
  const say = sayIn(language);
  const { decision, draft } = answer;
  const door = doorName(decision.owner);
  const override = draft.override;
  const state = { language, problems: answer.problems, sources: {} };
  const hours = say(
    `svar inden ${decision.answerByHours} timer`,
    `answer within ${decision.answerByHours} hours`,
  );
  const own = decision.owner.organisation === draft.organisation;
  const day = danishDate(draft.updatedAt);
  const advice = adviceBlocks(decision, day, language);
  // The question of sharing stands on this card only where it must be answered.
  const otherProblems = answer.problems.filter(({ field }) => field !== 'consent' || !answer.basisNeeded);
  return {
    language,
    title: own
      ? say(`Jeres egen dør: ${door}`, `Your own door: ${door}`)
      : say(`Den rette dør: ${door}`, `The right door: ${door}`),
    subtitle: [companyName(draft.values, language), profileLine(draft.values, language)]
      .filter((part) => part)
      .join(' · '),
    tone: decision.priority === 'urgent' ? 'attention' : 'good',
    blocks: [
      { kind: 'text', strong: true, text: `${PLAN_LABELS[decision.plan][language]} · ${hours}` },
      ...whyBlocks(decision, language),
      ...paragraph(goalOf(answer) === 'digital' ? actorOn('digital', day).link : undefined, { subtle: true }),
      ...(override
        ? [
            {
              kind: 'callout',
              tone: 'default',
              text: say(
                `Du har valgt ${organisationName(override.organisation)}: ${override.reason}`,
                `You chose ${organisationName(override.organisation)}: ${override.reason}`,
              ),
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
                  choices(BASES, BASIS_LABELS, language),
                  state,
                  {
                    expanded: true,
                  },
                ),
                label: say('Må vi dele oplysningerne med dem?', 'May the information be shared with them?'),
              },
            } as const,
          ]
        : []),
      ...decision.notes.flatMap((note) => paragraph(NOTE_LABELS[note][language], { subtle: true })),
      ...(advice.length > 0
        ? [
            {
              kind: 'section',
              title: say('Anbefales også', 'Also recommended'),
              folded: true,
              blocks: advice,
            } as const,
          ]
        : []),
    ],
    actions: actions(answer, language),
    refresh: null,
  };
}

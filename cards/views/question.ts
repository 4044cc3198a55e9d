import { AREA_LABELS } from '../../dialogs/labels.ts';
import { type QuickReply, questionOf } from '../../dialogs/questions.ts';
import { sayIn } from '../../dialogs/say.ts';
import type { Answer } from '../../src/core/answer.ts';
import { AREAS, type Area, type Language } from '../../src/core/vocabulary.ts';
import type { Block, Input, View } from '../view.ts';
import {
  choiceField,
  choices,
  type FieldState,
  municipalityChoices,
  problemWords,
  textField,
} from './inputs.ts';
import { button } from './parts.ts';
import { candidateBlocks, crisisActions, standingBlocks } from './register.ts';
import { runningSentence } from './running-case.ts';

type QuestionAnswer = Extract<Answer, { kind: 'question' }>;

/** What a question asks for where ready answers are not enough. */
function inputsOf(answer: QuestionAnswer, language: Language): readonly Input[] {
  const say = sayIn(language);
  const { values, sources } = answer.draft;
  // The problem stands above the question already.
  const state: FieldState = { language, problems: [], sources };
  switch (answer.question) {
    case 'company':
      return [
        textField('cvr', values.cvr, state, { maxLength: 20, placeholder: say('8 cifre', '8 digits') }),
        textField('companyName', values.companyName, state, {
          maxLength: 200,
          placeholder: say('Eller navnet', 'Or the name'),
        }),
      ];
    case 'municipality':
      return [
        choiceField(
          'municipality',
          values.municipality ? [values.municipality] : [],
          municipalityChoices(),
          state,
          {
            filtered: true,
            placeholder: say('Skriv eller vælg', 'Type or choose'),
          },
        ),
      ];
    case 'areas':
      return [
        choiceField('areas', values.areas ?? [], choices(AREAS, AREA_LABELS, language), state, {
          multiple: true,
          filtered: true,
          placeholder: say('Skriv eller vælg', 'Type or choose'),
        }),
      ];
    case 'contact':
      return [
        textField('contactName', values.contactName, state, { maxLength: 100 }),
        textField('contactPhone', values.contactPhone, state, { maxLength: 30, style: 'tel' }),
        textField('contactEmail', values.contactEmail, state, { maxLength: 200, style: 'email' }),
      ];
    default:
      return [];
  }
}

/** What is said of the needs that were read in doubt and stand as buttons. */
function offeredWords(offered: readonly Area[] = [], language: Language): string | undefined {
  const say = sayIn(language);
  const [first] = offered;
  if (first === undefined) return undefined;
  if (offered.length === 1) {
    const label = AREA_LABELS[first][language];
    return say(
      `Er det ${label}? Svar ja, eller vælg på listen.`,
      `Is it ${label}? Answer yes, or choose from the list.`,
    );
  }
  return say(
    'Det kan være et af dem, der står som knapper. Ellers vælg på listen.',
    'It may be one of those on the buttons. Otherwise choose from the list.',
  );
}

/** One question of the guided dialog, with quick replies; typing an answer always works. */
export function questionView(answer: QuestionAnswer, language: Language): View {
  const say = sayIn(language);
  const { draft } = answer;
  const question = questionOf(answer.question);
  const inputs = inputsOf(answer, language);
  const command = { name: 'intake', draftId: draft.id, revision: draft.revision } as const;
  const reply = ({ title, input }: QuickReply) =>
    button(
      title[language],
      { ...command, verb: 'intake.answer', input: { ...input, question: answer.question } },
      title[language].toLowerCase(),
    );
  const blocks: Block[] = [
    ...(answer.running
      ? [{ kind: 'callout', tone: 'warning', text: runningSentence(answer.running, language) } as const]
      : []),
    ...(answer.problem
      ? [
          {
            kind: 'callout',
            tone: 'attention',
            text: problemWords(answer.problem, language),
          } as const,
        ]
      : []),
    ...standingBlocks(
      draft.values,
      language,
      say('Er det en krise, så vælg "Behandl som krise".', 'If it is a crisis, choose "Treat as a crisis".'),
    ),
    ...candidateBlocks(draft, answer.candidates, language),
    {
      kind: 'text',
      subtle: true,
      text: (answer.question === 'areas' && offeredWords(draft.offered, language)) || question.help[language],
    },
    ...(answer.help
      ? [
          {
            kind: 'callout',
            tone: 'default',
            text: say(
              'Du kan altid skrive "tilbage", "ret ‹felt› ‹værdi›" eller "annuller".',
              'You can always type "back", "correct ‹field› ‹value›" or "cancel".',
            ),
          } as const,
        ]
      : []),
    ...inputs.map((input): Block => ({ kind: 'input', input })),
  ];
  return {
    language,
    title: question.title[language],
    tone: 'default',
    blocks,
    actions: [
      ...(inputs.length > 0
        ? [
            button(
              say('Svar', 'Answer'),
              { ...command, verb: 'intake.answer', input: { question: answer.question } },
              say('‹dit svar›', '‹your answer›'),
              { tone: 'primary', withInputs: true },
            ),
          ]
        : []),
      ...(answer.question === 'areas' ? (draft.offered ?? []) : []).map((area) =>
        reply({ title: AREA_LABELS[area], input: { areas: area } }),
      ),
      ...question.replies.map(reply),
      ...crisisActions(draft, language),
      ...(draft.answered.length > 0
        ? [
            button(
              say('Tilbage', 'Back'),
              { ...command, verb: 'intake.back', input: {} },
              say('tilbage', 'back'),
            ),
          ]
        : []),
      button(
        say('Annuller', 'Cancel'),
        { ...command, verb: 'intake.cancel', input: {} },
        say('annuller', 'cancel'),
      ),
    ],
    refresh: null,
  };
}

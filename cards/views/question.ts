import { type QuickReply, questionOf } from '../../dialogs/questions.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import type { Answer } from '../../src/core/answer.ts';
import { sharedValues } from '../../src/core/intake/shared-values.ts';
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
import { readBlock } from './read-line.ts';
import { candidateBlocks, crisisActions, standingBlocks } from './register.ts';
import { runningSentence } from './running-case.ts';

type QuestionAnswer = Extract<Answer, { kind: 'question' }>;

/** The inputs of a question that ready answers cannot cover. */
function inputsOf(answer: QuestionAnswer, language: Language): readonly Input[] {
  const { labels } = sentencesIn(language);
  const sentences = sentencesIn(language);
  const { values: known, sources } = answer.draft;
  const values = answer.shared ? sharedValues(known) : known;
  // The problem already stands above the question.
  const state: FieldState = { language, problems: [], sources };
  switch (answer.question) {
    case 'company':
      return [
        textField('cvr', values.cvr, state, { maxLength: 20, placeholder: sentences.inputs.eightDigits }),
        textField('companyName', values.companyName, state, {
          maxLength: 200,
          placeholder: sentences.questionCard.orTheName,
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
            placeholder: sentences.inputs.typeOrChoose,
          },
        ),
      ];
    case 'areas':
      return [
        choiceField('areas', values.areas ?? [], choices(AREAS, labels.area), state, {
          multiple: true,
          filtered: true,
          placeholder: sentences.inputs.typeOrChoose,
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

/** A sentence on the uncertain needs that are shown as buttons. */
function offeredWords(offered: readonly Area[] = [], language: Language): string | undefined {
  const { labels, questionCard } = sentencesIn(language);
  const [first] = offered;
  if (first === undefined) return undefined;
  return offered.length === 1 ? questionCard.isItThis(labels.area[first]) : questionCard.mayBeOneOfThese;
}

/** One question of the guided dialog, with its ready answers. It can always be answered by typing too. */
export function questionView(answer: QuestionAnswer, language: Language): View {
  const { buttons, labels, questionCard, register, typed } = sentencesIn(language);
  const { draft } = answer;
  const question = questionOf(answer.question, language);
  const inputs = inputsOf(answer, language);
  const command = { name: 'intake', draftId: draft.id, revision: draft.revision } as const;
  const reply = ({ title, input }: QuickReply) =>
    button(
      title,
      { ...command, verb: 'intake.answer', input: { ...input, question: answer.question } },
      title.toLowerCase(),
    );
  const offered = (answer.question === 'areas' ? (draft.offered ?? []) : []).map((area) =>
    reply({ title: labels.area[area], input: { areas: area } }),
  );
  const replies = [...offered, ...question.replies.map(reply)];
  const blocks: Block[] = [
    ...readBlock(draft, { language, shared: answer.shared, addable: false, asked: answer.question }),
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
    ...standingBlocks(draft.values, language, register.chooseCrisis(buttons.treatAsCrisis)),
    ...candidateBlocks(draft, answer.candidates, language),
    {
      kind: 'text',
      subtle: true,
      text: (answer.question === 'areas' && offeredWords(draft.offered, language)) || question.help,
    },
    ...(answer.help ? [{ kind: 'callout', tone: 'default', text: questionCard.alwaysTyped } as const] : []),
    ...inputs.map((input): Block => ({ kind: 'input', input })),
    // Beside the question, where the choice is made: none of them hides in an overflow menu.
    ...(replies.length > 0 ? [{ kind: 'actions', actions: replies } as const] : []),
  ];
  return {
    language,
    title: question.title,
    tone: 'default',
    blocks,
    actions: [
      ...(inputs.length > 0
        ? [
            button(
              questionCard.answer,
              { ...command, verb: 'intake.answer', input: { question: answer.question } },
              typed.answer,
              { tone: 'primary', withInputs: true },
            ),
          ]
        : []),
      ...crisisActions(draft, language),
      ...(draft.answered.length > 0
        ? [button(questionCard.back, { ...command, verb: 'intake.back', input: {} }, typed.back)]
        : []),
      button(buttons.cancel, { ...command, verb: 'intake.cancel', input: {} }, typed.cancel),
    ],
    refresh: null,
  };
}

import { sentencesIn } from '../../dialogs/sentences.ts';
import type { Answer } from '../../src/core/answer.ts';
import type { Draft, FieldProblem, IntakeField } from '../../src/core/intake/draft.ts';
import { MAX_TEXT } from '../../src/core/text-limit.ts';
import {
  AREAS,
  BASES,
  DEPTHS,
  ENTRIES,
  type Language,
  MATURITIES,
  SEGMENTS,
  STAGES,
} from '../../src/core/vocabulary.ts';
import type { Input, View } from '../view.ts';
import {
  choiceField,
  choices,
  type FieldState,
  fieldBase,
  municipalityChoices,
  textField,
} from './inputs.ts';
import { button } from './parts.ts';
import { candidateBlocks, registerBlocks } from './register.ts';

type FormAnswer = Extract<Answer, { kind: 'intake-form' }>;

/** Fields that a caller's first sentence rarely answers: folded away until one of them matters. */
const FOLDED: readonly IntakeField[] = [
  'pNumber',
  'maturity',
  'founded',
  'segment',
  'depth',
  'clarified',
  'consent',
  'entry',
];

/** Problems of this answer, and of what was typed before and could not be read; one for each field. */
function allProblems(answer: FormAnswer): readonly FieldProblem[] {
  const older = answer.draft.rejected.filter(
    (one) => !answer.problems.some((problem) => problem.field === one.field),
  );
  return [...answer.problems, ...older];
}

function pNumberInput(draft: Draft, state: FieldState, language: Language): Input {
  const { pNumber } = draft.values;
  if (draft.pNumbers.length === 0) {
    return textField('pNumber', pNumber, state, { maxLength: 20, placeholder: '1003407806' });
  }
  const units = draft.pNumbers.slice(0, 20).map((unit) => ({
    value: unit.pNumber,
    title: `${unit.pNumber} ${unit.name}`.slice(0, 60),
  }));
  const missing = pNumber && !units.some(({ value }) => value === pNumber);
  const all = missing ? [...units, { value: pNumber, title: pNumber }] : units;
  return choiceField('pNumber', pNumber ? [pNumber] : [], all, state, {
    placeholder: sentencesIn(language).intakeForm.chooseUnit,
  });
}

/** The whole intake on one form: what the caller says first on top, the rest folded away. */
export function intakeFormView(answer: FormAnswer, language: Language): View {
  const { buttons, inputs, intakeForm, labels, typed } = sentencesIn(language);
  const { draft } = answer;
  const { values } = draft;
  const problems = allProblems(answer);
  const state: FieldState = { language, problems, sources: draft.sources };
  const one = (value: string | undefined) => (value === undefined ? [] : [value]);
  const yesNo = [
    { value: 'true', title: inputs.yes },
    { value: 'false', title: inputs.no },
  ];
  const problemsFolded = problems.some((problem) => FOLDED.some((field) => field === problem.field));
  const command = { name: 'intake', draftId: draft.id, revision: draft.revision, input: {} } as const;
  return {
    language,
    title: intakeForm.title,
    subtitle: intakeForm.enoughToBegin,
    tone: 'default',
    blocks: [
      ...(problems.length > 0
        ? [{ kind: 'callout', tone: 'attention', text: intakeForm.correctWhatIsMarked } as const]
        : []),
      ...registerBlocks(draft, language),
      ...candidateBlocks(draft, answer.candidates, language),
      {
        kind: 'pair',
        inputs: [
          textField('cvr', values.cvr, state, { maxLength: 20, placeholder: inputs.eightDigits }),
          textField('companyName', values.companyName, state, { maxLength: 200 }),
        ],
      },
      {
        kind: 'pair',
        inputs: [
          choiceField('municipality', one(values.municipality), municipalityChoices(), state, {
            filtered: true,
            placeholder: inputs.typeOrChoose,
          }),
          choiceField('stage', one(values.stage), choices(STAGES, labels.stage), state, {
            placeholder: inputs.choose,
          }),
        ],
      },
      {
        kind: 'input',
        input: textField('description', values.description, state, {
          maxLength: MAX_TEXT,
          multiline: true,
          placeholder: intakeForm.ownWords,
        }),
      },
      {
        kind: 'pair',
        inputs: [
          textField('contactName', values.contactName, state, { maxLength: 100 }),
          textField('contactPhone', values.contactPhone, state, { maxLength: 30, style: 'tel' }),
        ],
      },
      {
        kind: 'input',
        input: choiceField('areas', values.areas ?? [], choices(AREAS, labels.area), state, {
          multiple: true,
          filtered: true,
          placeholder: intakeForm.chooseNeeds,
        }),
      },
      {
        kind: 'input',
        input: { kind: 'toggle', ...fieldBase('crisis', state), value: values.crisis === true },
      },
      {
        kind: 'section',
        title: intakeForm.moreDetails,
        folded: !problemsFolded,
        blocks: [
          {
            kind: 'pair',
            inputs: [
              textField('contactEmail', values.contactEmail, state, { maxLength: 200, style: 'email' }),
              pNumberInput(draft, state, language),
            ],
          },
          {
            kind: 'pair',
            inputs: [
              textField('founded', values.founded, state, {
                maxLength: 10,
                placeholder: intakeForm.foundedExample,
              }),
              choiceField('maturity', one(values.maturity), choices(MATURITIES, labels.maturity), state, {
                placeholder: inputs.choose,
              }),
            ],
          },
          {
            kind: 'pair',
            inputs: [
              choiceField('segment', one(values.segment), choices(SEGMENTS, labels.segment), state, {
                placeholder: inputs.choose,
              }),
              choiceField('depth', one(values.depth), choices(DEPTHS, labels.depth), state, {
                placeholder: intakeForm.depthAsUsual,
              }),
            ],
          },
          {
            kind: 'pair',
            inputs: [
              choiceField(
                'clarified',
                values.clarified === undefined ? [] : [String(values.clarified)],
                yesNo,
                state,
                {
                  placeholder: inputs.choose,
                },
              ),
              choiceField('entry', one(values.entry), choices(ENTRIES, labels.entry), state, {
                placeholder: inputs.choose,
              }),
            ],
          },
          {
            kind: 'input',
            input: choiceField('consent', one(values.consent), choices(BASES, labels.basis), state, {
              placeholder: inputs.choose,
            }),
          },
        ],
      },
    ],
    actions: [
      button(intakeForm.submit, { ...command, verb: 'intake.submit' }, typed.submit, {
        tone: 'primary',
        withInputs: true,
      }),
      button(intakeForm.lookUp, { ...command, verb: 'intake.lookup' }, typed.lookUpSome, {
        withInputs: true,
      }),
      button(intakeForm.guided, { ...command, verb: 'intake.guided' }, typed.guided, { withInputs: true }),
      button(buttons.cancel, { ...command, verb: 'intake.cancel' }, typed.cancel),
    ],
    refresh: null,
  };
}

import {
  AREA_LABELS,
  BASIS_LABELS,
  DEPTH_LABELS,
  ENTRY_LABELS,
  MATURITY_LABELS,
  SEGMENT_LABELS,
  STAGE_LABELS,
} from '../../dialogs/labels.ts';
import { sayIn } from '../../dialogs/say.ts';
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
    placeholder: sayIn(language)('Vælg en produktionsenhed', 'Choose a production unit'),
  });
}

/** The whole intake on one form: what the caller says first on top, the rest folded away. */
export function intakeFormView(answer: FormAnswer, language: Language): View {
  const say = sayIn(language);
  const { draft } = answer;
  const { values } = draft;
  const problems = allProblems(answer);
  const state: FieldState = { language, problems, sources: draft.sources };
  const one = (value: string | undefined) => (value === undefined ? [] : [value]);
  const choose = say('Vælg', 'Choose');
  const yesNo = [
    { value: 'true', title: say('Ja', 'Yes') },
    { value: 'false', title: say('Nej', 'No') },
  ];
  const problemsFolded = problems.some((problem) => FOLDED.some((field) => field === problem.field));
  const command = { name: 'intake', draftId: draft.id, revision: draft.revision, input: {} } as const;
  return {
    language,
    title: say('Ny henvendelse', 'New enquiry'),
    subtitle: say(
      'CVR-nummer eller kommune er nok til at begynde.',
      'A CVR number or municipality is enough to begin.',
    ),
    tone: 'default',
    blocks: [
      ...(problems.length > 0
        ? [
            {
              kind: 'callout',
              tone: 'attention',
              text: say('Ret det, der er markeret, og prøv igen.', 'Correct what is marked and try again.'),
            } as const,
          ]
        : []),
      ...registerBlocks(draft, language),
      ...candidateBlocks(draft, answer.candidates, language),
      {
        kind: 'pair',
        inputs: [
          textField('cvr', values.cvr, state, { maxLength: 20, placeholder: say('8 cifre', '8 digits') }),
          textField('companyName', values.companyName, state, { maxLength: 200 }),
        ],
      },
      {
        kind: 'pair',
        inputs: [
          choiceField('municipality', one(values.municipality), municipalityChoices(), state, {
            filtered: true,
            placeholder: say('Skriv eller vælg', 'Type or choose'),
          }),
          choiceField('stage', one(values.stage), choices(STAGES, STAGE_LABELS, language), state, {
            placeholder: choose,
          }),
        ],
      },
      {
        kind: 'input',
        input: textField('description', values.description, state, {
          maxLength: MAX_TEXT,
          multiline: true,
          placeholder: say('Med virksomhedens egne ord', "In the company's own words"),
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
        input: choiceField('areas', values.areas ?? [], choices(AREAS, AREA_LABELS, language), state, {
          multiple: true,
          filtered: true,
          placeholder: say('Skriv eller vælg et eller flere behov', 'Type or choose one or more needs'),
        }),
      },
      {
        kind: 'input',
        input: { kind: 'toggle', ...fieldBase('crisis', state), value: values.crisis === true },
      },
      {
        kind: 'section',
        title: say('Flere oplysninger', 'More details'),
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
                placeholder: say('2024 eller 2024-05-01', '2024 or 2024-05-01'),
              }),
              choiceField(
                'maturity',
                one(values.maturity),
                choices(MATURITIES, MATURITY_LABELS, language),
                state,
                {
                  placeholder: choose,
                },
              ),
            ],
          },
          {
            kind: 'pair',
            inputs: [
              choiceField(
                'segment',
                one(values.segment),
                choices(SEGMENTS, SEGMENT_LABELS, language),
                state,
                {
                  placeholder: choose,
                },
              ),
              choiceField('depth', one(values.depth), choices(DEPTHS, DEPTH_LABELS, language), state, {
                placeholder: say('Som området plejer', 'As the area usually goes'),
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
                  placeholder: choose,
                },
              ),
              choiceField('entry', one(values.entry), choices(ENTRIES, ENTRY_LABELS, language), state, {
                placeholder: choose,
              }),
            ],
          },
          {
            kind: 'input',
            input: choiceField(
              'consent',
              one(values.consent),
              choices(BASES, BASIS_LABELS, language),
              state,
              {
                placeholder: choose,
              },
            ),
          },
        ],
      },
    ],
    actions: [
      button(
        say('Find den rette dør', 'Find the right door'),
        { ...command, verb: 'intake.submit' },
        say('indsend', 'submit'),
        { tone: 'primary', withInputs: true },
      ),
      button(
        say('Slå op i CVR', 'Look up in CVR'),
        { ...command, verb: 'intake.lookup' },
        say('slå op ‹CVR-nummer›', 'look up ‹CVR number›'),
        { withInputs: true },
      ),
      button(
        say('Trin for trin', 'Step by step'),
        { ...command, verb: 'intake.guided' },
        say('guide', 'guided'),
        { withInputs: true },
      ),
      button(say('Annuller', 'Cancel'), { ...command, verb: 'intake.cancel' }, say('annuller', 'cancel')),
    ],
    refresh: null,
  };
}

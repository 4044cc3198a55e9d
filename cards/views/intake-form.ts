import { sentencesIn } from '../../dialogs/sentences.ts';
import type { Answer } from '../../src/core/answer.ts';
import type { Draft, FieldProblem, IntakeField } from '../../src/core/intake/draft.ts';
import { houseOf, lesOf, organisationName, parseOrganisation } from '../../src/core/organisation.ts';
import { MAX_TEXT } from '../../src/core/text-limit.ts';
import {
  ANSWER_FORMS,
  AREAS,
  BASES,
  DEPTHS,
  ENTRIES,
  type Language,
  MATURITIES,
  REFERRERS,
  SEGMENTS,
  STAGES,
  TRIGGERS,
} from '../../src/core/vocabulary.ts';
import type { Block, Choice, Input, View } from '../view.ts';
import {
  choiceField,
  choices,
  type FieldState,
  fieldBase,
  municipalityChoices,
  problemLine,
  textField,
  toolsField,
} from './inputs.ts';
import { button } from './parts.ts';
import { candidateBlocks, registerBlocks } from './register.ts';

type FormAnswer = Extract<Answer, { kind: 'intake-form' }>;

/** The problems of this answer and of values refused earlier; one per field. */
function allProblems(answer: FormAnswer): readonly FieldProblem[] {
  const older = answer.draft.rejected.filter(
    (older) => !answer.problems.some((problem) => problem.field === older.field),
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

/** Who may have referred the company, with the two organisations of its municipality, and whoever was typed. */
function referrers({ values }: Draft, language: Language): readonly Choice[] {
  const { municipality, referredBy } = values;
  const near = municipality === undefined ? [] : [lesOf(municipality), houseOf(municipality)];
  const typed = parseOrganisation(referredBy ?? '');
  return [
    ...choices(REFERRERS, sentencesIn(language).labels.referrer),
    ...[...new Set([...near, ...(typed ? [typed] : [])])].map((value) => ({
      value,
      title: organisationName(value),
    })),
  ];
}

type FieldInputs = Readonly<Record<IntakeField, Input>>;

/** The input of every field of the form. */
function inputsOf(draft: Draft, state: FieldState): FieldInputs {
  const { inputs, intakeForm, labels } = sentencesIn(state.language);
  const { values } = draft;
  const text = (
    id: 'cvr' | 'companyName' | 'contactName' | 'contactPhone' | 'contactEmail' | 'description' | 'founded',
    more: Parameters<typeof textField>[3],
  ) => textField(id, values[id], state, more);
  const choice = <Code extends string>(
    id: 'stage' | 'maturity' | 'segment' | 'depth' | 'entry' | 'consent' | 'channel' | 'trigger',
    codes: readonly Code[],
    titles: Readonly<Record<Code, string>>,
    placeholder: string = inputs.choose,
  ) => choiceField(id, chosen(values[id]), choices(codes, titles), state, { placeholder });
  const yesNo = [
    { value: 'true', title: inputs.yes },
    { value: 'false', title: inputs.no },
  ];
  return {
    cvr: text('cvr', {
      maxLength: 20,
      placeholder: inputs.eightDigits,
      style: 'company',
      title: values.companyName,
    }),
    companyName: text('companyName', { maxLength: 200 }),
    municipality: choiceField('municipality', chosen(values.municipality), municipalityChoices(), state, {
      filtered: true,
      placeholder: inputs.typeOrChoose,
    }),
    stage: choice('stage', STAGES, labels.stage),
    description: text('description', {
      maxLength: MAX_TEXT,
      multiline: true,
      placeholder: intakeForm.ownWords,
    }),
    contactName: text('contactName', { maxLength: 100 }),
    contactPhone: text('contactPhone', { maxLength: 30, style: 'tel' }),
    areas: choiceField('areas', values.areas ?? [], choices(AREAS, labels.area), state, {
      multiple: true,
      filtered: true,
      placeholder: intakeForm.chooseNeeds,
    }),
    crisis: { kind: 'toggle', ...fieldBase('crisis', state), value: values.crisis === true },
    contactEmail: text('contactEmail', { maxLength: 200, style: 'email' }),
    pNumber: pNumberInput(draft, state, state.language),
    founded: text('founded', { maxLength: 10, placeholder: intakeForm.foundedExample }),
    maturity: choice('maturity', MATURITIES, labels.maturity),
    segment: choice('segment', SEGMENTS, labels.segment),
    depth: choice('depth', DEPTHS, labels.depth, intakeForm.depthAsUsual),
    clarified: choiceField('clarified', chosen(values.clarified?.toString()), yesNo, state, {
      placeholder: inputs.choose,
    }),
    entry: choice('entry', ENTRIES, labels.entry),
    consent: choice('consent', BASES, labels.basis),
    channel: choice('channel', ANSWER_FORMS, labels.answerForm),
    trigger: choice('trigger', TRIGGERS, labels.trigger),
    referredBy: choiceField(
      'referredBy',
      chosen(values.referredBy),
      referrers(draft, state.language),
      state,
      {
        placeholder: inputs.choose,
      },
    ),
    tools: toolsField(values, state),
  };
}

function chosen(value: string | undefined): readonly string[] {
  return value === undefined ? [] : [value];
}

type FieldBlock = Extract<Block, { kind: 'pair' | 'input' }>;

/** The fields that a caller answers first, in the order of the form. */
function topBlocks(inputs: FieldInputs): readonly FieldBlock[] {
  return [
    { kind: 'pair', inputs: [inputs.cvr, inputs.companyName] },
    { kind: 'input', input: inputs.municipality },
    { kind: 'input', input: inputs.stage },
    { kind: 'input', input: inputs.description },
    { kind: 'pair', inputs: [inputs.contactName, inputs.contactPhone] },
    { kind: 'input', input: inputs.areas },
    { kind: 'input', input: inputs.crisis },
  ];
}

/** The fields that a caller's first sentence rarely answers, folded away until one of them has a problem. */
function foldedBlocks(inputs: FieldInputs): readonly FieldBlock[] {
  return [
    { kind: 'pair', inputs: [inputs.contactEmail, inputs.pNumber] },
    { kind: 'pair', inputs: [inputs.founded, inputs.maturity] },
    { kind: 'pair', inputs: [inputs.segment, inputs.depth] },
    { kind: 'pair', inputs: [inputs.clarified, inputs.entry] },
    { kind: 'pair', inputs: [inputs.consent, inputs.channel] },
    { kind: 'pair', inputs: [inputs.trigger, inputs.referredBy] },
    { kind: 'input', input: inputs.tools },
  ];
}

const PRIVATE: readonly string[] = [
  'contactName',
  'contactPhone',
  'contactEmail',
  'description',
] satisfies readonly IntakeField[];

/** The fields that the form leaves off, so that not everybody reads them. An empty input would clear what is known. */
function leftOff({ shared, draft: { values } }: FormAnswer): readonly string[] {
  if (!shared) return [];
  return values.stage === 'pre-starter' ? [...PRIVATE, 'cvr', 'companyName'] : PRIVATE;
}

const inputsIn = (block: FieldBlock): readonly Input[] =>
  block.kind === 'pair' ? block.inputs : [block.input];

function withoutTyped({ field, refusal }: FieldProblem): FieldProblem {
  const { code, params = {} } = refusal;
  return { field, refusal: { code, params: { ...params, typed: '' } }, typed: '' };
}

function without(hidden: readonly string[], blocks: readonly FieldBlock[]): readonly FieldBlock[] {
  return blocks.flatMap((block): FieldBlock[] => {
    const [first, second] = inputsIn(block).filter(({ id }) => !hidden.includes(id));
    if (!first) return [];
    return [second ? { kind: 'pair', inputs: [first, second] } : { kind: 'input', input: first }];
  });
}

/**
 * The whole intake on one form. The fields that a caller answers first are on top; the others are folded until one has
 * a problem.
 */
export function intakeFormView(answer: FormAnswer, language: Language): View {
  const { buttons, intakeForm, typed } = sentencesIn(language);
  const { draft } = answer;
  const problems = allProblems(answer);
  const inputs = inputsOf(draft, { language, problems, sources: draft.sources });
  const hidden = leftOff(answer);
  const folded = without(hidden, foldedBlocks(inputs));
  const hasFoldedProblem = folded.flatMap(inputsIn).some(({ problem }) => problem !== undefined);
  const isMarked = problems.some(({ field }) => !hidden.includes(field));
  const command = { name: 'intake', draftId: draft.id, revision: draft.revision, input: {} } as const;
  return {
    language,
    title: intakeForm.title,
    subtitle: intakeForm.enoughToBegin,
    tone: 'default',
    blocks: [
      ...(isMarked
        ? [{ kind: 'callout', tone: 'attention', text: intakeForm.correctWhatIsMarked } as const]
        : []),
      ...registerBlocks(draft, language),
      ...candidateBlocks(draft, answer.candidates, language),
      // What was typed may be from a private chat, so the problem is told without it.
      ...problems
        .filter(({ field }) => hidden.includes(field))
        .map((problem): Block => {
          const text = problemLine(withoutTyped(problem), language);
          return { kind: 'callout', tone: 'attention', text };
        }),
      ...without(hidden, topBlocks(inputs)),
      ...(answer.shared
        ? [{ kind: 'text', subtle: true, text: intakeForm.contactInChat(typed.resume) } as const]
        : []),
      {
        kind: 'section',
        title: intakeForm.moreDetails,
        folded: !hasFoldedProblem,
        blocks: folded,
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

import { MUNICIPALITY_CHOICES, organisationChoices } from '../../dialogs/organisation-words.ts';
import { refusalWords } from '../../dialogs/refusal-words.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import {
  type FieldProblem,
  INTAKE_FIELDS,
  type IntakeField,
  type IntakeValues,
  type ValueSource,
} from '../../src/core/intake/draft.ts';
import type { OrganisationId } from '../../src/core/organisation.ts';
import { MAX_TEXT } from '../../src/core/text-limit.ts';
import { TOOLS } from '../../src/core/tools.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import type { Choice, Input } from '../view.ts';

/** The codes of a closed word list as choices. */
export function choices<Code extends string>(
  codes: readonly Code[],
  labels: Readonly<Record<Code, string>>,
): readonly Choice[] {
  return codes.map((value) => ({ value, title: labels[value] }));
}

/** The state of the intake form that its fields share. */
export interface FieldState {
  readonly language: Language;
  readonly problems: readonly FieldProblem[];
  readonly sources: Partial<Readonly<Record<string, ValueSource>>>;
}

/** A field's problem as a sentence, which may quote the typed text. */
export function problemWords({ refusal, typed }: FieldProblem, language: Language): string {
  return refusalWords({ ...refusal, params: { typed, ...refusal.params } }, language);
}

/** The label, the value's origin and the problem of an intake field. */
export function fieldBase(id: IntakeField, { language, problems, sources }: FieldState) {
  const { caseLabels } = sentencesIn(language);
  const found = problems.find((problem) => problem.field === id);
  const source = sources[id];
  return {
    id,
    label: caseLabels.field[id],
    hint: source && source !== 'user' && !found ? caseLabels.source[source] : undefined,
    problem: found ? problemWords(found, language) : undefined,
  };
}

/** A text field of the intake form. A refused value is shown again as it was typed. */
export function textField(
  id: IntakeField,
  value: string | undefined,
  state: FieldState,
  more: {
    placeholder?: string;
    multiline?: boolean;
    maxLength: number;
    style?: 'tel' | 'email' | 'company';
    title?: string | undefined;
  },
): Input {
  const typed = state.problems.find((problem) => problem.field === id)?.typed;
  return { kind: 'text', ...fieldBase(id, state), value: typed ?? value ?? '', ...more };
}

/** A choice field of the intake form. */
export function choiceField(
  id: IntakeField,
  value: readonly string[],
  options: readonly Choice[],
  state: FieldState,
  more: { multiple?: boolean; expanded?: boolean; filtered?: boolean; placeholder?: string } = {},
): Input {
  return { kind: 'choice', ...fieldBase(id, state), value, choices: options, ...more };
}

/** All municipalities as choices. */
export function municipalityChoices(): readonly Choice[] {
  return MUNICIPALITY_CHOICES;
}

/** A choice among the organisations, without those that make no sense here. */
export function organisationInput(language: Language, without: readonly OrganisationId[] = []): Input {
  const { inputs } = sentencesIn(language);
  return {
    kind: 'choice',
    id: 'organisation',
    label: inputs.organisation,
    value: [],
    choices: organisationChoices().filter(({ value }) => !without.includes(value)),
    filtered: true,
    required: true,
    placeholder: inputs.typeOrChoose,
  };
}

/** A free-text input of a verb. */
export function textInput(
  id: string,
  label: string,
  more: { placeholder?: string; multiline?: boolean; required?: boolean; value?: string; hint?: string } = {},
): Extract<Input, { kind: 'text' }> {
  return { kind: 'text', id, label, maxLength: MAX_TEXT, multiline: true, value: '', ...more };
}

/** The problem of a field that is not on this card: `Telefon: ...`. */
export function problemLine(problem: FieldProblem, language: Language): string {
  const { caseLabels } = sentencesIn(language);
  const field = INTAKE_FIELDS.find((known) => known === problem.field);
  const sentence = problemWords(problem, language);
  return field ? `${caseLabels.field[field]}: ${sentence}` : sentence;
}

/** The field for the self-help tools that the company was shown. */
export function toolsField({ tools = [] }: IntakeValues, state: FieldState): Input {
  const { inputs, registration } = sentencesIn(state.language);
  return choiceField('tools', tools, choices(TOOLS, registration.tool), state, {
    multiple: true,
    placeholder: inputs.choose,
  });
}

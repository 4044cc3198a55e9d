import { sentencesIn } from '../dialogs/sentences.ts';
import type { CardElement } from './card-element.ts';
import type { Drawing } from './drawing.ts';
import { visibleText } from './plain.ts';
import { text } from './text-elements.ts';
import type { Input } from './view.ts';

/**
 * The id of a verb's input on a card: its plain name, or `name@verb` where another form of the card has taken the name.
 * Ids must be unique on a card.
 */
export function inputId(name: string, verb: string, taken: ReadonlySet<string>): string {
  return taken.has(name) ? `${name}@${verb}` : name;
}

/**
 * An input with its label, and its problem directly below. `own` keeps the plain id free for the card's own inputs, and
 * the input out of what other buttons send.
 */
export function inputElements(
  input: Input,
  verb: string,
  drawing: Drawing,
  naming: 'plain' | 'own' = 'plain',
): CardElement[] {
  const id = naming === 'own' ? `${input.id}@${verb}` : inputId(input.id, verb, drawing.taken);
  drawing.taken.add(id);
  const label = input.hint ? `${input.label} (${input.hint})` : input.label;
  const base = {
    id,
    ...(input.kind === 'toggle' ? {} : { label }),
    ...(input.required && {
      isRequired: true,
      errorMessage: sentencesIn(drawing.language).card.fillIn(input.label),
    }),
  };
  const problem = input.problem
    ? [text(input.problem, { color: 'Attention', size: 'Small' }, { spacing: 'None' })]
    : [];
  return [{ ...inputElement(input, label), ...base }, ...problem];
}

/**
 * How a choice is shown. It is searchable only while nothing is chosen: some clients would show a chosen value's code
 * instead of its title.
 */
function choiceStyle(input: Extract<Input, { kind: 'choice' }>): string {
  if (input.expanded) return 'expanded';
  return input.filtered && !input.multiple && input.value.length === 0 ? 'filtered' : 'compact';
}

function inputElement(input: Input, label: string): CardElement {
  switch (input.kind) {
    case 'text':
      return {
        type: 'Input.Text',
        ...(input.value !== '' && { value: input.value }),
        ...(input.placeholder && { placeholder: input.placeholder }),
        ...(input.multiline && { isMultiline: true }),
        ...((input.style === 'tel' || input.style === 'email') && { style: input.style }),
        // A client cuts longer values. A value that was refused, or came another way, must come back whole.
        maxLength: Math.max(input.maxLength, input.value.length),
      };
    case 'choice':
      return {
        type: 'Input.ChoiceSet',
        style: choiceStyle(input),
        ...(input.multiple && { isMultiSelect: true }),
        ...(input.value.length > 0 && { value: input.value.join(',') }),
        ...(input.placeholder && { placeholder: input.placeholder }),
        choices: input.choices.map(({ value, title }) => ({ title: visibleText(title), value })),
      };
    case 'date':
      return { type: 'Input.Date', ...(input.value !== '' && { value: input.value }) };
    case 'toggle':
      return { type: 'Input.Toggle', title: label, value: String(input.value) };
    default: {
      const never: never = input;
      return never;
    }
  }
}

import type {
  ExternalSelect,
  InputBlock,
  PlainTextElement,
  PlainTextOption,
  StaticSelect,
  UsersSelect,
} from '@slack/types';
import { z } from 'zod';
import type { Choice, Input } from '../../../cards/view.ts';
import { sentencesIn } from '../../../dialogs/sentences.ts';
import type { Language } from '../../core/vocabulary.ts';
import { clip, LIMITS } from './limits.ts';

/** How an input is rendered. `key` changes its block id, which is the only way to make Slack show a new value. */
export interface InputDrawing {
  readonly language: Language;
  readonly key: string;
  /** Sends an event when a value is entered, so that it can be looked up at once. */
  readonly lookup?: boolean;
}

/** The block id of an input. Slack keeps what a person typed in a block while the id stays the same. */
export function blockIdOf(id: string, key: string): string {
  return key === '' ? id : `${id}|${key}`;
}

/** Whether Slack's field can hold the input's value. A field that is too small would send a cut text back. */
export function hasRoom(input: Input): boolean {
  return input.kind !== 'text' || input.value.length <= LIMITS.inputLength;
}

/** Renders an input as a block, in a window or message. Only for inputs that `hasRoom` accepts. */
export function inputBlock(input: Input, drawing: InputDrawing): InputBlock {
  const hint = [input.problem, input.hint].filter((part) => part).join(' · ');
  return {
    type: 'input',
    block_id: blockIdOf(input.id, drawing.key),
    label: plain(clip(input.label, LIMITS.label)),
    optional: !input.required,
    ...(hint && { hint: plain(clip(hint, LIMITS.hint)) }),
    ...(drawing.lookup && { dispatch_action: true }),
    element: element(input, drawing),
  };
}

function element(input: Input, { language, lookup, key }: InputDrawing): InputBlock['element'] {
  const action_id = input.id;
  const placeholder = (text: string | undefined) =>
    text ? { placeholder: plain(clip(text, LIMITS.placeholder)) } : {};
  switch (input.kind) {
    case 'date':
      return { type: 'datepicker', action_id, ...(input.value !== '' && { initial_date: input.value }) };
    case 'text': {
      if (input.style === 'company' && key !== '') return companyPicker(input, language);
      if (input.style === 'person') return peoplePicker(input, placeholder(input.placeholder));
      // Messages take no field for e-mail addresses.
      if (input.style === 'email' && key !== '')
        return {
          type: 'email_text_input',
          action_id,
          ...(input.value !== '' && { initial_value: input.value }),
          ...placeholder(input.placeholder),
        };
      // A refused value may exceed the field's limit and must come back whole.
      const max_length = Math.min(Math.max(input.maxLength, input.value.length), LIMITS.inputLength);
      return {
        type: 'plain_text_input',
        action_id,
        multiline: input.multiline ?? false,
        max_length,
        ...(input.value !== '' && { initial_value: input.value }),
        ...(lookup && { dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] } }),
        ...placeholder(input.placeholder),
      };
    }
    case 'toggle': {
      const option = { value: 'true', text: plain(sentencesIn(language).inputs.yes) };
      return {
        type: 'checkboxes',
        action_id,
        options: [option],
        ...(input.value && { initial_options: [option] }),
      };
    }
    case 'choice': {
      const chosen = input.choices.filter(({ value }) => input.value.includes(value)).map(option);
      const [first] = chosen;
      if (input.multiple) {
        return {
          type: 'multi_static_select',
          action_id,
          ...grouped(input.choices),
          ...(chosen.length > 0 && { initial_options: chosen }),
          ...placeholder(input.placeholder ?? sentencesIn(language).inputs.choose),
        };
      }
      if (input.expanded && input.choices.length <= LIMITS.expandedOptions) {
        return {
          type: 'radio_buttons',
          action_id,
          options: input.choices.map(option),
          ...(first && { initial_option: first }),
        };
      }
      return {
        type: 'static_select',
        action_id,
        ...grouped(input.choices),
        ...(first && { initial_option: first }),
        ...placeholder(input.placeholder ?? sentencesIn(language).inputs.choose),
      };
    }
    default: {
      const never: never = input;
      return never;
    }
  }
}

/** The texts typed in a window, which is all that a person would have to write again. */
export function typedIn(state: z.infer<typeof stateShape> | null | undefined): readonly string[] {
  return Object.values(state?.values ?? {})
    .flatMap((block) => Object.values(block))
    .flatMap(({ type, value }) => (type === 'plain_text_input' && value ? [value] : []));
}

/** An identity of a person in Slack, as a picker of people sends it. */
const IDENTITY = /^slack:[^:]+:([^:]+)$/;

/** Slack's picker of people. It shows a person who was picked before; a typed name stands in its placeholder. */
function peoplePicker(
  { id, value }: Extract<Input, { kind: 'text' }>,
  hint: { readonly placeholder?: PlainTextElement },
): UsersSelect {
  const [, user] = IDENTITY.exec(value) ?? [];
  return {
    type: 'users_select',
    action_id: id,
    ...(user !== undefined ? { initial_user: user } : hint),
  };
}

/** A menu that Slack fills from the register, by what is typed (`company-options.ts`). */
function companyPicker(
  { id, value, title }: Extract<Input, { kind: 'text' }>,
  language: Language,
): ExternalSelect {
  return {
    type: 'external_select',
    action_id: id,
    min_query_length: 2,
    placeholder: plain(sentencesIn(language).slack.companyPicker),
    ...(value !== '' && { initial_option: companyOption(value, title) }),
  };
}

/** A company as an option: `Hansen VVS ApS · 25313763`. */
export function companyOption(cvr: string, name: string | null | undefined): PlainTextOption {
  const number = ` · ${cvr}`;
  return {
    value: cvr.slice(0, LIMITS.optionValue),
    text: plain(name ? `${clip(name, LIMITS.option - number.length)}${number}` : clip(cvr, LIMITS.option)),
  };
}

function option({ value, title }: Choice): PlainTextOption {
  return { value, text: plain(clip(title, LIMITS.option)) };
}

/** A list takes 100 options. Longer ones are split into groups, labelled with their first and last option. */
function grouped(choices: readonly Choice[]): Pick<StaticSelect, 'options' | 'option_groups'> {
  if (choices.length <= LIMITS.options) return { options: choices.map(option) };
  const groups = Math.ceil(choices.length / LIMITS.options);
  const size = Math.ceil(choices.length / groups);
  return {
    option_groups: Array.from({ length: groups }, (_, i) => choices.slice(i * size, (i + 1) * size)).map(
      (part) => ({
        label: plain(
          clip(`${part[0]?.title.slice(0, 30)} – ${part.at(-1)?.title.slice(0, 30)}`, LIMITS.option),
        ),
        options: part.map(option),
      }),
    ),
  };
}

function plain(text: string) {
  return { type: 'plain_text', text, emoji: false } as const;
}

const optionShape = z.object({ value: z.string() });
const elementShape = z.object({
  type: z.string(),
  value: z.string().nullish(),
  selected_option: optionShape.nullish(),
  selected_options: z.array(optionShape).nullish(),
  selected_date: z.string().nullish(),
  selected_user: z.string().nullish(),
});

/** `state.values` of a window or message, as Slack sends it: by block id, then by action id. */
export const stateShape = z.object({
  values: z.record(z.string(), z.record(z.string(), elementShape)),
});

/**
 * The inputs by id, in the form that commands take: lists joined by commas, ticks as `true` or `false`, people by their
 * identity in the workspace `team`, empty as ''.
 */
export function readState(
  state: z.infer<typeof stateShape> | null | undefined,
  team: string,
): Record<string, string> {
  const inputs: Record<string, string> = {};
  for (const block of Object.values(state?.values ?? {})) {
    for (const [id, element] of Object.entries(block)) {
      inputs[id] = readElement(element, team);
    }
  }
  return inputs;
}

function readElement(element: z.infer<typeof elementShape>, team: string): string {
  if (element.type === 'checkboxes') return String((element.selected_options ?? []).length > 0);
  if (element.selected_options) return element.selected_options.map(({ value }) => value).join(',');
  if (element.selected_user) return `slack:${team}:${element.selected_user}`;
  return element.selected_option?.value ?? element.selected_date ?? element.value ?? '';
}

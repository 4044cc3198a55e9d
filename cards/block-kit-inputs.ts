import { z } from 'zod';
import { sayIn } from '../dialogs/say.ts';
import type { Command } from '../src/core/command.ts';
import type { Language } from '../src/core/vocabulary.ts';
import { readPayload } from './actions.ts';
import { clip } from './fitted.ts';
import type { Choice, Input } from './view.ts';

/** A part of a Slack surface; the shapes are Slack's Block Kit. */
export type SlackBlock = { readonly type: string; readonly [property: string]: unknown };

/** Slack's limits (limits.md; Block Kit reference). */
export const MAX_OPTION_TEXT = 75;
const MAX_OPTIONS = 100;
const MAX_VISIBLE_OPTIONS = 10;
const MAX_INPUT = 3_000;
const MAX_PLACEHOLDER = 150;
const MAX_LABEL = 2_000;

/** Text that Slack shows as it is: no markup, no emoji codes. */
export function plainText(text: string): SlackBlock {
  return { type: 'plain_text', text: text === '' ? '–' : text, emoji: false };
}

function option({ value, title }: Choice): { readonly text: SlackBlock; readonly value: string } {
  return { text: plainText(clip(title, MAX_OPTION_TEXT)), value };
}

/** At most 100 options in a list; more come in groups named by their first and last. */
function optionsOf(choices: readonly Choice[]): Record<string, unknown> {
  if (choices.length <= MAX_OPTIONS) return { options: choices.map(option) };
  const half = Math.ceil(choices.length / 2);
  const groups = [choices.slice(0, half), choices.slice(half)];
  return {
    option_groups: groups.map((group) => ({
      label: plainText(clip(`${group[0]?.title} – ${group.at(-1)?.title}`, MAX_OPTION_TEXT)),
      options: group.map(option),
    })),
  };
}

function elementOf(input: Input, language: Language): SlackBlock {
  const say = sayIn(language);
  const action = { action_id: input.id };
  switch (input.kind) {
    case 'text': {
      const maximum = Math.min(input.maxLength, MAX_INPUT);
      return {
        type: 'plain_text_input',
        ...action,
        max_length: maximum,
        ...(input.multiline && { multiline: true }),
        ...(input.value !== '' && { initial_value: clip(input.value, maximum) }),
        ...(input.placeholder && { placeholder: plainText(clip(input.placeholder, MAX_PLACEHOLDER)) }),
      };
    }
    case 'choice': {
      const chosen = input.choices.filter(({ value }) => input.value.includes(value)).map(option);
      const placeholder = {
        placeholder: plainText(clip(input.placeholder ?? say('Vælg', 'Choose'), MAX_PLACEHOLDER)),
      };
      const options = optionsOf(input.choices);
      if (input.multiple) {
        const initial = chosen.length > 0 && { initial_options: chosen };
        return { type: 'multi_static_select', ...action, ...options, ...placeholder, ...initial };
      }
      const initial = chosen[0] && { initial_option: chosen[0] };
      return input.expanded && input.choices.length <= MAX_VISIBLE_OPTIONS
        ? { type: 'radio_buttons', ...action, ...options, ...initial }
        : { type: 'static_select', ...action, ...options, ...placeholder, ...initial };
    }
    case 'toggle': {
      const yes = option({ value: 'true', title: say('Ja', 'Yes') });
      return {
        type: 'checkboxes',
        ...action,
        options: [yes],
        ...(input.value && { initial_options: [yes] }),
      };
    }
    default: {
      const never: never = input;
      return never;
    }
  }
}

/** An input with its label; block and element carry the input's id, so that problems can be shown at it. */
export function inputBlock(input: Input, language: Language): SlackBlock {
  const hint = input.problem ?? input.hint;
  return {
    type: 'input',
    block_id: input.id,
    optional: input.required !== true,
    label: plainText(clip(input.label, MAX_LABEL)),
    element: elementOf(input, language),
    ...(hint && { hint: plainText(clip(hint, MAX_LABEL)) }),
  };
}

const picked = z.object({ value: z.string() });
const stateSchema = z.record(
  z.string(),
  z.record(
    z.string(),
    z.object({
      type: z.string(),
      value: z.string().nullish(),
      selected_option: picked.nullish(),
      selected_options: z.array(picked).optional(),
    }),
  ),
);

/** The inputs of a surface (`state.values`) as a form of ours; undefined where they have another shape. */
function readState(state: unknown): Record<string, string> | undefined {
  const parsed = stateSchema.safeParse(state ?? {});
  if (!parsed.success) return undefined;
  const inputs = Object.values(parsed.data).flatMap((block) => Object.entries(block));
  return Object.fromEntries(
    inputs
      .filter(([id]) => !/^(?:send|gather|form):/.test(id))
      .map(([id, input]) => {
        const several = input.selected_options?.map(({ value }) => value);
        if (input.type === 'checkboxes') return [id, String(several?.includes('true') === true)];
        return [id, several?.join(',') ?? input.selected_option?.value ?? input.value ?? ''];
      }),
  );
}

/**
 * What somebody pressed or submitted: `carried` is the button's value or the modal's private metadata (JSON), `state`
 * the surface's `state.values`, left out for a button that sends no inputs. Becomes `unreadable` as `readPayload` says.
 */
export function readBlockKit(carried: string, state?: unknown): Command {
  const inputs = readState(state);
  if (!inputs) return { name: 'unreadable', problem: 'bad-value state' };
  try {
    const data = z.record(z.string(), z.unknown()).parse(JSON.parse(carried));
    return readPayload({ ...data, ...inputs, verb: data.verb });
  } catch {
    return { name: 'unreadable', problem: 'not-an-object' };
  }
}

import type { Button, KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';

/** What a person does with a message or window, as the payloads that Slack's client would send. */

interface Blocks {
  readonly blocks: readonly unknown[];
}

function known(shown: Blocks): readonly KnownBlock[] {
  const blocks = shown.blocks as readonly KnownBlock[];
  return blocks.flatMap((block) => (block.type === 'container' ? block.child_blocks : [block]));
}

/** Everything that can be read on it. */
export function textOn(shown: Blocks): string {
  const found: string[] = [];
  JSON.stringify(shown.blocks, (key, value: unknown) => {
    if (key === 'text' && typeof value === 'string') found.push(value);
    return value;
  });
  return found.join('\n');
}

export function allButtons(shown: Blocks): readonly Button[] {
  return known(shown).flatMap((block): readonly Button[] => {
    const elements =
      block.type === 'actions' ? block.elements : block.type === 'section' ? [block.accessory] : [];
    return elements.flatMap((one) => (one?.type === 'button' ? [one] : []));
  });
}

/** The button with this text. */
export function buttonOn(shown: Blocks, title: string): Button {
  const found = allButtons(shown).find((one) => one.text.text === title);
  if (!found) throw new Error(`no button "${title}" on: ${textOn(shown)}`);
  return found;
}

export function buttonsOn(shown: Blocks): readonly string[] {
  return allButtons(shown).map((one) => one.text.text);
}

/** The action of a click on a button. */
export function clickOn(shown: Blocks, title: string): object {
  const button = buttonOn(shown, title);
  return {
    type: 'button',
    action_id: button.action_id,
    block_id: 'b1',
    text: button.text,
    value: button.value,
    action_ts: '1795233543.000100',
  };
}

/** `state.values` as Slack sends it: what was typed here, and elsewhere what the blocks showed. */
export function stateOf(shown: Blocks, typed: Readonly<Record<string, string>> = {}): { values: object } {
  const values: Record<string, Record<string, unknown>> = {};
  const unknown = new Set(Object.keys(typed));
  for (const block of known(shown)) {
    if (block.type !== 'input') continue;
    const { element, block_id = '' } = block;
    const id = 'action_id' in element ? (element.action_id ?? '') : '';
    unknown.delete(id);
    values[block_id] = { [id]: { type: element.type, ...elementState(element, typed[id]) } };
  }
  if (unknown.size > 0) throw new Error(`no input ${[...unknown].join(', ')}`);
  return { values };
}

type Element = Extract<KnownBlock, { type: 'input' }>['element'];

function elementState(element: Element, typed: string | undefined): object {
  const chosen = (value: string) => ({ value, text: { type: 'plain_text', text: value } });
  switch (element.type) {
    case 'plain_text_input':
      return { value: typed ?? element.initial_value ?? null };
    case 'email_text_input':
      return { value: typed ?? element.initial_value ?? null };
    case 'datepicker':
      return { selected_date: typed ?? element.initial_date ?? null };
    case 'users_select':
      return { selected_user: typed ?? element.initial_user ?? null };
    case 'external_select':
    case 'static_select':
    case 'radio_buttons':
      return { selected_option: typed ? chosen(typed) : (element.initial_option ?? null) };
    case 'multi_static_select':
      return { selected_options: typed ? typed.split(',').map(chosen) : (element.initial_options ?? []) };
    case 'checkboxes':
      return { selected_options: typed === 'true' ? [chosen('true')] : (element.initial_options ?? []) };
    default:
      throw new Error(`no such element: ${element.type}`);
  }
}

/** The `view` of a window's own payloads. */
export function viewPayload(
  window: { readonly id: string; readonly hash: string; readonly view: ModalView },
  typed: Readonly<Record<string, string>> = {},
): object {
  const { id, hash, view } = window;
  return { id, hash, ...view, state: stateOf(view, typed), team_id: 'T000000001', root_view_id: id };
}

export const inWindow = { container: { type: 'view' } };

export function inMessage(channel: string, own = false): object {
  return {
    container: { type: 'message', message_ts: '1795233543.000200', channel_id: channel, is_ephemeral: own },
    channel: { id: channel, name: 'les-viborg' },
  };
}

const body = z.object({
  response_action: z.string(),
  errors: z.record(z.string(), z.string()).optional(),
  view: z.unknown().optional(),
});

/** What a submission was answered with. */
export function submissionAnswer(text: string): z.infer<typeof body> {
  return body.parse(JSON.parse(text));
}

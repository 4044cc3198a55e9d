import { z } from 'zod';
import { escapeMarkup } from './markup.ts';

/** A message's parts that hold words: Slack keeps them in `text`, in blocks, or in attachments. */
export const wordedShape = z.object({
  text: z.string().nullish(),
  bot_id: z.string().nullish(),
  blocks: z.array(z.unknown()).nullish().catch(null),
  attachments: z.array(z.unknown()).nullish().catch(null),
});
export type Worded = z.infer<typeof wordedShape>;

const node = z.looseObject({ type: z.string().optional() });
type Node = z.infer<typeof node>;

/** Slack nests blocks four deep; more is no message of Slack's. */
const DEEPEST = 12;

/** Parts that one line holds; everything else begins a line of its own. */
const LINES = ['rich_text_section', 'rich_text_quote', 'rich_text_preformatted'];

/**
 * The words of a message, in Slack's markup. An app's message, and one that only passes another on, may have no text of
 * its own, or a text that only says so ("This content can't be displayed"): then the words of its blocks and attachments.
 */
export function wordsOf(message: Worded): string {
  const text = message.text?.trim() ?? '';
  const shown = (parts: readonly unknown[] | null | undefined) =>
    linesIn(parts ?? [], 0)
      .join('\n')
      .trim();
  const blocks = shown(message.blocks);
  if (text !== '' && (!message.bot_id || blocks === '')) return text;
  return blocks || shown(message.attachments);
}

function linesIn(value: unknown, depth: number): readonly string[] {
  if (depth > DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((one) => linesIn(one, depth + 1));
  const read = node.safeParse(value);
  if (!read.success) return [];
  const { type } = read.data;
  if (type !== undefined && LINES.includes(type)) {
    const line = inline(read.data.elements);
    return line === '' ? [] : [line];
  }
  const own = wordIn(read.data);
  if (own !== undefined) return own === '' ? [] : [own];
  // Buttons and inputs are the message's controls, not its words.
  if (type === 'actions' || type === 'input') return [];
  return partsOf(read.data).flatMap((part) => linesIn(part, depth + 1));
}

/** The parts of a block or attachment, in the order in which Slack shows them. */
function partsOf(of: Node): readonly unknown[] {
  if (of.type !== undefined) return [of.text, of.fields, of.elements];
  const field = typeof of.value === 'string';
  const texts = field ? [of.title, of.value] : [of.pretext, of.title, of.text];
  const lines = texts.map((text) => ({ type: 'mrkdwn', text }));
  const parts = [of.fields, of.blocks, of.message_blocks];
  const said = field || lines.some(({ text }) => typeof text === 'string' && text !== '');
  // An attachment's fallback repeats its words for clients that show nothing else.
  return said || parts.some((part) => part !== undefined)
    ? [...lines, ...parts, of.message]
    : [{ type: 'mrkdwn', text: of.fallback }];
}

function inline(elements: unknown): string {
  if (!Array.isArray(elements)) return '';
  return elements
    .map((element) => {
      const read = node.safeParse(element);
      return read.success ? (wordIn(read.data) ?? '') : '';
    })
    .join('')
    .trim();
}

/** The words of a text or of an element of rich text; undefined for what only holds others. */
function wordIn(of: Node): string | undefined {
  const text = typeof of.text === 'string' ? of.text : '';
  switch (of.type) {
    case 'mrkdwn':
      return text;
    case 'plain_text':
    case 'text':
      return escapeMarkup(text);
    case 'link':
      return escapeMarkup(text || String(of.url ?? ''));
    case 'user':
      return `<@${String(of.user_id ?? '')}>`;
    case 'date':
      return escapeMarkup(String(of.fallback ?? ''));
    case 'emoji':
    case 'image':
      return '';
    default:
      return undefined;
  }
}

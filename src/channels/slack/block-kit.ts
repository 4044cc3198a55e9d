import type {
  ActionsBlock,
  Button,
  ContextBlock,
  KnownBlock,
  MrkdwnElement,
  PlainTextElement,
  RichTextBlock,
  SectionBlock,
} from '@slack/types';
import { visibleText } from '../../../cards/plain.ts';
import { summaryOf } from '../../../cards/text.ts';
import type { Block, Input, Tone, View, ViewAction } from '../../../cards/view.ts';
import { sentencesIn } from '../../../dialogs/sentences.ts';
import type { Language } from '../../core/vocabulary.ts';
import { actionId, buttonValue } from './button-id.ts';
import { hasRoom, type InputDrawing, inputBlock } from './input-blocks.ts';
import { clip, LIMITS, pieces } from './limits.ts';
import { escapeMarkup, readsAsTyped } from './markup.ts';
import { linked, lists, readParts, richText, textPart } from './rich-text.ts';

/** A view as Slack blocks. `text` is for notifications and screen readers. */
export interface BlockKit {
  readonly blocks: KnownBlock[];
  readonly text: string;
}

/** Numbers of buttons within the text begin here, so that they differ from those below it. */
const IN_TEXT = 1000;

/** Stays within Slack's 3,000 characters of a section even with every character escaped (`&amp;`). */
const ENTRY_TITLE = 200;
const ENTRY_TEXT = 350;

const TONE_SIGNS: Readonly<Record<Tone, string>> = {
  default: 'ℹ️',
  good: '✅',
  warning: '⚠️',
  attention: '❗',
};

/** Renders a view as the blocks of a message. */
export function toBlockKit(view: View): BlockKit {
  return {
    blocks: withinLimit([...titleBlocks(view), ...contentBlocks(view, '')], view, LIMITS.messageBlocks),
    text: escapeMarkup(summaryOf(view)),
  };
}

/** Title and subtitle as blocks. A window has its own title, so there they become its first lines. */
export function titleBlocks(view: View): KnownBlock[] {
  const sign = view.tone === 'attention' || view.tone === 'warning' ? `${TONE_SIGNS[view.tone]} ` : '';
  const title = `${sign}${view.title}`;
  return [
    // A title longer than a header allows is shown as text, because its end says what to do.
    ...(visibleText(title).length <= LIMITS.header
      ? [{ type: 'header', text: plain(clip(title, LIMITS.header)) } as const]
      : pieces(title, LIMITS.section).map((text) => ({ type: 'section', text: plain(text) }) as const)),
    ...(view.subtitle ? subtle(view.subtitle) : []),
  ];
}

/**
 * The blocks below the title. `key` changes the ids of inputs, so that Slack shows new values instead of those being
 * typed.
 */
export function contentBlocks(view: View, key: string): KnownBlock[] {
  const numbers = counter();
  return view.blocks.flatMap((block) => drawBlock(block, view.language, key, numbers));
}

/** Cuts blocks to the limit from the end, keeps the buttons, and says that something was left out. */
export function withinLimit(
  blocks: readonly KnownBlock[],
  view: Pick<View, 'actions' | 'language'>,
  limit: number,
  actions: readonly ViewAction[] = view.actions,
): KnownBlock[] {
  const buttons = cardActionBlocks(actions, view.language);
  const room = limit - buttons.length;
  const shown =
    blocks.length <= room
      ? blocks
      : [...blocks.slice(0, room - 1), ...subtle(sentencesIn(view.language).slack.cut)];
  return [...shown, ...buttons];
}

function drawBlock(block: Block, language: Language, key: string, next: () => number): KnownBlock[] {
  switch (block.kind) {
    case 'text':
      if (block.subtle) return subtle(block.text);
      return richText([[{ type: 'text', text: block.text, ...(block.strong && { style: { bold: true } }) }]]);
    case 'callout':
      return pieces(`${TONE_SIGNS[block.tone]} ${block.text}`, LIMITS.section).map((text) => ({
        type: 'section',
        text: plain(text),
      }));
    case 'facts':
      return richText(
        block.facts.map(({ label, value, texts }, i) => {
          const end = i < block.facts.length - 1 ? '\n' : '';
          return [
            { type: 'text', text: `${label}: `, style: { bold: true } },
            ...(texts ? linked([...texts, { text: end }]) : [{ text: `${value}${end}` }]).map(textPart),
          ];
        }),
      );
    case 'list':
      return lists(block.items);
    case 'section': {
      const inner = block.blocks.flatMap((one) => drawBlock(one, language, key, next));
      if (inner.length === 0) return [];
      if (block.folded && inner.every(isFoldable) && inner.length <= LIMITS.containerBlocks)
        return [
          {
            type: 'container',
            title: plain(clip(block.title, LIMITS.containerTitle)),
            child_blocks: inner,
            is_collapsible: true,
            default_collapsed: true,
            width: 'full',
          },
        ];
      return [
        { type: 'divider' },
        ...richText([[{ type: 'text', text: block.title, style: { bold: true } }]]),
        ...inner,
      ];
    }
    case 'pictured':
      return block.table.flatMap((one) => drawBlock(one, language, key, next));
    case 'input':
      return inputBlocks(block.input, { language, key, lookup: key !== '' && block.input.id === 'cvr' });
    case 'pair':
      return block.inputs.flatMap((input) => drawBlock({ kind: 'input', input }, language, key, next));
    case 'entry':
      return [
        {
          type: 'section',
          text: entryText(block),
          accessory: button(block.action, IN_TEXT + next(), language),
        },
      ];
    case 'read':
      return [
        ...richText([readParts(block.parts)]),
        ...actionBlocks(
          block.parts.flatMap(({ change }) => change ?? []),
          language,
          () => IN_TEXT + next(),
        ),
      ];
    case 'actions':
      return actionBlocks(block.actions, language, () => IN_TEXT + next());
    default: {
      const never: never = block;
      return never;
    }
  }
}

/** Whether a block may stand in a container that folds. Inputs stand outside, where their errors are seen. */
function isFoldable(block: KnownBlock): block is RichTextBlock | ContextBlock | SectionBlock | ActionsBlock {
  return ['rich_text', 'context', 'section', 'actions'].includes(block.type);
}

/** Buttons in rows of five, the most that Slack shows side by side. `numberOf` parts those of one message. */
export function actionBlocks(
  actions: readonly ViewAction[],
  language: Language,
  numberOf: (index: number) => number = (index) => index,
): ActionsBlock[] {
  const drawn = actions
    .slice(0, LIMITS.buttons)
    .map((action, index) => button(action, numberOf(index), language));
  const rows: ActionsBlock[] = [];
  for (let i = 0; i < drawn.length; i += 5) {
    rows.push({ type: 'actions', elements: drawn.slice(i, i + 5) });
  }
  return rows;
}

/** The most buttons that a card shows at once. Of more, the first stay in sight, and the others fold. */
const MOST_IN_SIGHT = 8;
const FIRST_IN_SIGHT = 4;

/** The buttons of a card. A case has so many that the less frequent ones fold, as in Teams. */
function cardActionBlocks(actions: readonly ViewAction[], language: Language): KnownBlock[] {
  if (actions.length <= MOST_IN_SIGHT) return actionBlocks(actions, language);
  return [
    ...actionBlocks(actions.slice(0, FIRST_IN_SIGHT), language),
    {
      type: 'container',
      title: plain(sentencesIn(language).card.more),
      child_blocks: actionBlocks(
        actions.slice(FIRST_IN_SIGHT, LIMITS.buttons),
        language,
        (index) => FIRST_IN_SIGHT + index,
      ),
      is_collapsible: true,
      default_collapsed: true,
      width: 'full',
    },
  ];
}

/** Whether a block is a row of buttons, or rows of them that fold. */
export function hasButtonsOnly(block: KnownBlock): boolean {
  return block.type === 'container'
    ? block.child_blocks.every(({ type }) => type === 'actions')
    : block.type === 'actions';
}

/** Length limits of a confirmation (`confirm` object): its title, text and buttons. */
const CONFIRM = { title: 100, text: 300, button: 30 } as const;

/** What Slack asks before it sends a click that cannot be undone. A button with a form asks in its window. */
function confirmation({ title, warning, form }: ViewAction, language: Language): Pick<Button, 'confirm'> {
  if (warning === undefined || form.length > 0) return {};
  const { slack } = sentencesIn(language);
  return {
    confirm: {
      title: plain(clip(title, CONFIRM.title)),
      text: plain(clip(warning, CONFIRM.text)),
      confirm: plain(clip(title, CONFIRM.button)),
      deny: plain(slack.cancel),
      style: 'danger',
    },
  };
}

function button(action: ViewAction, index: number, language: Language): Button {
  // Red is for the button that does it, not for the one that asks first.
  const asks = action.form.length > 0 || action.warning !== undefined;
  const tone = action.tone === 'danger' && asks ? 'default' : action.tone;
  return {
    type: 'button',
    action_id: actionId(index, action),
    text: plain(clip(action.title, LIMITS.button)),
    value: buttonValue(action.command),
    ...(action.spoken && { accessibility_label: clip(visibleText(action.spoken), LIMITS.spoken) }),
    ...(tone !== 'default' && { style: tone }),
    ...confirmation(action, language),
  };
}

function subtle(text: string): KnownBlock[] {
  return pieces(text, LIMITS.context).map((part) => ({ type: 'context', elements: [plain(part)] }));
}

/** An input as blocks. A value that exceeds Slack's fields is shown as text: an input would send it back cut. */
export function inputBlocks(input: Input, drawing: InputDrawing): KnownBlock[] {
  if (hasRoom(input) || input.kind !== 'text') return [inputBlock(input, drawing)];
  return [
    ...richText([[{ type: 'text', text: input.label, style: { bold: true } }]]),
    ...richText([[{ type: 'text', text: input.value }]]),
    ...subtle(input.problem ?? sentencesIn(drawing.language).slack.tooLongToEdit),
  ];
}

/** A line that opens something, with a bold title. Plain where a sign in it would be rendered as markup. */
function entryText({
  tone,
  title,
  text,
}: Extract<Block, { kind: 'entry' }>): PlainTextElement | MrkdwnElement {
  const sign = tone === 'default' ? '' : `${TONE_SIGNS[tone]} `;
  // Bold formatting must not span lines.
  const [first, rest] = [clip(title.replace(/\s+/g, ' '), ENTRY_TITLE), clip(text, ENTRY_TEXT)];
  if (!readsAsTyped(`${first}\n${rest}`)) return plain(`${sign}${first}\n${rest}`);
  return {
    type: 'mrkdwn',
    verbatim: true,
    text: `${sign}*${escapeMarkup(first)}*\n${escapeMarkup(rest)}`,
  };
}

function plain(text: string) {
  return { type: 'plain_text', text: visibleText(text), emoji: false } as const;
}

function counter(): () => number {
  let n = 0;
  return () => n++;
}

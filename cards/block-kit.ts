import { sayIn } from '../dialogs/say.ts';
import type { Language } from '../src/core/vocabulary.ts';
import { type Payload, payloadOf } from './actions.ts';
import { inputBlock, MAX_OPTION_TEXT, plainText, type SlackBlock } from './block-kit-inputs.ts';
import { clip, fitted } from './fitted.ts';
import { summaryOf } from './text.ts';
import type { Block, Input, View, ViewAction } from './view.ts';

/** A message: blocks, and the text for notifications and screen readers. */
export interface SlackMessage {
  readonly text: string;
  readonly blocks: readonly SlackBlock[];
}

export interface SlackModal {
  readonly type: 'modal';
  readonly callback_id: string;
  readonly private_metadata: string;
  readonly title: SlackBlock;
  readonly submit?: SlackBlock;
  readonly close: SlackBlock;
  readonly blocks: readonly SlackBlock[];
}

const MAX_MESSAGE_BLOCKS = 50;
const MAX_MODAL_BLOCKS = 100;
const MAX_HEADER = 150;
const MAX_TEXT = 2_900;
const MAX_FIELDS = 10;
const MAX_FIELD = 1_900;
const MAX_MODAL_TITLE = 24;
const MAX_BUTTONS = 25;
/** What is folded away on a card is told in short where nothing can be folded. */
const MAX_FOLDED = 500;

/** Text where Slack reads markup: only what could become a link, a mention or bold is changed. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('*', '∗');
}

function section(text: string): SlackBlock {
  return { type: 'section', text: plainText(clip(text, MAX_TEXT)) };
}

function bold(text: string): SlackBlock {
  return {
    type: 'section',
    text: { type: 'mrkdwn', text: `*${clip(escaped(text), MAX_TEXT)}*`, verbatim: true },
  };
}

function context(text: string): SlackBlock {
  return { type: 'context', elements: [plainText(clip(text, MAX_TEXT))] };
}

const MARK = { default: '', good: '✓ ', warning: '⚠ ', attention: '❗ ' } as const;

function linesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'text':
    case 'callout':
      return [block.text];
    case 'facts':
      return block.facts.map(({ label, value }) => `${label}: ${value}`);
    case 'list':
      return block.items.map((item) => `• ${item}`);
    case 'section':
      return block.blocks.flatMap(linesOf);
    case 'entry':
      return [`${block.title} – ${block.text}`];
    case 'input':
    case 'pair':
      return [];
    default: {
      const never: never = block;
      return never;
    }
  }
}

function hasInputs(block: Block): boolean {
  return (
    block.kind === 'input' ||
    block.kind === 'pair' ||
    (block.kind === 'section' && block.blocks.some(hasInputs))
  );
}

function blocksOf(block: Block, language: Language): readonly SlackBlock[] {
  switch (block.kind) {
    case 'text':
      return [block.strong ? bold(block.text) : block.subtle ? context(block.text) : section(block.text)];
    case 'callout':
      return [section(`${MARK[block.tone]}${block.text}`)];
    case 'facts': {
      const fields = block.facts.map(({ label, value }) => ({
        type: 'mrkdwn',
        text: clip(`*${escaped(label)}*\n${escaped(value)}`, MAX_FIELD),
        verbatim: true,
      }));
      const rows = Array.from({ length: Math.ceil(fields.length / MAX_FIELDS) }, (_, row) =>
        fields.slice(row * MAX_FIELDS, (row + 1) * MAX_FIELDS),
      );
      return rows.map((row) => ({ type: 'section', fields: row }));
    }
    case 'list':
      return [section(block.items.map((item) => `• ${item}`).join('\n'))];
    case 'section':
      if (block.folded && !hasInputs(block)) {
        return [context(clip(`${block.title}: ${linesOf(block).join(' · ')}`, MAX_FOLDED))];
      }
      return [bold(block.title), ...block.blocks.flatMap((one) => blocksOf(one, language))];
    case 'input':
      return [inputBlock(block.input, language)];
    case 'pair':
      return block.inputs.map((input) => inputBlock(input, language));
    case 'entry':
      return [
        {
          type: 'section',
          text: {
            type: 'mrkdwn',
            text: clip(`*${escaped(block.title)}*\n${escaped(block.text)}`, MAX_TEXT),
            verbatim: true,
          },
          accessory: button({ ...block.action, title: sayIn(language)('Vis', 'Show') }, block.action.title),
        },
      ];
    default: {
      const never: never = block;
      return never;
    }
  }
}

/** What pressing a button needs: a form first (`formModal`), the inputs that stand beside it, or nothing. */
function kindOf(action: ViewAction): 'form' | 'gather' | 'send' {
  if (action.form.length > 0) return 'form';
  return action.withInputs ? 'gather' : 'send';
}

/** A button; its id is what pressing it needs, until `numbered` makes it one of its own. */
function button(action: ViewAction, label?: string): SlackBlock {
  const payload: Payload = payloadOf(action.command);
  const style = { primary: 'primary', danger: 'danger', default: undefined }[action.tone];
  const spoken = label ?? action.meaning;
  return {
    type: 'button',
    action_id: kindOf(action),
    text: plainText(clip(action.title, MAX_OPTION_TEXT)),
    value: JSON.stringify(payload),
    ...(style && { style }),
    ...(spoken && { accessibility_label: clip(spoken, MAX_OPTION_TEXT) }),
  };
}

function actionBlocks(actions: readonly ViewAction[]): readonly SlackBlock[] {
  if (actions.length === 0) return [];
  return [{ type: 'actions', elements: actions.slice(0, MAX_BUTTONS).map((action) => button(action)) }];
}

/** Ids of buttons say what pressing them needs and where they stand: no two on one surface may be the same. */
function numbered(blocks: readonly SlackBlock[]): readonly SlackBlock[] {
  let count = 0;
  const name = (one: unknown): unknown => {
    const button = one as SlackBlock;
    if (button.type !== 'button') return one;
    count += 1;
    return { ...button, action_id: `${button.action_id}:${count}` };
  };
  return blocks.map((block) => {
    const { elements, accessory } = block;
    if (block.type === 'actions' && Array.isArray(elements))
      return { ...block, elements: elements.map(name) };
    return accessory === undefined ? block : { ...block, accessory: name(accessory) };
  });
}

function draw(view: View, actions: readonly ViewAction[]): readonly SlackBlock[] {
  return [
    { type: 'header', text: plainText(clip(view.title, MAX_HEADER)) },
    ...(view.subtitle ? [context(view.subtitle)] : []),
    ...view.blocks.flatMap((block) => blocksOf(block, view.language)),
    ...actionBlocks(actions),
  ];
}

/** A view as a Slack message of at most 50 blocks. A button's id begins with `form` (open `formModal`),
 * `gather` (read the inputs of the message too) or `send`; its value is read back by `readBlockKit`. */
export function toBlockKit(view: View): SlackMessage {
  const blocks = fitted(
    view,
    (one) => draw(one, one.actions),
    (drawn) => drawn.length <= MAX_MESSAGE_BLOCKS,
  );
  return { text: clip(summaryOf(view), MAX_TEXT), blocks: numbered(blocks.slice(0, MAX_MESSAGE_BLOCKS)) };
}

/** The App Home: views under each other, at most 100 blocks. */
export function toHome(views: readonly View[]): {
  readonly type: 'home';
  readonly blocks: readonly SlackBlock[];
} {
  const blocks = views.flatMap((view) => draw(view, view.actions));
  return { type: 'home', blocks: numbered(blocks.slice(0, MAX_MODAL_BLOCKS)) };
}

function modal(
  language: Language,
  title: string,
  submit: ViewAction | undefined,
  blocks: readonly SlackBlock[],
): SlackModal {
  const say = sayIn(language);
  return {
    type: 'modal',
    callback_id: 'indgang',
    // Read back by the same parser as a button's data, with the inputs merged in.
    private_metadata: submit ? JSON.stringify(payloadOf(submit.command)) : '',
    title: plainText(clip(title, MAX_MODAL_TITLE)),
    ...(submit && { submit: plainText(clip(submit.title.replace(/\s*…$/, ''), MAX_MODAL_TITLE)) }),
    close: plainText(say('Luk', 'Close')),
    blocks: numbered(blocks.slice(0, MAX_MODAL_BLOCKS)),
  };
}

/** A view that is a form (the intake) as a modal: its first button submits, the others stand under the inputs. */
export function toModal(view: View): SlackModal {
  const submit = view.actions.find(({ withInputs }) => withInputs);
  const others = view.actions.filter((action) => action !== submit);
  return modal(view.language, view.title, submit, draw(view, others));
}

/** The form of one verb of a view (return with a reason, close with an outcome) as a modal; undefined where it has none. */
export function formModal(view: View, verb: string): SlackModal | undefined {
  const action = view.actions.find(
    ({ command, form }) => form.length > 0 && payloadOf(command).verb === verb,
  );
  if (!action) return undefined;
  const blocks = [
    context(summaryOf(view)),
    ...(action.meaning ? [section(action.meaning)] : []),
    ...action.form.map((input: Input) => inputBlock(input, view.language)),
  ];
  return modal(view.language, action.title.replace(/\s*…$/, ''), action, blocks);
}

import type { Button, KnownBlock, RichTextElement, RichTextSection } from '@slack/types';

/**
 * Block Kit as HTML, near enough to Slack's client for people and axe to judge it by: what is bold, a link, a field, a
 * button, folded. No package on npm draws windows and their fields. A kind of block that is not known here throws.
 */

const escaped = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

interface Text {
  readonly type: string;
  readonly text: string;
}

/** Names of users and groups by id, as a client shows their mentions. */
export type Names = ReadonlyMap<string, string>;

const mention = (id: string, names: Names) => `<b class="mention">@${escaped(names.get(id) ?? id)}</b>`;

/** Slack's markup: bold, links, mentions. Its escapes are those of HTML. */
function markup(text: string, names: Names): string {
  return text
    .replace(/<@([A-Z0-9]+)>/g, (_, id: string) => mention(id, names))
    .replace(/<!subteam\^([A-Z0-9]+)>/g, (_, id: string) => mention(id, names))
    .replace(/<((?:https?|tel|mailto):[^|>]+)\|([^>]+)>/g, '<a href="$1">$2</a>')
    .replace(/(^|[\s(])\*([^*\n]+)\*/g, '$1<b>$2</b>')
    .replace(/\n/g, '<br>');
}

const drawText = ({ type, text }: Text, names: Names) =>
  type === 'mrkdwn' ? markup(text, names) : escaped(text).replace(/\n/g, '<br>');

function drawPart(part: RichTextElement, names: Names): string {
  switch (part.type) {
    case 'text': {
      const text = escaped(part.text).replace(/\n/g, '<br>');
      return part.style?.bold ? `<b>${text}</b>` : text;
    }
    case 'link':
      return `<a href="${escaped(part.url)}">${escaped(part.text ?? part.url)}</a>`;
    case 'user':
      return mention(part.user_id, names);
    default:
      throw new Error(`no such part: ${part.type}`);
  }
}

const drawParts = ({ elements }: RichTextSection, names: Names) =>
  elements.map((part) => drawPart(part, names)).join('');

function drawButton(button: Button): string {
  const label = button.accessibility_label ? ` aria-label="${escaped(button.accessibility_label)}"` : '';
  return `<button class="${button.style ?? ''}"${label}>${escaped(button.text.text)}</button>`;
}

interface Option {
  readonly value?: string;
  readonly text: Text;
}

type Field = Extract<KnownBlock, { type: 'input' }>['element'];

function drawField(field: Field, id: string): string {
  const named = `id="${id}" aria-describedby="${id}-hint"`;
  const hint = 'placeholder' in field && field.placeholder ? escaped(field.placeholder.text) : '';
  const list = (chosen: string, options: readonly Option[], many = '') =>
    `<select ${named} ${many}>${chosen ? '' : `<option>${hint}</option>`}${options
      .map(
        ({ value, text }) => `<option ${value === chosen ? 'selected' : ''}>${escaped(text.text)}</option>`,
      )
      .join('')}</select>`;
  const ticks = (type: string, options: readonly Option[], chosen: readonly Option[]) =>
    options
      .map(({ value, text }) => {
        const checked = chosen.some((one) => one.value === value) ? 'checked' : '';
        return `<label><input type="${type}" name="${id}" ${checked}> ${escaped(text.text)}</label>`;
      })
      .join('');
  switch (field.type) {
    case 'plain_text_input':
      return field.multiline
        ? `<textarea ${named} placeholder="${hint}" rows="3">${escaped(field.initial_value ?? '')}</textarea>`
        : `<input ${named} placeholder="${hint}" value="${escaped(field.initial_value ?? '')}">`;
    case 'email_text_input':
      return `<input ${named} type="email" placeholder="${hint}" value="${escaped(field.initial_value ?? '')}">`;
    case 'datepicker':
      return `<input ${named} type="date" value="${field.initial_date ?? ''}">`;
    case 'users_select':
      return list('', []);
    case 'external_select':
      return list(field.initial_option?.value ?? '', field.initial_option ? [field.initial_option] : []);
    case 'static_select': {
      const options = field.options ?? field.option_groups?.flatMap((group) => group.options) ?? [];
      return list(field.initial_option?.value ?? '', options);
    }
    case 'multi_static_select':
      return `<div class="chosen">${(field.initial_options ?? []).map(({ text }) => `<span>${escaped(text.text)}</span>`).join(' ')}</div>${list('', field.options ?? [])}`;
    case 'radio_buttons':
      return ticks('radio', field.options, field.initial_option ? [field.initial_option] : []);
    case 'checkboxes':
      return ticks('checkbox', field.options, field.initial_options ?? []);
    default:
      throw new Error(`no such field: ${field.type}`);
  }
}

function drawBlock(block: KnownBlock, id: string, names: Names): string {
  switch (block.type) {
    case 'header':
      return `<h3>${drawText(block.text, names)}</h3>`;
    case 'divider':
      return '<hr>';
    case 'section': {
      const text = block.text ? `<div>${drawText(block.text, names)}</div>` : '';
      const beside = block.accessory?.type === 'button' ? drawButton(block.accessory) : '';
      return `<div class="section">${text}${beside}</div>`;
    }
    case 'context':
      return `<div class="context">${block.elements.map((one) => ('text' in one && typeof one.text === 'string' ? drawText({ type: one.type, text: one.text }, names) : '')).join(' ')}</div>`;
    case 'actions':
      return `<div class="actions">${block.elements.map((one) => drawButton(one as Button)).join('')}</div>`;
    case 'context_actions':
      return `<div class="actions">${block.elements
        .map((one) =>
          'positive_button' in one
            ? [one.positive_button, one.negative_button]
                .map(
                  ({ text, accessibility_label = '' }) =>
                    `<button aria-label="${escaped(accessibility_label)}">${text.text}</button>`,
                )
                .join('')
            : '',
        )
        .join('')}</div>`;
    case 'rich_text':
      return block.elements
        .map((one) =>
          one.type === 'rich_text_list'
            ? `<ul>${one.elements.map((item) => `<li>${drawParts(item as RichTextSection, names)}</li>`).join('')}</ul>`
            : `<p>${drawParts(one as RichTextSection, names)}</p>`,
        )
        .join('');
    case 'input': {
      const many = ['radio_buttons', 'checkboxes'].includes(block.element.type);
      const label = `${escaped(block.label.text)}${block.optional ? ' <small>(valgfrit)</small>' : ''}`;
      const inner = `${drawField(block.element, id)}<div class="context" id="${id}-hint">${escaped(block.hint?.text ?? '')}</div>`;
      return many
        ? `<fieldset><legend>${label}</legend>${inner}</fieldset>`
        : `<div class="field"><label for="${id}">${label}</label>${inner}</div>`;
    }
    case 'container':
      return `<details ${block.default_collapsed ? '' : 'open'}><summary>${escaped(block.title?.text ?? '')}</summary>${block.child_blocks.map((one, index) => drawBlock(one as KnownBlock, `${id}-${index}`, names)).join('')}</details>`;
    default:
      throw new Error(`no such block: ${block.type}`);
  }
}

/** Blocks as HTML; `id` parts their fields from those of other messages. */
export function drawBlocks(blocks: readonly unknown[], id: string, names: Names): string {
  return blocks.map((block, index) => drawBlock(block as KnownBlock, `${id}-${index}`, names)).join('\n');
}

/** What is said by somebody: a person's words, or blocks. */
export function drawMessage(from: string, inner: string, note = ''): string {
  return `<article><b class="from">${escaped(from)}</b> <small>${escaped(note)}</small>${inner}</article>`;
}

/** A window over the conversation. */
export function drawWindow(
  view: {
    readonly title: Text;
    readonly blocks: readonly unknown[];
    readonly submit?: Text | undefined;
    readonly close?: Text | undefined;
  },
  names: Names,
): string {
  const buttons = [
    view.close ? `<button>${escaped(view.close.text)}</button>` : '',
    view.submit ? `<button class="primary">${escaped(view.submit.text)}</button>` : '',
  ].join('');
  return `<section class="window" aria-label="${escaped(view.title.text)}"><h2>${escaped(view.title.text)}</h2>${drawBlocks(view.blocks, 'w', names)}<div class="foot">${buttons}</div></section>`;
}

/** A page of Slack: a conversation and, where one is open, a window. */
export function slackPage(language: string, inner: string): string {
  return `<!doctype html><html lang="${language}"><head><title>Slack</title><style>${STYLE}</style></head><body><main><h1>Slack</h1>${inner}</main></body></html>`;
}

// A message is as wide as in a channel; a window as Slack's; the text of a button is cut where Slack's own would be.
const STYLE = `
  body { margin: 0; padding: 12px; font: 15px/1.45 Lato, "Liberation Sans", sans-serif; color: #1d1c1d; background: #fff; }
  main { width: 600px; }
  h1 { font-size: 13px; color: #616061; }
  h2, h3 { font-size: 18px; margin: 6px 0; overflow-wrap: anywhere; }
  p { margin: 6px 0; overflow-wrap: anywhere; }
  article { border-top: 1px solid #ddd; padding: 8px 0; }
  .from { color: #1d1c1d; } small, .context { color: #616061; font-size: 13px; }
  .section { display: flex; gap: 12px; justify-content: space-between; margin: 6px 0; overflow-wrap: anywhere; }
  .section button { align-self: flex-start; flex: none; }
  .actions { display: flex; flex-wrap: wrap; gap: 8px; margin: 8px 0; }
  button { font: inherit; font-weight: 700; padding: 4px 12px; border: 1px solid #868686; border-radius: 4px; background: #fff; color: #1d1c1d; max-width: 100%; }
  button.primary { background: #007a5a; border-color: #007a5a; color: #fff; }
  button.danger { background: #e01e5a; border-color: #e01e5a; color: #fff; }
  .mention { background: #e8f5fa; color: #0b4c8c; font-weight: 400; } a { color: #0b4c8c; }
  .window { border: 2px solid #616061; border-radius: 8px; padding: 16px; width: 520px; margin-top: 12px; }
  .foot { display: flex; justify-content: flex-end; gap: 8px; }
  .field, fieldset { margin: 10px 0; border: 0; padding: 0; } label, legend { font-weight: 700; } fieldset label { display: block; font-weight: 400; }
  input:not([type=radio]):not([type=checkbox]), select, textarea { display: block; width: 100%; box-sizing: border-box; font: inherit; padding: 6px; border: 1px solid #868686; border-radius: 4px; }
  ::placeholder { color: #616061; opacity: 1; }
  summary { font-weight: 700; } .chosen span { background: #eee; padding: 0 6px; border-radius: 4px; }
`;

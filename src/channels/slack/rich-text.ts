import type { KnownBlock, RichTextElement, RichTextSection } from '@slack/types';
import { visibleText } from '../../../cards/plain.ts';
import type { LinkedText, ReadPart } from '../../../cards/view.ts';
import { LIMITS, pieces } from './limits.ts';

export type TextPart = Extract<RichTextElement, { type: 'text' | 'link' }>;

/** The line of what was read; numbers and names that can be called or written to are links. */
export function readParts(parts: readonly ReadPart[]): readonly TextPart[] {
  return parts.flatMap(({ texts }, index) =>
    [...(index === 0 ? [] : [{ text: ' · ' }]), ...linked(texts)].map(textPart),
  );
}

export function linked(texts: readonly LinkedText[]): readonly LinkedText[] {
  return texts.flatMap((one, at) => (at === 0 ? [one] : [{ text: ' ' }, one]));
}

export function textPart({ text, href }: LinkedText): TextPart {
  return href === undefined ? { type: 'text', text } : { type: 'link', text, url: href };
}

/**
 * Rich text shows what people wrote without interpreting markup. Text beyond one block's limit continues in the next.
 */
export function richText(lines: readonly (readonly TextPart[])[]): KnownBlock[] {
  const blocks: RichTextSection[][] = [[]];
  let left: number = LIMITS.richText;
  for (const parts of lines) {
    let section: TextPart[] = [];
    const close = () => {
      if (section.length > 0) blocks.at(-1)?.push({ type: 'rich_text_section', elements: section });
      section = [];
    };
    for (const part of parts) {
      const visible = visibleText(part.text ?? '');
      if (visible === '') continue;
      const isWhole = visible.length <= LIMITS.richText;
      for (const text of isWhole ? [visible] : pieces(visible, LIMITS.richText)) {
        if (text.length > left) {
          close();
          blocks.push([]);
          left = LIMITS.richText;
        }
        section.push({ ...part, text });
        left -= text.length;
      }
    }
    close();
  }
  const filled = blocks.filter((elements) => elements.length > 0);
  if (filled.length > 0) return filled.map((elements) => ({ type: 'rich_text', elements }));
  const nothing: RichTextSection = { type: 'rich_text_section', elements: [{ type: 'text', text: '–' }] };
  return [{ type: 'rich_text', elements: [nothing] }];
}

/** A list, split into several where its items exceed one block. */
export function lists(items: readonly string[]): KnownBlock[] {
  const runs: string[][] = [];
  let left = 0;
  for (const item of items.flatMap((item) => pieces(visibleText(item), LIMITS.richText))) {
    if (item.length > left) {
      runs.push([]);
      left = LIMITS.richText;
    }
    runs.at(-1)?.push(item);
    left -= item.length;
  }
  return runs.map((run) => ({
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_list',
        style: 'bullet',
        elements: run.map((text) => ({ type: 'rich_text_section', elements: [{ type: 'text', text }] })),
      },
    ],
  }));
}

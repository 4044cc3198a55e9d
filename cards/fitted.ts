import { sentencesIn } from '../dialogs/sentences.ts';
import type { Block, View } from './view.ts';

/** The text, cut to `length` letters with `…` at the end where it was longer. */
function clip(text: string, length: number): string {
  const letters = [...text];
  return letters.length <= length
    ? text
    : `${letters
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`;
}

/** The length of a text in UTF-8 bytes. */
export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** The block with texts for reading shortened. The value of an input is the person's own and stays whole. */
export function shortened(block: Block, length: number): Block {
  switch (block.kind) {
    case 'text':
    case 'callout':
      return { ...block, text: clip(block.text, length) };
    case 'facts':
      return {
        ...block,
        facts: block.facts.map(({ label, value }) => ({ label, value: clip(value, length) })),
      };
    case 'list':
      return { ...block, items: block.items.map((item) => clip(item, length)) };
    case 'section':
      return { ...block, blocks: block.blocks.map((inner) => shortened(inner, length)) };
    case 'entry':
      return { ...block, title: clip(block.title, length), text: clip(block.text, length) };
    case 'read':
      return {
        ...block,
        parts: block.parts.map(({ texts, change }) => ({
          texts: texts.map((one) => ({ ...one, text: clip(one.text, length) })),
          change,
        })),
      };
    case 'input':
    case 'pair':
    case 'actions':
      return block;
    default: {
      const never: never = block;
      return never;
    }
  }
}

/** A line of what was read without its forms: what stands there can still be corrected by typing. */
function withoutForms(block: Block): Block {
  if (block.kind !== 'read') return block;
  return { ...block, parts: block.parts.map((part) => ({ ...part, change: null })) };
}

/** Whether leaving a section out loses no input, because it only shows something. */
function leftOut(block: Block): boolean {
  return (
    block.kind === 'section' &&
    block.folded &&
    !block.blocks.some(({ kind }) => kind === 'input' || kind === 'pair')
  );
}

/** Ever smaller versions of a view: first long texts are shortened, then folded sections left out. */
function* smaller(view: View): Generator<View> {
  yield view;
  for (const length of [900, 400, 200]) {
    yield { ...view, blocks: [...view.blocks.map((block) => shortened(block, length)), note(view)] };
  }
  const kept = view.blocks.filter((block) => !leftOut(block)).map(withoutForms);
  for (const length of [400, 150, 60]) {
    yield {
      ...view,
      title: clip(view.title, length),
      ...(view.subtitle && { subtitle: clip(view.subtitle, length) }),
      blocks: [...kept.map((block) => shortened(block, length)), note(view)],
    };
  }
  const blocks = kept.map((block) => withoutLongInput(shortened(block, 60), view));
  yield { ...view, title: clip(view.title, 60), blocks: [...blocks, note(view)] };
}

/** Tells the reader that the card does not show everything. */
function note({ language }: View): Block {
  return { kind: 'text', subtle: true, text: sentencesIn(language).card.shortened };
}

/** The most letters of an input on a card that had to be shortened; a longer one may not fit at all. */
const LONG_INPUT = 1_000;

/** Shows a value that is too long as text instead of an input: sending the form must never write a cut text back. */
function withoutLongInput(block: Block, { language }: View): Block {
  if (block.kind !== 'input' || block.input.kind !== 'text' || block.input.value.length <= LONG_INPUT)
    return block;
  const { label, value } = block.input;
  return { kind: 'text', text: `${label} (${sentencesIn(language).card.onlyRead}): ${clip(value, 200)}` };
}

/** The first version of the view whose rendering fits; the smallest one where none does. */
export function fitted<Drawing>(
  view: View,
  draw: (view: View) => Drawing,
  fits: (drawing: Drawing) => boolean,
): Drawing {
  let drawing = draw(view);
  for (const version of smaller(view)) {
    drawing = draw(version);
    if (fits(drawing)) return drawing;
  }
  return drawing;
}

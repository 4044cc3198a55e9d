import { sentencesIn } from '../dialogs/sentences.ts';
import type { Block, View } from './view.ts';

/** A text that ends in `…` where it was longer than `length` letters. */
function clip(text: string, length: number): string {
  const letters = [...text];
  return letters.length <= length
    ? text
    : `${letters
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`;
}

/** How many bytes a text takes as UTF-8. */
export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** Texts to read are shortened; what stands in an input is the person's own and stays whole. */
function shortened(block: Block, length: number): Block {
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
      return { ...block, blocks: block.blocks.map((one) => shortened(one, length)) };
    case 'entry':
      return { ...block, title: clip(block.title, length), text: clip(block.text, length) };
    case 'input':
    case 'pair':
      return block;
    default: {
      const never: never = block;
      return never;
    }
  }
}

/** A section that only tells something, so that leaving it out loses no input. */
function leftOut(block: Block): boolean {
  return (
    block.kind === 'section' &&
    block.folded &&
    !block.blocks.some(({ kind }) => kind === 'input' || kind === 'pair')
  );
}

/** Ever smaller versions of a view: long texts shortened first, then what is folded away left out. */
function* smaller(view: View): Generator<View> {
  yield view;
  for (const length of [900, 400, 200]) {
    yield { ...view, blocks: [...view.blocks.map((block) => shortened(block, length)), note(view)] };
  }
  const kept = view.blocks.filter((block) => !leftOut(block));
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

/** Says that what is read on the card is not all of it. */
function note({ language }: View): Block {
  return { kind: 'text', subtle: true, text: sentencesIn(language).card.shortened };
}

/** More than this in one input, and a card may not have room for it. */
const LONG_INPUT = 1_000;

/** An input whose value has no room is only read, so that sending the form never writes a cut text back. */
function withoutLongInput(block: Block, { language }: View): Block {
  if (block.kind !== 'input' || block.input.kind !== 'text' || block.input.value.length <= LONG_INPUT)
    return block;
  const { label, value } = block.input;
  return { kind: 'text', text: `${label} (${sentencesIn(language).card.onlyRead}): ${clip(value, 200)}` };
}

/** The first version of the view whose drawing fits; the smallest one where none does. */
export function fitted<Drawing>(
  view: View,
  draw: (view: View) => Drawing,
  fits: (drawing: Drawing) => boolean,
): Drawing {
  let drawing = draw(view);
  for (const one of smaller(view)) {
    drawing = draw(one);
    if (fits(drawing)) return drawing;
  }
  return drawing;
}

import { sentencesIn } from '../dialogs/sentences.ts';
import type { Block, Input, View } from './view.ts';

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
    case 'pictured':
      return { ...block, table: block.table.map((inner) => shortened(inner, length)) };
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

/** The blocks with the tables in place of their charts. */
const withoutCharts = (blocks: readonly Block[]): readonly Block[] =>
  blocks.flatMap((block) => (block.kind === 'pictured' ? block.table : [block]));

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

/** The most choices of a form that stay a list on a card that had to be made smaller: the longest lists go first. */
const LONG_LISTS = [40, 20, 8];
/** The most choices of a list that stays although it stands on the card twice. */
const SHORT_LIST = 8;

/** The form's input as a field to type in where it has more choices than `most`; what is typed is read as a choice. */
function typedInstead(input: Input, most: number): Input {
  if (input.kind !== 'choice' || input.choices.length <= most) return input;
  const { id, label, hint, problem, required, value, choices } = input;
  const titles = choices
    .filter((one) => value.length === 0 || value.includes(one.value))
    .map(({ title }) => title);
  const text = { kind: 'text', id, label, hint, problem, required, maxLength: 1_000 } as const;
  return value.length > 0
    ? { ...text, value: titles.join(', ') }
    : { ...text, value: '', placeholder: input.placeholder ?? titles.slice(0, 2).join(', ') };
}

/** The view whose forms have no list of more than `most` choices, and with `once` none of some length twice. */
function withoutLists(view: View, most: number, once = false): View {
  const seen = new Set<string>();
  const isAgain = (input: Input) => {
    if (!once || input.kind !== 'choice') return false;
    const list = input.choices
      .map(({ value }) => value)
      .sort()
      .join();
    if (seen.has(list)) return true;
    seen.add(list);
    return false;
  };
  return {
    ...view,
    actions: view.actions.map((action) => ({
      ...action,
      form: action.form.map((input) => typedInstead(input, isAgain(input) ? SHORT_LIST : most)),
    })),
  };
}

/**
 * Ever smaller versions of a view: first the badges and charts go, which say what the subtitle and the tables say, then the longest lists of forms are
 * typed instead, then long texts are shortened, then folded sections left out.
 */
function* smaller(asDrawn: View): Generator<View> {
  yield asDrawn;
  const whole = { ...asDrawn, glance: undefined, blocks: withoutCharts(asDrawn.blocks) };
  yield whole;
  const [longest = 0] = LONG_LISTS;
  yield withoutLists(whole, longest);
  for (const most of LONG_LISTS) yield withoutLists(whole, most, true);
  const view = withoutLists(whole, LONG_LISTS.at(-1) ?? 0);
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

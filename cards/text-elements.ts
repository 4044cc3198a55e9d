import type { CardElement } from './card-element.ts';
import { inlineMarkdown, runsOf, visibleText } from './plain.ts';
import type { Fact, LinkedText } from './view.ts';

/**
 * Elements of an Adaptive Card that hold text. A `TextBlock` and a `FactSet` read Markdown, so they only hold text in
 * which Markdown has no effect. All other text stands in runs, which are shown unchanged.
 */

/** The look of a text. */
interface TextStyle {
  readonly isSubtle?: boolean;
  readonly size?: 'Small';
  readonly weight?: 'Bolder';
  readonly color?: 'Accent' | 'Attention';
}

/** Properties of the element rather than of its text. */
interface TextPlace {
  readonly id?: string;
  readonly isVisible?: boolean;
  readonly spacing?: 'None' | 'Small';
}

function isWithoutMarkdown(words: string): boolean {
  return inlineMarkdown(words) === visibleText(words);
}

/** A text element that shows the text as typed. */
export function text(words: string, style: TextStyle = {}, place: TextPlace = {}): CardElement {
  if (isWithoutMarkdown(words)) {
    return {
      type: 'TextBlock',
      text: visibleText(words),
      wrap: true,
      ...style,
      ...place,
    };
  }
  const inlines = runsOf(words).map((run) => ({
    type: 'TextRun',
    text: run,
    ...style,
  }));
  return { type: 'RichTextBlock', inlines, ...place };
}

/** Texts as runs, where those with an address open it: a number calls, a colleague's name opens the chat. */
export function linkedRuns(texts: readonly LinkedText[], style: TextStyle = {}): CardElement[] {
  return texts.flatMap(({ text: words, href }) =>
    runsOf(words).map((run) => ({
      type: 'TextRun',
      text: run,
      ...style,
      ...(href !== undefined && {
        weight: 'Bolder',
        underline: true,
        selectAction: { type: 'Action.OpenUrl', url: href },
      }),
    })),
  );
}

/** Linked texts with a space between each two. */
export function spacedRuns(texts: readonly LinkedText[]): CardElement[] {
  return texts.flatMap((one, at) => [
    ...(at === 0 ? [] : [{ type: 'TextRun', text: ' ' }]),
    ...linkedRuns([one]),
  ]);
}

/** The heading of a card. Only a `TextBlock` is a heading to a screen reader. */
export function heading(words: string, color: { readonly color?: 'Attention' }): CardElement {
  const shared = {
    wrap: true,
    size: 'Large',
    weight: 'Bolder',
    style: 'heading',
    ...color,
  };
  return { type: 'TextBlock', text: inlineMarkdown(words), ...shared };
}

/** The longest word that fits beside a label on a card of 320 pixels, and on a line of its own, in letters. */
const BESIDE = 18;
const ALONE = 34;
/** The longest word of a `FactSet`, whose columns share the width. */
const IN_SET = 24;

const longestWord = (words: string) => Math.max(...words.split(/\s+/).map((word) => word.length));

/** The most letters of a label whose column is as wide as that of a `FactSet`, so that values stand below each other. */
const SHORT_LABEL = 11;

/**
 * Facts in two columns, shown as typed: those of plain text in a `FactSet`, which takes least room in a message, the
 * others in rows of their own. A link too long for its column stands below its label, because rich text is not broken.
 */
export function factElements(facts: readonly Fact[]): readonly CardElement[] {
  const elements: CardElement[] = [];
  let plain: { title: string; value: string }[] = [];
  const close = () => {
    if (plain.length > 0)
      elements.push({ type: 'FactSet', facts: plain, ...(elements.length > 0 && { spacing: 'Small' }) });
    plain = [];
  };
  for (const fact of facts) {
    if (isPlain(fact)) plain.push({ title: visibleText(fact.label), value: visibleText(fact.value) });
    else {
      close();
      elements.push(...factRow(fact, elements.length === 0 ? 'Default' : 'Small'));
    }
  }
  close();
  return elements;
}

function isPlain({ label, value, texts }: Fact): boolean {
  return !texts && isWithoutMarkdown(label) && isWithoutMarkdown(value) && longestWord(value) <= IN_SET;
}

function factRow({ label, value, texts }: Fact, spacing: 'Default' | 'Small'): readonly CardElement[] {
  const title = text(label, { weight: 'Bolder' });
  const longest = longestWord(value);
  const links = texts && longest <= ALONE ? spacedRuns(texts) : undefined;
  const shown = links ? { type: 'RichTextBlock', inlines: links } : text(value);
  if (links && longest > BESIDE)
    return [
      { ...title, spacing },
      { ...shown, spacing: 'None' },
    ];
  const width = label.length <= SHORT_LABEL ? '85px' : '110px';
  const column = (width: string, item: CardElement) => ({ type: 'Column', width, items: [item] });
  return [{ type: 'ColumnSet', spacing, columns: [column(width, title), column('stretch', shown)] }];
}

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

/** Facts in two columns, shown as typed. */
export function factElements(facts: readonly Fact[]): readonly CardElement[] {
  if (
    facts.every(({ label, value, texts }) => !texts && isWithoutMarkdown(label) && isWithoutMarkdown(value))
  ) {
    const rows = facts.map(({ label, value }) => ({
      title: visibleText(label),
      value: visibleText(value),
    }));
    return [{ type: 'FactSet', facts: rows }];
  }
  const column = (width: string, item: CardElement) => ({
    type: 'Column',
    width,
    items: [item],
  });
  return facts.map(({ label, value, texts }, index) => ({
    type: 'ColumnSet',
    spacing: index === 0 ? 'Default' : 'Small',
    columns: [
      column('110px', text(label, { weight: 'Bolder' })),
      column('stretch', texts ? { type: 'RichTextBlock', inlines: linkedRuns(texts) } : text(value)),
    ],
  }));
}

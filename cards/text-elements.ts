import type { CardElement } from './card-element.ts';
import { inlineMarkdown, runsOf, visibleText } from './plain.ts';
import type { Fact } from './view.ts';

/**
 * The parts of an Adaptive Card that hold words. A `TextBlock` and a `FactSet` read Markdown: they hold words in which
 * Markdown reads nothing. All other words stand in runs, which are drawn as they are.
 */

/** How a text looks. */
interface TextStyle {
  readonly isSubtle?: boolean;
  readonly size?: 'Small';
  readonly weight?: 'Bolder';
  readonly color?: 'Accent' | 'Attention';
}

/** Where a text stands: what belongs to the element, not to its words. */
interface TextPlace {
  readonly id?: string;
  readonly isVisible?: boolean;
  readonly spacing?: 'None' | 'Small';
}

function isWithoutMarkdown(words: string): boolean {
  return inlineMarkdown(words) === visibleText(words);
}

/** A text as typed. */
export function text(words: string, style: TextStyle = {}, place: TextPlace = {}): CardElement {
  if (isWithoutMarkdown(words)) {
    return { type: 'TextBlock', text: visibleText(words), wrap: true, ...style, ...place };
  }
  const inlines = runsOf(words).map((run) => ({ type: 'TextRun', text: run, ...style }));
  return { type: 'RichTextBlock', inlines, ...place };
}

/** The heading of a card, which only a `TextBlock` can be to a screen reader. */
export function heading(words: string, color: { readonly color?: 'Attention' }): CardElement {
  const shared = { wrap: true, size: 'Large', weight: 'Bolder', style: 'heading', ...color };
  return { type: 'TextBlock', text: inlineMarkdown(words), ...shared };
}

/** Facts as typed, in two columns. */
export function factElements(facts: readonly Fact[]): readonly CardElement[] {
  if (facts.every(({ label, value }) => isWithoutMarkdown(label) && isWithoutMarkdown(value))) {
    const rows = facts.map(({ label, value }) => ({ title: visibleText(label), value: visibleText(value) }));
    return [{ type: 'FactSet', facts: rows }];
  }
  const column = (width: string, item: CardElement) => ({ type: 'Column', width, items: [item] });
  return facts.map(({ label, value }, index) => ({
    type: 'ColumnSet',
    spacing: index === 0 ? 'Default' : 'Small',
    columns: [column('110px', text(label, { weight: 'Bolder' })), column('stretch', text(value))],
  }));
}

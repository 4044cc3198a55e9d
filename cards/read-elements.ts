import { sentencesIn } from '../dialogs/sentences.ts';
import { actionRows } from './action-elements.ts';
import { payloadOf } from './actions.ts';
import type { CardElement } from './card-element.ts';
import type { Drawing } from './drawing.ts';
import { inputElements } from './input-elements.ts';
import { linkedRuns, spacedRuns } from './text-elements.ts';
import type { ReadPart, ViewAction } from './view.ts';

/**
 * The line of what was read, on an Adaptive Card. Each part is a link that opens its form under the line, without a
 * turn; a telephone number calls instead, so its part ends in a link of its own.
 */
export function readElements(parts: readonly ReadPart[], drawing: Drawing): CardElement[] {
  const forms: CardElement[] = [];
  const inlines = parts.flatMap(({ texts, change }, index): CardElement[] => {
    const between = index === 0 ? [] : [{ type: 'TextRun', text: ' · ' }];
    if (change === null) return [...between, ...spacedRuns(texts)];
    drawing.sections += 1;
    const id = `change${drawing.sections}`;
    forms.push(changeForm(id, change, drawing));
    const open = { type: 'Action.ToggleVisibility', title: change.title, targetElements: [id] };
    const opens = (words: string) =>
      linkedRuns([{ text: words }]).map((run) => ({
        ...run,
        // Colour alone does not tell a link from the text around it.
        underline: true,
        selectAction: open,
      }));
    const hasPlain = texts.some(({ href }) => href === undefined);
    return [
      ...between,
      ...texts.flatMap(({ text, href }, at) => [
        ...(at === 0 ? [] : [{ type: 'TextRun', text: ' ' }]),
        ...(href === undefined ? opens(text) : linkedRuns([{ text, href }])),
      ]),
      ...(hasPlain ? [] : [{ type: 'TextRun', text: ' ' }, ...opens(`(${change.title.toLowerCase()})`)]),
    ];
  });
  return [{ type: 'RichTextBlock', inlines, spacing: 'Small' }, ...forms];
}

function changeForm(id: string, change: ViewAction, drawing: Drawing): CardElement {
  const verb = String(payloadOf(change.command).verb);
  return {
    type: 'Container',
    id,
    isVisible: false,
    style: 'emphasis',
    spacing: 'Small',
    items: [
      ...change.form.flatMap((input) => inputElements(input, verb, drawing, 'own')),
      ...actionRows(
        [{ ...change, title: sentencesIn(drawing.language).card.save, form: [], withInputs: true }],
        drawing,
      ),
    ],
  };
}

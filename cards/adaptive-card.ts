import { sentencesIn } from '../dialogs/sentences.ts';
import { actionElements, actionRows, sendAction } from './action-elements.ts';
import { payloadOf } from './actions.ts';
import type { CardElement } from './card-element.ts';
import { caseLink } from './case-link.ts';
import { picturedElements } from './chart-elements.ts';
import type { Drawing } from './drawing.ts';
import { byteLength, fitted } from './fitted.ts';
import { glanceElements, progressElements } from './glance-elements.ts';
import { inputElements } from './input-elements.ts';
import { labelText } from './plain.ts';
import { readElements } from './read-elements.ts';
import { summaryOf } from './text.ts';
import { factElements, heading, linkedRuns, text } from './text-elements.ts';
import type { Block, Tone, View } from './view.ts';

/** A whole card, ready to attach. */
export interface AdaptiveCard extends CardElement {
  readonly type: 'AdaptiveCard';
  readonly version: '1.5';
}

export interface CardOptions {
  /** The users whose clients fetch their own version of the card as soon as it is shown. Teams takes at most 60. */
  readonly refreshUserIds?: readonly string[];
  /** The card is part of a dialog: it uses `Action.Submit` only and is never refreshed. */
  readonly inDialog?: boolean;
  /** The app's id in the catalogue of the readers' tenant: the card of a case leads to its page in the tab. */
  readonly tabApp?: string | undefined;
}

/** The most bytes of a card. Teams refuses messages over 25 KB; the rest is for its envelope around the card. */
const MAX_BYTES = 23_500;
const MAX_REFRESH_USERS = 60;

const CONTAINER_STYLE: Readonly<Record<Tone, string>> = {
  default: 'emphasis',
  good: 'good',
  warning: 'warning',
  attention: 'attention',
};

/** The elements of blocks in order. Only below another text does a small text stand close to what is above it. */
function elementsOf(blocks: readonly Block[], drawing: Drawing): CardElement[] {
  return blocks.flatMap((block, index) => {
    const [first, ...others] = blockElements(block, drawing);
    if (first === undefined) return [];
    const isApart =
      block.kind === 'text' && block.subtle === true && !CLOSE_BELOW.includes(blocks[index - 1]?.kind);
    return [isApart ? { ...first, spacing: 'Small' } : first, ...others];
  });
}

/** Blocks that a small text belongs to, and the start of a card. */
const CLOSE_BELOW: readonly (Block['kind'] | undefined)[] = ['text', 'list', 'read', undefined];

function blockElements(block: Block, drawing: Drawing): CardElement[] {
  switch (block.kind) {
    case 'text':
      return [
        text(
          block.text,
          {
            ...(block.subtle && { isSubtle: true, size: 'Small' }),
            ...(block.strong && { weight: 'Bolder' }),
          },
          block.subtle ? { spacing: 'None' } : {},
        ),
      ];
    case 'callout':
      return [
        {
          type: 'Container',
          style: CONTAINER_STYLE[block.tone],
          spacing: 'Small',
          items: [text(block.text)],
        },
        ...progressElements(block.used, block.tone),
      ];
    case 'facts':
      return [...factElements(block.facts)];
    case 'list':
      return block.items.map((item, index) =>
        text(`• ${item}`, {}, { spacing: index === 0 ? 'Small' : 'None' }),
      );
    case 'section':
      return sectionElements(block, drawing);
    case 'pictured':
      return picturedElements(block, drawing);
    case 'input':
      return inputElements(block.input, '', drawing);
    case 'pair':
      return [
        {
          type: 'ColumnSet',
          columns: block.inputs.map((input) => ({
            type: 'Column',
            width: 'stretch',
            items: inputElements(input, '', drawing),
          })),
        },
      ];
    case 'entry':
      return [
        {
          type: 'Container',
          separator: true,
          spacing: 'Small',
          selectAction: sendAction(block.action, drawing),
          items: [
            text(block.title, {
              weight: 'Bolder',
              color: block.tone === 'attention' ? 'Attention' : 'Accent',
            }),
            text(block.text, { isSubtle: true, size: 'Small' }, { spacing: 'None' }),
          ],
        },
      ];
    case 'read':
      return readElements(block.parts, drawing);
    case 'actions':
      return actionRows(block.actions, drawing);
    default: {
      const never: never = block;
      return never;
    }
  }
}

/** A section that folds: its heading is the button, and its arrow turns. */
function sectionElements(block: Extract<Block, { kind: 'section' }>, drawing: Drawing): CardElement[] {
  if (block.blocks.length === 0) return [];
  drawing.sections += 1;
  const id = `section${drawing.sections}`;
  const items = elementsOf(block.blocks, drawing);
  const title = (part: string, arrow: string, isVisible: boolean) =>
    text(`${arrow} ${block.title}`, { weight: 'Bolder', color: 'Accent' }, { id: `${id}${part}`, isVisible });
  return [
    {
      type: 'Container',
      spacing: 'Medium',
      selectAction: {
        type: 'Action.ToggleVisibility',
        title: block.title,
        targetElements: [id, `${id}open`, `${id}shut`],
      },
      items: [title('shut', '▸', block.folded), title('open', '▾', !block.folded)],
    },
    { type: 'Container', id, spacing: 'Small', isVisible: !block.folded, items },
  ];
}

/**
 * Renders a view as an Adaptive Card 1.5: at most six actions, each `Action.Execute` with an `Action.Submit` fallback;
 * every input labelled; every text shown as typed. A card over the size that Teams takes is shortened.
 */
export function toAdaptiveCard(view: View, options: CardOptions = {}): AdaptiveCard {
  return fitted(
    view,
    (version) => draw(version, options),
    (card) => byteLength(JSON.stringify(card)) <= MAX_BYTES,
  );
}

function subtitleElements({ subtitle, glance, tone }: View): CardElement[] {
  if (!subtitle) return [];
  if (glance) return glanceElements(glance, tone, subtitle);
  return [text(subtitle, { isSubtle: true }, { spacing: 'None' })];
}

/** The way from the card of a case to its page in the tab. A link and no button: the card's buttons act on the case. */
function tabElements({ refresh, language }: View, { tabApp, inDialog = false }: CardOptions): CardElement[] {
  if (tabApp === undefined || inDialog || refresh?.name !== 'case') return [];
  const link = { text: sentencesIn(language).caseCard.openOnBoard, href: caseLink(tabApp, refresh.caseId) };
  return [{ type: 'RichTextBlock', inlines: linkedRuns([link]) }];
}

function draw(view: View, options: CardOptions): AdaptiveCard {
  const { inDialog = false } = options;
  const drawing: Drawing = {
    language: view.language,
    inDialog,
    taken: new Set(),
    sections: 0,
    draw: (block) => blockElements(block, drawing),
  };
  const users = (options.refreshUserIds ?? []).slice(0, MAX_REFRESH_USERS);
  const body: CardElement[] = [
    heading(view.title, view.tone === 'attention' ? { color: 'Attention' } : {}),
    ...subtitleElements(view),
    ...elementsOf(view.blocks, drawing),
    ...tabElements(view, options),
  ];
  const actions = actionElements(view.actions, drawing);
  // Neither the summary nor the fallback is made of runs: a space keeps clients from reading a date between two braces.
  const summary = labelText(summaryOf(view));
  const refresh = view.refresh && users.length > 0 && !inDialog ? payloadOf(view.refresh) : undefined;
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: view.language,
    speak: summary,
    fallbackText: summary,
    ...(refresh && {
      refresh: { action: { type: 'Action.Execute', verb: refresh.verb, data: refresh }, userIds: users },
    }),
    body,
    ...(actions.length > 0 && { actions }),
  };
}

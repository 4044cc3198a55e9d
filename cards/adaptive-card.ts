import { sentencesIn } from '../dialogs/sentences.ts';
import { type Payload, payloadOf } from './actions.ts';
import type { CardElement } from './card-element.ts';
import { byteLength, fitted, shortened } from './fitted.ts';
import { type Drawing, inputElements } from './input-elements.ts';
import { visibleText } from './plain.ts';
import { summaryOf } from './text.ts';
import { factElements, heading, text } from './text-elements.ts';
import type { Block, Tone, View, ViewAction } from './view.ts';

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
}

/** Teams supports six actions on a card. Further ones open under the last button, or are typed. */
const MAX_ACTIONS = 6;
/** The most bytes of a card. Teams refuses messages over 25 KB; the rest is for its envelope around the card. */
const MAX_BYTES = 23_500;
/** The width of a card in a chat, in letters, with a button's frame counted as letters. More, and clients cut titles. */
const LETTERS_PER_ROW = 84;
const LETTERS_PER_BUTTON = 5;
const MAX_REFRESH_USERS = 60;

const CONTAINER_STYLE: Readonly<Record<Tone, string>> = {
  default: 'emphasis',
  good: 'good',
  warning: 'warning',
  attention: 'attention',
};

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
      ];
    case 'facts':
      return [...factElements(block.facts)];
    case 'list':
      return block.items.map((item, index) =>
        text(`• ${item}`, {}, { spacing: index === 0 ? 'Small' : 'None' }),
      );
    case 'section':
      return sectionElements(block, drawing);
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
    default: {
      const never: never = block;
      return never;
    }
  }
}

/** A section that folds: its heading is the button, and its arrow turns. */
function sectionElements(block: Extract<Block, { kind: 'section' }>, drawing: Drawing): CardElement[] {
  drawing.sections += 1;
  const id = `section${drawing.sections}`;
  const items = block.blocks.flatMap((inner) => blockElements(inner, drawing));
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

const STYLE = { primary: 'positive', default: 'default', danger: 'destructive' } as const;

/** The most letters of a tooltip. */
const TOOLTIP = 80;

/** What a screen reader says of a button. */
function tooltipOf({ meaning, spoken }: ViewAction): { readonly tooltip?: string } {
  const tooltip = spoken ?? meaning;
  return tooltip === undefined ? {} : { tooltip: visibleText(tooltip).slice(0, TOOLTIP) };
}

/** A button that sends a command, with `Action.Submit` and the same data for clients without `Action.Execute`. */
function sendAction(action: ViewAction, drawing: Drawing, title = action.title): CardElement {
  const data: Payload = payloadOf(action.command);
  const gathers = action.withInputs || action.form.length > 0;
  const shared = {
    title,
    ...tooltipOf(action),
    ...(action.tone !== 'default' && { style: STYLE[action.tone] }),
    ...(gathers ? {} : { associatedInputs: 'none' }),
    data,
  };
  const submit = { type: 'Action.Submit', ...shared };
  return drawing.inDialog ? submit : { type: 'Action.Execute', verb: data.verb, ...shared, fallback: submit };
}

/** The most letters of a text above a form: the card shows the whole of it, and must fit into a message. */
const ABOUT = 600;

/**
 * A button, or what opens under the card where the command has inputs or cannot be undone: then the button that sends it
 * stands there, below what it means.
 */
function actionElement(action: ViewAction, drawing: Drawing): CardElement {
  const { about = [], warning } = action;
  if (action.form.length === 0 && warning === undefined) return sendAction(action, drawing);
  const said: Block[] = [
    ...about.map((block) => shortened(block, ABOUT)),
    ...(warning === undefined ? [] : [{ kind: 'callout', tone: 'warning', text: warning } as const]),
  ];
  const tone = action.tone === 'danger' || warning !== undefined ? 'danger' : 'primary';
  const verb = String(payloadOf(action.command).verb);
  return {
    type: 'Action.ShowCard',
    title: action.title,
    ...tooltipOf(action),
    // Red is for the button that does it, not for the one that asks.
    ...(action.tone === 'primary' && { style: STYLE.primary }),
    card: {
      type: 'AdaptiveCard',
      body: [
        ...said.flatMap((block) => blockElements(block, drawing)),
        ...action.form.flatMap((input) => inputElements(input, verb, drawing)),
      ],
      actions: [sendAction({ ...action, tone }, drawing, action.title.replace(/\s*…$/, ''))],
    },
  };
}

/** The number of buttons that fit side by side. Clients cut the titles of further ones. */
function fitting(titles: readonly string[]): number {
  let letters = 0;
  const tooMany = titles.findIndex((title, index) => {
    letters += title.length + LETTERS_PER_BUTTON;
    return index >= MAX_ACTIONS || letters > LETTERS_PER_ROW;
  });
  return tooMany < 0 ? titles.length : Math.max(1, tooMany);
}

/** At most six buttons. The others open in rows under the last one; actions beyond those can only be typed. */
function actionElements(actions: readonly ViewAction[], drawing: Drawing): CardElement[] {
  const titles = actions.map(({ title }) => title);
  if (fitting(titles) === titles.length) return actions.map((action) => actionElement(action, drawing));
  const more = sentencesIn(drawing.language).card.more;
  let count = fitting(titles);
  while (count > 1 && fitting([...titles.slice(0, count), more]) <= count) count -= 1;
  const rows: CardElement[] = [];
  let rest = actions.slice(count, count + 2 * MAX_ACTIONS);
  while (rest.length > 0) {
    const fits = fitting(rest.map(({ title }) => title));
    rows.push({
      type: 'ActionSet',
      actions: rest.slice(0, fits).map((action) => actionElement(action, drawing)),
    });
    rest = rest.slice(fits);
  }
  return [
    ...actions.slice(0, count).map((action) => actionElement(action, drawing)),
    { type: 'Action.ShowCard', title: more, card: { type: 'AdaptiveCard', body: rows } },
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

function draw(view: View, options: CardOptions): AdaptiveCard {
  const { inDialog = false } = options;
  const drawing: Drawing = { language: view.language, inDialog, taken: new Set(), sections: 0 };
  const users = (options.refreshUserIds ?? []).slice(0, MAX_REFRESH_USERS);
  const body: CardElement[] = [
    heading(view.title, view.tone === 'attention' ? { color: 'Attention' } : {}),
    ...(view.subtitle ? [text(view.subtitle, { isSubtle: true }, { spacing: 'None' })] : []),
    ...view.blocks.flatMap((block) => blockElements(block, drawing)),
  ];
  const actions = actionElements(view.actions, drawing);
  // Neither the summary nor the fallback is made of runs: a space keeps clients from reading a date between two braces.
  const summary = summaryOf(view).replace(/\{(?=\{)/g, '{ ');
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

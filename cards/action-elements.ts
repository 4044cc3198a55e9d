import { sentencesIn } from '../dialogs/sentences.ts';
import { type Payload, payloadOf } from './actions.ts';
import type { CardElement } from './card-element.ts';
import type { Drawing } from './drawing.ts';
import { shortened } from './fitted.ts';
import { inputElements } from './input-elements.ts';
import { visibleText } from './plain.ts';
import type { Block, ViewAction } from './view.ts';

/** Teams supports six actions on a card. Further ones open under the last button, or are typed. */
const MAX_ACTIONS = 6;
/** The width of a card in a chat, in letters, with a button's frame counted as letters. More, and clients cut titles. */
const LETTERS_PER_ROW = 84;
const LETTERS_PER_BUTTON = 5;

const STYLE = { primary: 'positive', default: 'default', danger: 'destructive' } as const;

/** The most letters of a tooltip. */
const TOOLTIP = 80;

/** What a screen reader says of a button. */
function tooltipOf({ meaning, spoken }: ViewAction): { readonly tooltip?: string } {
  const tooltip = spoken ?? meaning;
  if (tooltip === undefined) return {};
  // A tooltip has no runs: two braces side by side are parted, or a client might compute a date from a company's name.
  return {
    tooltip: visibleText(tooltip)
      .replace(/\{(?=\{)/g, '{ ')
      .slice(0, TOOLTIP),
  };
}

/** A button that sends a command, with `Action.Submit` and the same data for clients without `Action.Execute`. */
export function sendAction(action: ViewAction, drawing: Drawing, title = action.title): CardElement {
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
        ...said.flatMap((block) => drawing.draw(block)),
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
export function actionElements(actions: readonly ViewAction[], drawing: Drawing): CardElement[] {
  const titles = actions.map(({ title }) => title);
  if (fitting(titles) === titles.length) return actions.map((action) => actionElement(action, drawing));
  const more = sentencesIn(drawing.language).card.more;
  let count = fitting(titles);
  while (count > 1 && fitting([...titles.slice(0, count), more]) <= count) count -= 1;
  const rows = actionRows(actions.slice(count, count + 3 * MAX_ACTIONS), drawing);
  return [
    ...actions.slice(0, count).map((action) => actionElement(action, drawing)),
    { type: 'Action.ShowCard', title: more, card: { type: 'AdaptiveCard', body: rows } },
  ];
}

/** Buttons in rows, all of them visible. */
export function actionRows(actions: readonly ViewAction[], drawing: Drawing): CardElement[] {
  const rows: CardElement[] = [];
  let rest = actions;
  while (rest.length > 0) {
    const fits = fitting(rest.map(({ title }) => title));
    rows.push({
      type: 'ActionSet',
      actions: rest.slice(0, fits).map((action) => actionElement(action, drawing)),
    });
    rest = rest.slice(fits);
  }
  return rows;
}

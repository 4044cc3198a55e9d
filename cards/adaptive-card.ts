import { sentencesIn } from '../dialogs/sentences.ts';
import type { Language } from '../src/core/vocabulary.ts';
import { inputId, type Payload, payloadOf } from './actions.ts';
import type { CardElement } from './card-element.ts';
import { byteLength, fitted } from './fitted.ts';
import { visibleText } from './plain.ts';
import { summaryOf } from './text.ts';
import { factElements, heading, text } from './text-elements.ts';
import type { Block, Input, Tone, View, ViewAction } from './view.ts';

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

/** The state of rendering one card: the ids taken so far, and the number of sections. */
interface Drawing {
  readonly language: Language;
  readonly inDialog: boolean;
  readonly taken: Set<string>;
  sections: number;
}

const CONTAINER_STYLE: Readonly<Record<Tone, string>> = {
  default: 'emphasis',
  good: 'good',
  warning: 'warning',
  attention: 'attention',
};

/** An input with its label, and its problem directly below. */
function inputElements(input: Input, verb: string, drawing: Drawing): CardElement[] {
  const id = inputId(input.id, verb, drawing.taken);
  drawing.taken.add(id);
  const label = input.hint ? `${input.label} (${input.hint})` : input.label;
  const base = {
    id,
    ...(input.kind === 'toggle' ? {} : { label }),
    ...(input.required && {
      isRequired: true,
      errorMessage: sentencesIn(drawing.language).card.fillIn(input.label),
    }),
  };
  const problem = input.problem
    ? [text(input.problem, { color: 'Attention', size: 'Small' }, { spacing: 'None' })]
    : [];
  return [{ ...inputElement(input, label), ...base }, ...problem];
}

/**
 * How a choice is shown. It is searchable only while nothing is chosen: some clients would show a chosen value's code
 * instead of its title.
 */
function choiceStyle(input: Extract<Input, { kind: 'choice' }>): string {
  if (input.expanded) return 'expanded';
  return input.filtered && !input.multiple && input.value.length === 0 ? 'filtered' : 'compact';
}

function inputElement(input: Input, label: string): CardElement {
  switch (input.kind) {
    case 'text':
      return {
        type: 'Input.Text',
        ...(input.value !== '' && { value: input.value }),
        ...(input.placeholder && { placeholder: input.placeholder }),
        ...(input.multiline && { isMultiline: true }),
        ...(input.style && { style: input.style }),
        // A client cuts longer values. A value that was refused, or came another way, must come back whole.
        maxLength: Math.max(input.maxLength, input.value.length),
      };
    case 'choice':
      return {
        type: 'Input.ChoiceSet',
        style: choiceStyle(input),
        ...(input.multiple && { isMultiSelect: true }),
        ...(input.value.length > 0 && { value: input.value.join(',') }),
        ...(input.placeholder && { placeholder: input.placeholder }),
        choices: input.choices.map(({ value, title }) => ({ title: visibleText(title), value })),
      };
    case 'toggle':
      return { type: 'Input.Toggle', title: label, value: String(input.value) };
    default: {
      const never: never = input;
      return never;
    }
  }
}

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

/** A button that sends a command, with `Action.Submit` and the same data for clients without `Action.Execute`. */
function sendAction(action: ViewAction, drawing: Drawing, title = action.title): CardElement {
  const data: Payload = payloadOf(action.command);
  const gathers = action.withInputs || action.form.length > 0;
  const shared = {
    title,
    ...(action.meaning && { tooltip: action.meaning }),
    ...(action.tone !== 'default' && { style: STYLE[action.tone] }),
    ...(gathers ? {} : { associatedInputs: 'none' }),
    data,
  };
  const submit = { type: 'Action.Submit', ...shared };
  return drawing.inDialog ? submit : { type: 'Action.Execute', verb: data.verb, ...shared, fallback: submit };
}

/** A button, or a form that opens under the card where the command has inputs. */
function actionElement(action: ViewAction, drawing: Drawing): CardElement {
  if (action.form.length === 0) return sendAction(action, drawing);
  const verb = String(payloadOf(action.command).verb);
  return {
    type: 'Action.ShowCard',
    title: action.title,
    ...(action.meaning && { tooltip: action.meaning }),
    ...(action.tone !== 'default' && { style: STYLE[action.tone] }),
    card: {
      type: 'AdaptiveCard',
      body: action.form.flatMap((input) => inputElements(input, verb, drawing)),
      actions: [sendAction({ ...action, tone: 'primary' }, drawing, action.title.replace(/\s*…$/, ''))],
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

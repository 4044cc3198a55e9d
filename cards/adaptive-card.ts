import { sentencesIn } from '../dialogs/sentences.ts';
import type { Language } from '../src/core/vocabulary.ts';
import { inputId, type Payload, payloadOf } from './actions.ts';
import type { CardElement } from './card-element.ts';
import { byteLength, fitted } from './fitted.ts';
import { visibleText } from './plain.ts';
import { summaryOf } from './text.ts';
import { factElements, heading, text } from './text-elements.ts';
import type { Block, Input, Tone, View, ViewAction } from './view.ts';

/** A whole card, ready to be attached. */
export interface AdaptiveCard extends CardElement {
  readonly type: 'AdaptiveCard';
  readonly version: '1.5';
}

export interface CardOptions {
  /** Who may ask for their own version of the card as soon as they see it; Teams takes at most 60. */
  readonly refreshUserIds?: readonly string[];
  /** The card stands in a dialog, which knows `Action.Submit` only and is never refreshed. */
  readonly inDialog?: boolean;
}

const MAX_ACTIONS = 6;
/** A message is kept under 25 KB; the rest of it is for what the platform puts around the card. */
const MAX_BYTES = 23_500;
/** About what a card as wide as a chat takes: letters, with each button's frame counted as letters too. */
const LETTERS_PER_ROW = 84;
const LETTERS_PER_BUTTON = 5;
const MAX_REFRESH_USERS = 60;

/** What is needed while a card is drawn: ids that are taken, sections counted. */
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

/** An input with its label, and what is wrong with it right under it. */
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

/** Searching by typing only where nothing is chosen yet: some clients then show a chosen value's code, not its words. */
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
        // A client cuts what is longer: what could not be read, or came by another way, must come back whole.
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

/** A part that folds: its heading is the button, and the arrow turns. */
function sectionElements(block: Extract<Block, { kind: 'section' }>, drawing: Drawing): CardElement[] {
  drawing.sections += 1;
  const id = `section${drawing.sections}`;
  const items = block.blocks.flatMap((one) => blockElements(one, drawing));
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

/** A button that sends; `Action.Submit` with the same data for clients without `Action.Execute`. */
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

/** A button, or, where it asks for something first, a form that opens under the card. */
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

/** How many buttons fit side by side: clients cut the words of those that do not. */
function fitting(titles: readonly string[]): number {
  let letters = 0;
  const tooMany = titles.findIndex((title, index) => {
    letters += title.length + LETTERS_PER_BUTTON;
    return index >= MAX_ACTIONS || letters > LETTERS_PER_ROW;
  });
  return tooMany < 0 ? titles.length : Math.max(1, tooMany);
}

/** At most six buttons: what does not fit opens, in rows, under the last one, and what does not fit there is typed. */
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
 * A view as an Adaptive Card 1.5: at most six actions, each `Action.Execute` with an `Action.Submit` fallback, every
 * input labelled, every text drawn as it was typed, and never above the size that Teams takes: what is too long is shortened.
 */
export function toAdaptiveCard(view: View, options: CardOptions = {}): AdaptiveCard {
  return fitted(
    view,
    (one) => draw(one, options),
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
  // Neither is made of runs: here a blank keeps a client from reading a date between two braces.
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

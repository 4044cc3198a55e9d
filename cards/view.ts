import type { Chart } from '../dialogs/word-chart.ts';
import type { Language } from '../src/core/vocabulary.ts';
import type { ButtonCommand } from './actions.ts';

/**
 * The content of an answer before a platform renders it. Texts are plain, without markup, and may contain anything that
 * a person typed; the renderer makes them safe.
 */
export interface View {
  readonly language: Language;
  /** The main point, in one line. */
  readonly title: string;
  /** The company or case, shown under the title. */
  readonly subtitle?: string | undefined;
  /** The subtitle in parts, for clients that show them as badges. */
  readonly glance?: Glance | undefined;
  /** One sentence for notifications and screen readers, where title and subtitle do not say what happened. */
  readonly summary?: string | undefined;
  readonly tone: Tone;
  readonly blocks: readonly Block[];
  /** Most important first: a platform moves those that do not fit from the end into its overflow menu. */
  readonly actions: readonly ViewAction[];
  /** The command by which a client fetches the viewer's own version of the card, where the platform can. */
  readonly refresh: ButtonCommand | null;
}

/** The state of what the view is about, in words that fit on badges. */
export interface Glance {
  readonly status: string;
  readonly rest: readonly { readonly kind: 'office' | 'person' | 'number'; readonly text: string }[];
}

const TONES = ['default', 'good', 'warning', 'attention'] as const;
export type Tone = (typeof TONES)[number];

export type Block =
  | { readonly kind: 'text'; readonly text: string; readonly subtle?: boolean; readonly strong?: boolean }
  /** `used`: how much of a time has passed, from 0 to 1, for clients that show it as a bar. */
  | {
      readonly kind: 'callout';
      readonly tone: Tone;
      readonly text: string;
      readonly used?: number | undefined;
    }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** A section that can be folded, for secondary information. */
  | {
      readonly kind: 'section';
      readonly title: string;
      readonly folded: boolean;
      readonly blocks: readonly Block[];
    }
  | { readonly kind: 'input'; readonly input: Input }
  /** Two inputs side by side. */
  | { readonly kind: 'pair'; readonly inputs: readonly [Input, Input] }
  /** A line that opens something, such as a case in a list. */
  | {
      readonly kind: 'entry';
      readonly title: string;
      readonly text: string;
      readonly tone: Tone;
      readonly action: ViewAction;
    }
  /** One line of what was read, each part with a way to change it. */
  | { readonly kind: 'read'; readonly parts: readonly ReadPart[] }
  | Pictured
  /** Buttons within the text: the ready answers of a question. All of them are shown, none in an overflow menu. */
  | { readonly kind: 'actions'; readonly actions: readonly ViewAction[] };

/** Numbers that some clients draw; the others show `table`. */
export interface Pictured {
  readonly kind: 'pictured';
  /** Each chart with its part of the table. */
  readonly pictures: readonly { readonly chart: Chart; readonly table: readonly Block[] }[];
  /** The part of the table that no chart draws. */
  readonly rest: readonly Block[];
  /** The whole table. */
  readonly table: readonly Block[];
}

/** A part of the line of what was read: `Ole Bak 40 41 12 34`. */
export interface ReadPart {
  readonly texts: readonly LinkedText[];
  /** The action with the form that changes the part; null where it cannot be changed here. */
  readonly change: ViewAction | null;
}

/** A text that may be a link: to call a number (`tel:`), or to chat with a colleague. */
export interface LinkedText {
  readonly text: string;
  readonly href?: string | undefined;
}

export interface Fact {
  readonly label: string;
  readonly value: string;
  /** The links within the value; the others of its texts are shown beside them. Absent: `value` is plain. */
  readonly texts?: readonly LinkedText[] | undefined;
}

interface InputBase {
  readonly id: string;
  readonly label: string;
  /** The origin of the value, or how to fill the input. */
  readonly hint?: string | undefined;
  /** The problem with the typed value. */
  readonly problem?: string | undefined;
  readonly required?: boolean | undefined;
}

export type Input =
  | (InputBase & {
      readonly kind: 'text';
      readonly value: string;
      readonly placeholder?: string | undefined;
      readonly multiline?: boolean | undefined;
      readonly maxLength: number;
      /**
       * `person` names a colleague: where the platform has a picker of people, it sends their identity. `company` is a CVR
       * number, which a platform may let people search for by name.
       */
      readonly style?: 'tel' | 'email' | 'person' | 'company' | undefined;
      /** What the value stands for: the company of a CVR number. */
      readonly title?: string | undefined;
    })
  | (InputBase & {
      readonly kind: 'date';
      /** ISO date, or empty. */
      readonly value: string;
    })
  | (InputBase & {
      readonly kind: 'choice';
      /** The chosen values; more than one only with `multiple`. */
      readonly value: readonly string[];
      readonly choices: readonly Choice[];
      readonly multiple?: boolean | undefined;
      /** Shows all choices at once instead of in a list that opens. */
      readonly expanded?: boolean | undefined;
      /** The list is searched by typing. */
      readonly filtered?: boolean | undefined;
      readonly placeholder?: string | undefined;
    })
  | (InputBase & { readonly kind: 'toggle'; readonly value: boolean });

export interface Choice {
  readonly value: string;
  readonly title: string;
}

export interface ViewAction {
  readonly title: string;
  /** The action's effect, where the title is too short to tell. */
  readonly meaning?: string | undefined;
  /** The action with what it is about, for screen readers: several cards of a conversation have the same buttons. */
  readonly spoken?: string | undefined;
  readonly tone: 'primary' | 'default' | 'danger';
  readonly command: ButtonCommand;
  /** What cannot be undone: people confirm it before the command is sent. */
  readonly warning?: string | undefined;
  /** Shown above the form: what its inputs answer. */
  readonly about?: readonly Block[] | undefined;
  /** Inputs asked for before the command is sent; empty for a plain button. */
  readonly form: readonly Input[];
  /** Whether the inputs on the card itself are sent too. */
  readonly withInputs: boolean;
  /** The typed form of the action, with placeholders between `‹` and `›`. */
  readonly typed: string;
}

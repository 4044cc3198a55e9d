import type { Language } from '../src/core/vocabulary.ts';
import type { ButtonCommand } from './actions.ts';

/**
 * What an answer says, before any platform has drawn it. All texts are plain: no markup, whatever a person typed may
 * stand in them, and the platform's own renderer makes them safe.
 */
export interface View {
  readonly language: Language;
  /** The most important thing, in one line. */
  readonly title: string;
  /** Which company, which case: under the title. */
  readonly subtitle?: string | undefined;
  readonly tone: Tone;
  readonly blocks: readonly Block[];
  /** Most important first: what does not fit on a platform is dropped from the end into its overflow. */
  readonly actions: readonly ViewAction[];
  /** Where the platform lets a card ask for each viewer's own version: what to ask. */
  readonly refresh: ButtonCommand | null;
}

const TONES = ['default', 'good', 'warning', 'attention'] as const;
export type Tone = (typeof TONES)[number];

export type Block =
  | { readonly kind: 'text'; readonly text: string; readonly subtle?: boolean; readonly strong?: boolean }
  | { readonly kind: 'callout'; readonly tone: Tone; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** A part that starts folded away: what is good to know, but not first. */
  | {
      readonly kind: 'section';
      readonly title: string;
      readonly folded: boolean;
      readonly blocks: readonly Block[];
    }
  | { readonly kind: 'input'; readonly input: Input }
  /** Two inputs that belong together. */
  | { readonly kind: 'pair'; readonly inputs: readonly [Input, Input] }
  /** A line that leads somewhere: a case in a list. */
  | {
      readonly kind: 'entry';
      readonly title: string;
      readonly text: string;
      readonly tone: Tone;
      readonly action: ViewAction;
    };

export interface Fact {
  readonly label: string;
  readonly value: string;
}

interface InputBase {
  readonly id: string;
  readonly label: string;
  /** Where the value came from, or how to fill it. */
  readonly hint?: string | undefined;
  /** What is wrong with what was typed. */
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
      readonly style?: 'tel' | 'email' | undefined;
    })
  | (InputBase & {
      readonly kind: 'choice';
      /** The chosen values; several only where `multiple`. */
      readonly value: readonly string[];
      readonly choices: readonly Choice[];
      readonly multiple?: boolean | undefined;
      /** All choices visible at once; otherwise a list that opens. */
      readonly expanded?: boolean | undefined;
      /** Long lists are searched by typing. */
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
  /** What it does, where the title is too short to say. */
  readonly meaning?: string | undefined;
  readonly tone: 'primary' | 'default' | 'danger';
  readonly command: ButtonCommand;
  /** Inputs asked for before the command is sent; empty for a plain button. */
  readonly form: readonly Input[];
  /** Whether the inputs that stand on the card itself go with it. */
  readonly withInputs: boolean;
  /** The same as a typed line, with what to fill in between `‹` and `›`. */
  readonly typed: string;
}

import type { Language } from '../src/core/vocabulary.ts';
import type { CardElement } from './card-element.ts';
import type { Block } from './view.ts';

/** The state of rendering one card: the ids taken so far, and the number of sections and forms. */
export interface Drawing {
  readonly language: Language;
  readonly inDialog: boolean;
  readonly taken: Set<string>;
  sections: number;
  /** Renders a block, for what stands above a form. */
  readonly draw: (block: Block) => CardElement[];
}

import type { Area } from '../../../core/vocabulary.ts';

/** Corrections of the language model: masked text with the right areas. */
export interface ExampleReader {
  all(): Promise<readonly { readonly text: string; readonly areas: readonly Area[]; readonly at: string }[]>;
}

export interface ExampleStore extends ExampleReader {
  add(text: string, areas: readonly Area[], at: string): Promise<void>;
  /** Deletes the examples with exactly these words. */
  forget(texts: readonly string[]): Promise<number>;
}

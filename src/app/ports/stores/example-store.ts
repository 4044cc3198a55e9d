import type { Area } from '../../../core/vocabulary.ts';

/** Corrections of what was understood: masked words and the right areas. */
/** Corrections of what was understood: masked words and the right areas. */
export interface ExampleReader {
  all(): Promise<readonly { readonly text: string; readonly areas: readonly Area[]; readonly at: string }[]>;
}

export interface ExampleStore extends ExampleReader {
  add(text: string, areas: readonly Area[], at: string): Promise<void>;
  /** Examples with just these words are deleted. */
  forget(texts: readonly string[]): Promise<number>;
}

import type { Area } from '../../../core/vocabulary.ts';

/** Words with the right areas, for the language model. `draftId`: the intake that they are from; null on older ones. */
interface StoredExample {
  readonly text: string;
  readonly areas: readonly Area[];
  readonly at: string;
  readonly draftId: string | null;
}

export interface ExampleReader {
  all(): Promise<readonly StoredExample[]>;
}

export interface ExampleStore extends ExampleReader {
  add(example: StoredExample): Promise<void>;
  /** Deletes the examples with exactly these words, and those from these drafts. Returns how many. */
  forget(texts: readonly string[], draftIds: readonly string[]): Promise<number>;
}

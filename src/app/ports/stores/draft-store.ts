import type { Draft } from '../../../core/intake/draft.ts';

/** Drafts of intakes; at most one active draft per person. Instants are ISO. */
export interface DraftReader {
  active(person: string): Promise<Draft | undefined>;
  /** The person's drafts that were set aside, newest first. */
  setAside(person: string, limit: number): Promise<readonly Draft[]>;
  get(id: string): Promise<Draft | undefined>;
  /** Ids of drafts untouched since the instant that are active or set aside. */
  idleSince(instant: string, limit: number): Promise<readonly string[]>;
  /** The company's kept drafts. */
  ofCompany(cvr: string): Promise<readonly Draft[]>;
  /** Every draft in order of id, a page at a time. */
  page(after: string, limit: number): Promise<readonly Draft[]>;
}

export interface DraftStore extends DraftReader {
  insert(draft: Draft): Promise<void>;
  /** Saves the draft, whose revision is one higher, if the stored revision still is `expected`; false otherwise. */
  update(draft: Draft, expected: number): Promise<boolean>;
  /** Drafts that ended before the instant, and those of one case, are deleted. */
  deleteEndedBefore(instant: string): Promise<number>;
  delete(id: string): Promise<void>;
}

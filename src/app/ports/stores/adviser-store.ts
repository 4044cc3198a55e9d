import type { Adviser } from '../../../core/advisers/adviser.ts';
import type { Share } from '../../../core/advisers/rotation.ts';
import type { Choice, Showing } from '../../../core/advisers/showing.ts';
import type { Area } from '../../../core/vocabulary.ts';

/** Advisers, how often each has been shown, and who chose whom. */
export interface AdviserReader {
  /** All of them, by id. */
  all(): Promise<readonly Adviser[]>;
  /** All of them, with the instant of the import that each came with last. */
  imported(): Promise<readonly { readonly adviser: Adviser; readonly at: string }[]>;
  get(id: string): Promise<Adviser | undefined>;
  /** How often each adviser was shown for a need. */
  sharesOf(area: Area): Promise<readonly Share[]>;
  showing(id: string): Promise<Showing | undefined>;
  /** Choices whose question has come and has not been put, the earliest first. */
  toAsk(now: string, limit: number): Promise<readonly Choice[]>;
  /** The choices for a case, in order. */
  choicesOf(caseId: string): Promise<readonly Choice[]>;
}

export interface AdviserStore extends AdviserReader {
  /** Adds the advisers, or replaces those with the same ids. `at` is the instant of the import. */
  put(advisers: readonly Adviser[], at: string): Promise<void>;
  /** Deletes the adviser, and how often it was shown. */
  remove(id: string): Promise<void>;
  /** Records who was shown, with the shares that it changes. */
  show(showing: Showing, shares: readonly Share[]): Promise<void>;
  /** Records a choice. One with the same id is there already and stays. */
  choose(choice: Choice): Promise<void>;
  /** Notes when the question was put, so that it is put once. */
  asked(choiceId: string, at: string): Promise<void>;
  /** Deletes showings older than the instant, and choices whose question is older. Resolves with how many. */
  forgetBefore(instant: string): Promise<number>;
}

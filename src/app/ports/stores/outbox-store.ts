import type { Effect } from '../../../core/case/effects.ts';

export interface OutboxReader {
  /** Rows about a case that were put aside because it was uncertain whether they had arrived. */
  uncertain(caseId: string): Promise<readonly { readonly id: string; readonly effect: Effect }[]>;
}

export interface OutboxStore extends OutboxReader {
  /** `about`: the case, or what else a notice is about. */
  add(about: string, effects: readonly Effect[], at: string): Promise<void>;
  /** Notices of the clock that nobody has been told yet and that a later one for the same recipient makes needless. */
  supersede(caseId: string, by: readonly Effect[]): Promise<void>;
  /** Those rows are looked at again. */
  again(caseId: string, now: string): Promise<void>;
  /** A row that is no longer needed. */
  drop(id: string): Promise<void>;
  /** Rows that were put aside about a case: those for the CRM, or those for people. Back into the queue. */
  unpark(caseId: string, lacks: 'card' | 'crm', now: string): Promise<readonly Effect[]>;
  /** Messages put aside about cases that have ended are needed no more. */
  dropEnded(): Promise<number>;
}

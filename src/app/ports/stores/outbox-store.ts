import type { Effect } from '../../../core/case/effects.ts';

/** The outbox for turns and jobs: effects of a transaction, delivered by the worker. */
export interface OutboxReader {
  /** Rows about a case that are parked because it is uncertain whether their message arrived. */
  parkedUncertain(caseId: string): Promise<readonly { readonly id: string; readonly effect: Effect }[]>;
  /** The effects about a case or contact that are not delivered yet, whether they are tried again or parked, or may not be. */
  undeliveredAbout(about: string): Promise<readonly Effect[]>;
}

export interface OutboxStore extends OutboxReader {
  /** Adds a row for each effect. `about`: the id of the case, draft, person or conversation that the effects are about. */
  add(about: string, effects: readonly Effect[], at: string): Promise<void>;
  /** Drops the clock's waiting notices that a later one to the same recipient makes needless. */
  supersede(caseId: string, by: readonly Effect[]): Promise<void>;
  /** Puts those rows back into the queue. */
  unparkUncertain(caseId: string, now: string): Promise<void>;
  /** Drops a row that is no longer needed. */
  drop(id: string): Promise<void>;
  /** Puts the parked rows about a case back into the queue: those for the CRM, or those for people. Resolves with their effects. */
  unpark(caseId: string, lacks: 'card' | 'crm', now: string): Promise<readonly Effect[]>;
  /** Drops parked messages about cases that have ended and outreach contacts no longer planned. Resolves with how many. */
  dropEnded(): Promise<number>;
}

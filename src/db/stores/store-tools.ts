import type { NewErasure } from '../../app/erasure.ts';

/** What the stores need beside their session. */
export interface StoreTools {
  /** Names outbox rows. */
  readonly newId: () => string;
  /** The transaction has put something into the outbox. */
  readonly outboxed: () => void;
  /** The transaction has erased something, which the journal must hold before it commits. */
  readonly erased: (id: string, erasure: NewErasure) => void;
}

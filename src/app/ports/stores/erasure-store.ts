import type { NewErasure } from '../../erasure.ts';

/** Erasures that were carried out. The journal outside the store holds them as well, on disk before the transaction commits. */
/** Erasures that were carried out. The journal outside the store holds them as well, on disk before the transaction commits. */
export interface ErasureReader {
  /** Ids of the erasures that this store has been through. */
  known(): Promise<ReadonlySet<string>>;
}

export interface ErasureStore extends ErasureReader {
  add(erasure: NewErasure): Promise<void>;
  /** An erasure of the journal has been carried out here too. */
  noteReplayed(id: string, at: string): Promise<void>;
}

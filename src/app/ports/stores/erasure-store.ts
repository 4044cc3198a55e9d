import type { NewErasure } from '../../erasure.ts';

/** Erasures carried out. The journal outside the store holds them too, on disk before the transaction commits. */
export interface ErasureReader {
  /** Ids of the erasures carried out in this store. */
  known(): Promise<ReadonlySet<string>>;
}

export interface ErasureStore extends ErasureReader {
  add(erasure: NewErasure): Promise<void>;
  /** Notes that an erasure of the journal has been repeated in this store. */
  noteReplayed(id: string, at: string): Promise<void>;
}

import type { Transaction } from 'kysely';
import type { ErasureStore } from '../../app/ports/stores/erasure-store.ts';
import type { Schema } from '../schema.ts';
import type { StoreTools } from './store-tools.ts';

export function erasureStore(
  db: Transaction<Schema>,
  { newId, erased }: Pick<StoreTools, 'newId' | 'erased'>,
): ErasureStore {
  return {
    async add(erasure) {
      const id = newId();
      await db.insertInto('erasures').values({ id, at: erasure.at }).execute();
      erased(id, erasure);
    },
    async noteReplayed(id, at) {
      await db
        .insertInto('erasures')
        .values({ id, at })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
    async known() {
      const rows = await db.selectFrom('erasures').select('id').execute();
      return new Set(rows.map(({ id }) => id));
    },
  };
}

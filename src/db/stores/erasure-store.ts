import type { ErasureStore } from '../../app/ports/stores/erasure-store.ts';
import { query, type Session } from '../query.ts';
import type { StoreTools } from './store-tools.ts';

const ADD = query((db, p: { id: string; at: string }) =>
  db
    .insertInto('erasures')
    .values({ id: p.id, at: p.at })
    .onConflict((conflict) => conflict.doNothing()),
);
const KNOWN = query((db) => db.selectFrom('erasures').select('id'));

export function erasureStore(
  session: Session,
  { newId, erased }: Pick<StoreTools, 'newId' | 'erased'>,
): ErasureStore {
  return {
    async add(erasure) {
      const id = newId();
      await session.change(ADD, { id, at: erasure.at });
      erased(id, erasure);
    },
    async noteReplayed(id, at) {
      await session.change(ADD, { id, at });
    },
    known: async () => new Set((await session.all(KNOWN, {})).map(({ id }) => id)),
  };
}

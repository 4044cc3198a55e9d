import type { Transaction } from 'kysely';
import type { ExampleStore } from '../../app/ports/stores/example-store.ts';
import type { Area } from '../../core/vocabulary.ts';
import type { Schema } from '../schema.ts';
import { read } from './read-document.ts';

export function exampleStore(db: Transaction<Schema>): ExampleStore {
  return {
    async add(text, areas, at) {
      await db
        .insertInto('examples')
        .values({ text, areas: JSON.stringify(areas), at })
        .execute();
    },
    async all() {
      const rows = await db.selectFrom('examples').selectAll().orderBy('id').execute();
      return rows.map((row) => ({ text: row.text, areas: read<Area[]>(row.areas), at: row.at }));
    },
    async forget(texts) {
      if (texts.length === 0) return 0;
      const done = await db.deleteFrom('examples').where('text', 'in', texts).executeTakeFirst();
      return Number(done.numDeletedRows);
    },
  };
}

import type { ExampleStore } from '../../app/ports/stores/example-store.ts';
import type { Area } from '../../core/vocabulary.ts';
import { query, type Session } from '../query.ts';
import { parseDocument } from './read-document.ts';

const ADD = query((db, p: { text: string; areas: string; at: string }) =>
  db.insertInto('examples').values({ text: p.text, areas: p.areas, at: p.at }),
);
const ALL = query((db) => db.selectFrom('examples').selectAll().orderBy('id'));
const FORGET = query((db, p: { text: string }) => db.deleteFrom('examples').where('text', '=', p.text));

export function exampleStore(session: Session): ExampleStore {
  return {
    async add(text, areas, at) {
      await session.change(ADD, { text, areas: JSON.stringify(areas), at });
    },
    async all() {
      const rows = await session.all(ALL, {});
      return rows.map((row) => ({ text: row.text, areas: parseDocument<Area[]>(row.areas), at: row.at }));
    },
    async forget(texts) {
      let forgotten = 0;
      for (const text of texts) forgotten += await session.change(FORGET, { text });
      return forgotten;
    },
  };
}

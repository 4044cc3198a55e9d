import type { ExampleStore } from '../../app/ports/stores/example-store.ts';
import type { Area } from '../../core/vocabulary.ts';
import { query, type Session } from '../query.ts';
import { parseDocument } from './read-document.ts';

const ADD = query((db, p: { text: string; areas: string; at: string; draft: string | null }) =>
  db.insertInto('examples').values({ text: p.text, areas: p.areas, at: p.at, draft_id: p.draft }),
);
const ALL = query((db) => db.selectFrom('examples').selectAll().orderBy('id'));
const FORGET = query((db, p: { text: string }) => db.deleteFrom('examples').where('text', '=', p.text));
const FORGET_DRAFT = query((db, p: { draft: string }) =>
  db.deleteFrom('examples').where('draft_id', '=', p.draft),
);

export function exampleStore(session: Session): ExampleStore {
  return {
    async add({ text, areas, at, draftId }) {
      await session.change(ADD, {
        text,
        areas: JSON.stringify(areas),
        at,
        draft: draftId,
      });
    },
    async all() {
      const rows = await session.all(ALL, {});
      return rows.map((row) => ({
        text: row.text,
        areas: parseDocument<Area[]>(row.areas),
        at: row.at,
        draftId: row.draft_id,
      }));
    },
    async forget(texts, draftIds) {
      let forgotten = 0;
      for (const text of texts) forgotten += await session.change(FORGET, { text });
      for (const draft of draftIds) forgotten += await session.change(FORGET_DRAFT, { draft });
      return forgotten;
    },
  };
}

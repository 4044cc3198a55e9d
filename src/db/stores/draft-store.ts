import type { Transaction } from 'kysely';
import type { DraftStore } from '../../app/ports/stores/draft-store.ts';
import type { Draft } from '../../core/intake/draft.ts';
import type { Schema } from '../schema.ts';
import { read } from './read-document.ts';

function draftColumns(draft: Draft) {
  return {
    person: draft.person,
    state: draft.state,
    cvr: draft.values.cvr ?? null,
    updated_at: draft.updatedAt,
    revision: draft.revision,
    document: JSON.stringify(draft),
  };
}

export function draftStore(db: Transaction<Schema>): DraftStore {
  return {
    async active(person) {
      const row = await db
        .selectFrom('drafts')
        .select('document')
        .where('person', '=', person)
        .where('state', '=', 'active')
        .orderBy('updated_at', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row && read<Draft>(row.document);
    },
    async get(id) {
      const row = await db.selectFrom('drafts').select('document').where('id', '=', id).executeTakeFirst();
      return row && read<Draft>(row.document);
    },
    async insert(draft) {
      await db
        .insertInto('drafts')
        .values({ id: draft.id, ...draftColumns(draft) })
        .execute();
    },
    async update(draft, expected) {
      const done = await db
        .updateTable('drafts')
        .set(draftColumns(draft))
        .where('id', '=', draft.id)
        .where('revision', '=', expected)
        .executeTakeFirst();
      return done.numUpdatedRows === 1n;
    },
    async idleSince(instant, limit) {
      const rows = await db
        .selectFrom('drafts')
        .select('id')
        .where('state', '=', 'active')
        .where('updated_at', '<', instant)
        .limit(limit)
        .execute();
      return rows.map(({ id }) => id);
    },
    async deleteEndedBefore(instant) {
      const done = await db
        .deleteFrom('drafts')
        .where('state', '!=', 'active')
        .where('updated_at', '<', instant)
        .executeTakeFirst();
      return Number(done.numDeletedRows);
    },
    async delete(id) {
      await db.deleteFrom('drafts').where('id', '=', id).execute();
    },
    async ofCompany(cvr) {
      const rows = await db.selectFrom('drafts').select('document').where('cvr', '=', cvr).execute();
      return rows.map((row) => read<Draft>(row.document));
    },
    async page(after, limit) {
      const rows = await db
        .selectFrom('drafts')
        .select('document')
        .where('id', '>', after)
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map((row) => read<Draft>(row.document));
    },
  };
}

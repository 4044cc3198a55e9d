import type { Transaction } from 'kysely';
import type { Conversation } from '../../app/ports/conversation.ts';
import type { PostedCard, PostStore } from '../../app/ports/stores/post-store.ts';
import type { OrganisationId } from '../../core/organisation.ts';
import type { Schema } from '../schema.ts';
import { read } from './read-document.ts';

function postOf(row: Schema['posts']): PostedCard {
  return {
    id: row.id,
    caseId: row.case_id,
    card: row.card,
    organisation: row.organisation as OrganisationId | null,
    person: row.person,
    conversation: read<Conversation>(row.conversation),
    messageId: row.message_id,
    shownRevision: row.shown_revision,
  };
}

export function postStore(db: Transaction<Schema>): PostStore {
  return {
    async of(caseId) {
      const rows = await db.selectFrom('posts').selectAll().where('case_id', '=', caseId).execute();
      return rows.map(postOf);
    },
    async get(id) {
      const row = await db.selectFrom('posts').selectAll().where('id', '=', id).executeTakeFirst();
      return row && postOf(row);
    },
    async save(post) {
      const set = {
        case_id: post.caseId,
        card: post.card,
        organisation: post.organisation,
        person: post.person,
        conversation: JSON.stringify(post.conversation),
        message_id: post.messageId,
        shown_revision: post.shownRevision,
      };
      await db
        .insertInto('posts')
        .values({ id: post.id, ...set })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(set))
        .execute();
    },
    async remove(id) {
      await db.deleteFrom('posts').where('id', '=', id).execute();
    },
  };
}

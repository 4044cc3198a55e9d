import type { PostedCard, PostStore } from '../../app/ports/stores/post-store.ts';
import type { OrganisationId } from '../../core/organisation.ts';
import { columns, query, type Session } from '../query.ts';
import type { Schema } from '../schema.ts';
import { parseDocument } from './read-document.ts';

function rowOf(post: PostedCard): Schema['posts'] {
  return {
    id: post.id,
    case_id: post.about,
    card: post.card,
    organisation: post.organisation,
    person: post.person,
    conversation: JSON.stringify(post.conversation),
    message_id: post.messageId,
    shown_revision: post.shownRevision,
  };
}

function postOf(row: Schema['posts']): PostedCard {
  return {
    id: row.id,
    about: row.case_id,
    card: row.card,
    organisation: row.organisation as OrganisationId | null,
    person: row.person,
    conversation: parseDocument(row.conversation),
    messageId: row.message_id,
    shownRevision: row.shown_revision,
  };
}

const CHANGED = [
  'case_id',
  'card',
  'organisation',
  'person',
  'conversation',
  'message_id',
  'shown_revision',
] as const;

const OF_CASE = query((db, p: { about: string }) =>
  db.selectFrom('posts').selectAll().where('case_id', '=', p.about),
);
const BY_ID = query((db, p: { id: string }) => db.selectFrom('posts').selectAll().where('id', '=', p.id));
const SAVE = query((db, p: Schema['posts']) =>
  db
    .insertInto('posts')
    .values(columns(p, ['id', ...CHANGED]))
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns(p, CHANGED))),
);
/** By the case as well, because no index finds a place by its post. */
const LEAVE_PLACE = query((db, p: { id: string }) =>
  db
    .deleteFrom('card_places')
    .where('case_id', 'in', db.selectFrom('posts').select('case_id').where('id', '=', p.id))
    .where('post', '=', p.id),
);
const REMOVE = query((db, p: { id: string }) => db.deleteFrom('posts').where('id', '=', p.id));

const CLAIM = query((db, p: Schema['card_places']) =>
  db
    .insertInto('card_places')
    .values(columns(p, ['case_id', 'conversation_id', 'post']))
    .onConflict((conflict) => conflict.columns(['case_id', 'conversation_id']).doNothing()),
);
const TAKE_OVER = query((db, p: Schema['card_places'] & { instead: string }) =>
  db
    .updateTable('card_places')
    .set({ post: p.post })
    .where('case_id', '=', p.case_id)
    .where('conversation_id', '=', p.conversation_id)
    .where('post', '=', p.instead),
);
const CLAIMED = query((db, p: { case_id: string; conversation_id: string }) =>
  db
    .selectFrom('card_places')
    .select('post')
    .where('case_id', '=', p.case_id)
    .where('conversation_id', '=', p.conversation_id),
);

export function postStore(session: Session): PostStore {
  return {
    of: async (about) => (await session.all(OF_CASE, { about })).map(postOf),
    async get(id) {
      const row = await session.first(BY_ID, { id });
      return row && postOf(row);
    },
    async save(post) {
      await session.change(SAVE, rowOf(post));
    },
    async remove(id) {
      await session.change(LEAVE_PLACE, { id });
      await session.change(REMOVE, { id });
    },
    async claim({ id, about, conversation }, instead) {
      const place = { case_id: about, conversation_id: conversation.id };
      if (instead === undefined) await session.change(CLAIM, { ...place, post: id });
      else await session.change(TAKE_OVER, { ...place, post: id, instead });
      return (await session.first(CLAIMED, place))?.post ?? id;
    },
  };
}

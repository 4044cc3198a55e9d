import { type ConversationKey, isSameConversation } from '../../app/ports/conversation.ts';
import type { Binding, BindingStore } from '../../app/ports/stores/binding-store.ts';
import type { OrganisationId } from '../../core/organisation.ts';
import type { Language } from '../../core/vocabulary.ts';
import { columns, query, type Session } from '../query.ts';
import type { Schema } from '../schema.ts';
import { parseDocument } from './read-document.ts';

type BindingRow = Schema['bindings'];

function bindingOf(row: BindingRow): Binding {
  return {
    organisation: row.organisation as OrganisationId,
    conversation: parseDocument(row.conversation),
    boundBy: row.bound_by,
    boundAt: row.bound_at,
    ...(row.language !== null && { language: row.language as Language }),
  };
}

const CHANGED = ['conversation', 'bound_by', 'bound_at', 'language'] as const;

const ALL = query((db) => db.selectFrom('bindings').selectAll());
const OF_ORGANISATION = query((db, p: { organisation: string }) =>
  db.selectFrom('bindings').selectAll().where('organisation', '=', p.organisation),
);
const OF_CONVERSATION = query((db, p: { id: string; named: string }) =>
  db.selectFrom('bindings').selectAll().where('conversation_id', 'in', [p.id, p.named]),
);
const SAVE = query((db, p: BindingRow) =>
  db
    .insertInto('bindings')
    .values(columns(p, ['organisation', 'conversation_id', ...CHANGED]))
    .onConflict((conflict) =>
      conflict.columns(['organisation', 'conversation_id']).doUpdateSet(columns(p, CHANGED)),
    ),
);
const REMOVE = query((db, p: { organisation: string; id: string }) =>
  db.deleteFrom('bindings').where('organisation', '=', p.organisation).where('conversation_id', '=', p.id),
);

export function bindingStore(session: Session): BindingStore {
  // Ids of one channel may be chosen by people of another, so that two conversations can have the same.
  const rowsOf = ({ id, channel }: ConversationKey) =>
    session.all(OF_CONVERSATION, { id, named: `${channel}:${id}` });
  const at = async (wanted: ConversationKey) =>
    (await rowsOf(wanted))
      .map(bindingOf)
      .filter(({ conversation }) => isSameConversation(conversation, wanted));
  /** The key of a conversation's row: its id, or where the other channel's has it, the id with its channel. */
  const keyOf = async (organisation: OrganisationId, wanted: ConversationKey) => {
    const rows = (await rowsOf(wanted)).filter((row) => row.organisation === organisation);
    const own = rows.find((row) => isSameConversation(bindingOf(row).conversation, wanted));
    return own?.conversation_id ?? (rows.length === 0 ? wanted.id : `${wanted.channel}:${wanted.id}`);
  };
  return {
    ofOrganisation: async (organisation) =>
      (await session.all(OF_ORGANISATION, { organisation })).map(bindingOf),
    ofConversation: async (wanted) => (await at(wanted))[0],
    all: async () => (await session.all(ALL, {})).map(bindingOf),
    async save({ organisation, conversation, boundBy, boundAt, language }) {
      await session.change(SAVE, {
        organisation,
        conversation_id: await keyOf(organisation, conversation),
        conversation: JSON.stringify(conversation),
        bound_by: boundBy,
        bound_at: boundAt,
        language: language ?? null,
      });
    },
    async remove(organisation, wanted) {
      const bound = await at(wanted);
      if (bound.some((binding) => binding.organisation === organisation))
        await session.change(REMOVE, { organisation, id: await keyOf(organisation, wanted) });
    },
  };
}

import type { Transaction } from 'kysely';
import { type Conversation, isSameConversation } from '../../app/ports/conversation.ts';
import type { BindingStore } from '../../app/ports/stores/binding-store.ts';
import type { OrganisationId } from '../../core/organisation.ts';
import type { Schema } from '../schema.ts';
import { read } from './read-document.ts';

function bindingOf(row: Schema['bindings']) {
  return {
    organisation: row.organisation as OrganisationId,
    conversation: read<Conversation>(row.conversation),
    boundBy: row.bound_by,
    boundAt: row.bound_at,
  };
}

export function bindingStore(db: Transaction<Schema>): BindingStore {
  return {
    async ofOrganisation(organisation) {
      const rows = await db
        .selectFrom('bindings')
        .selectAll()
        .where('organisation', '=', organisation)
        .execute();
      return rows.map(bindingOf);
    },
    async ofConversation(wanted) {
      const rows = await db
        .selectFrom('bindings')
        .selectAll()
        .where('conversation_id', '=', wanted.id)
        .execute();
      return rows.map(bindingOf).find(({ conversation }) => isSameConversation(conversation, wanted));
    },
    async all() {
      return (await db.selectFrom('bindings').selectAll().execute()).map(bindingOf);
    },
    async save(binding) {
      const set = {
        conversation: JSON.stringify(binding.conversation),
        bound_by: binding.boundBy,
        bound_at: binding.boundAt,
      };
      await db
        .insertInto('bindings')
        .values({ organisation: binding.organisation, conversation_id: binding.conversation.id, ...set })
        .onConflict((conflict) => conflict.columns(['organisation', 'conversation_id']).doUpdateSet(set))
        .execute();
    },
    async remove(organisation, wanted) {
      const rows = await db
        .selectFrom('bindings')
        .selectAll()
        .where('organisation', '=', organisation)
        .where('conversation_id', '=', wanted.id)
        .execute();
      if (!rows.map(bindingOf).some(({ conversation }) => isSameConversation(conversation, wanted))) return;
      await db
        .deleteFrom('bindings')
        .where('organisation', '=', organisation)
        .where('conversation_id', '=', wanted.id)
        .execute();
    },
  };
}

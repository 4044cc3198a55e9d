import type { Transaction } from 'kysely';
import type { Conversation } from '../../app/ports/conversation.ts';
import type { AdmissionStore } from '../../app/ports/stores/admission-store.ts';
import type { Schema } from '../schema.ts';
import { read } from './read-document.ts';

export function admissionStore(db: Transaction<Schema>): AdmissionStore {
  return {
    async add({ identity, name, organisation, conversation, askedAt }) {
      const done = await db
        .insertInto('admissions')
        .values({
          identity,
          organisation,
          name,
          conversation: JSON.stringify(conversation),
          asked_at: askedAt,
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
    },
    async ofOrganisation(organisation) {
      const rows = await db
        .selectFrom('admissions')
        .selectAll()
        .where('organisation', '=', organisation)
        .orderBy('asked_at')
        .execute();
      return rows.map((row) => ({
        identity: row.identity,
        name: row.name,
        organisation,
        conversation: read<Conversation>(row.conversation),
        askedAt: row.asked_at,
      }));
    },
    async remove(identity, organisation) {
      await db
        .deleteFrom('admissions')
        .where('identity', '=', identity)
        .where('organisation', '=', organisation)
        .execute();
    },
    async forgetBefore(instant) {
      const done = await db.deleteFrom('admissions').where('asked_at', '<', instant).executeTakeFirst();
      return Number(done.numDeletedRows);
    },
  };
}

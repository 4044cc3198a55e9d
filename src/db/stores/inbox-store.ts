import type { Transaction } from 'kysely';
import type { InboxStore } from '../../app/ports/stores/inbox-store.ts';
import type { Schema } from '../schema.ts';

export function inboxStore(db: Transaction<Schema>): InboxStore {
  return {
    async record(deliveryId, at) {
      const done = await db
        .insertInto('inbox')
        .values({ delivery_id: deliveryId, at })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
    },
    async forgetBefore(instant) {
      const done = await db.deleteFrom('inbox').where('at', '<', instant).executeTakeFirst();
      return Number(done.numDeletedRows);
    },
  };
}

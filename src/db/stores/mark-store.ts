import type { Transaction } from 'kysely';
import type { MarkStore } from '../../app/ports/stores/mark-store.ts';
import type { Schema } from '../schema.ts';

export function markStore(db: Transaction<Schema>): MarkStore {
  return {
    async add(person, what, at) {
      await db.insertInto('marks').values({ person, what, at }).execute();
    },
    async countSince(person, what, instant) {
      const row = await db
        .selectFrom('marks')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where('person', '=', person)
        .where('what', '=', what)
        .where('at', '>', instant)
        .executeTakeFirst();
      return Number(row?.count ?? 0);
    },
    async forgetBefore(instant) {
      const done = await db.deleteFrom('marks').where('at', '<=', instant).executeTakeFirst();
      return Number(done.numDeletedRows);
    },
  };
}

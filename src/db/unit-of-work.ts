import type { UnitOfWork } from '../app/ports.ts';
import type { Database } from './open-database.ts';
import { storesOf } from './stores.ts';

/**
 * The stores of ports.ts, one transaction a run: it commits when the work resolves and leaves nothing when it throws.
 * `onOutbox` is told after a commit that put something into the outbox.
 */
export function createUnitOfWork(
  database: Database,
  newId: () => string,
  onOutbox: () => void = () => undefined,
): UnitOfWork {
  return {
    async run(work) {
      let added = false;
      const outboxed = () => {
        added = true;
      };
      const result = await database
        .transaction()
        .execute((transaction) => work(storesOf(transaction, { newId, outboxed })));
      if (added) onOutbox();
      return result;
    },
  };
}

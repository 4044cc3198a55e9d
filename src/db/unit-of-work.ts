import type { UnitOfWork } from '../app/ports.ts';
import type { Database } from './open-database.ts';
import { storesOf } from './stores.ts';

/** The stores of ports.ts, one transaction a run: it commits when the work resolves and leaves nothing when it throws. */
export function createUnitOfWork(database: Database, newId: () => string): UnitOfWork {
  return {
    run: (work) => database.transaction().execute((transaction) => work(storesOf(transaction, newId))),
  };
}

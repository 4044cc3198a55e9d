import type { Erasure, NewErasure } from '../app/erasure.ts';
import type { UnitOfWork } from '../app/ports/unit-of-work.ts';
import type { ErasureJournal } from './erasure-journal.ts';
import type { Database } from './open-database.ts';
import { StoreError } from './store-error.ts';
import { storesOf } from './stores/stores-of.ts';

const NOTHING = () => undefined;

/**
 * The unit of work, one transaction a run: it commits when the work resolves and leaves nothing when it throws.
 * `onOutbox` is told after a commit that put something into the outbox; what was erased is in `journal` before the commit,
 * so that no store holds an erasure that the journal does not. Throws `StoreError` where another process keeps the lock
 * for longer than is waited, and where another file stands at the store's path than the one that is open.
 */
export function createUnitOfWork(
  database: Database,
  newId: () => string,
  onOutbox: () => void = NOTHING,
  journal: Pick<ErasureJournal, 'append' | 'fingerprint'> | null = null,
): UnitOfWork {
  return {
    async run(work) {
      let added = false;
      const outboxed = () => {
        added = true;
      };
      const erasures: Erasure[] = [];
      const erased = (id: string, erasure: NewErasure) => {
        if (journal) erasures.push({ ...erasure, id, subject: erasure.subject.map(journal.fingerprint) });
      };
      const result = await database.transaction().execute(async (transaction) => {
        const done = await work(storesOf(transaction, { newId, outboxed, erased }));
        // What is written to a file that nobody finds again must not be acknowledged.
        if (database.isReplaced())
          throw new StoreError('unusable', `${database.path}: the file was deleted or replaced`);
        if (erasures.length > 0) journal?.append(erasures);
        return done;
      });
      if (added) onOutbox();
      return result;
    },
    read: (work) =>
      database.read((transaction) =>
        work(storesOf(transaction, { newId, outboxed: NOTHING, erased: NOTHING })),
      ),
  };
}

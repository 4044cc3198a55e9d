import type { Erasure, NewErasure } from '../app/erasure.ts';
import type { UnitOfWork } from '../app/ports/unit-of-work.ts';
import type { ErasureJournal } from './erasure-journal.ts';
import type { Database } from './open-database.ts';
import { CompiledQueries, Session } from './query.ts';
import { storesOf } from './stores/stores-of.ts';

const NOTHING = () => undefined;

/**
 * The unit of work over a database: one transaction a run, which commits when the work resolves and leaves nothing when
 * it throws. `onOutbox` is called after a commit that added to the outbox. Erasures are in `journal` before the commit,
 * or the store could hold one that the journal does not. Throws `StoreError` where another process keeps the lock for
 * longer than is waited, and where the store's file was deleted or replaced.
 */
export function createUnitOfWork(
  database: Database,
  newId: () => string,
  onOutbox: () => void = NOTHING,
  journal: Pick<ErasureJournal, 'append' | 'fingerprint'> | null = null,
): UnitOfWork {
  const queries = new CompiledQueries();
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
      const result = await database.write(async (transaction) => {
        const session = new Session(transaction, queries);
        const done = await work(storesOf(session, { newId, outboxed, erased }));
        if (erasures.length > 0) journal?.append(erasures);
        return done;
      });
      if (added) onOutbox();
      return result;
    },
    read: (work) =>
      database.read((transaction) =>
        work(storesOf(new Session(transaction, queries), { newId, outboxed: NOTHING, erased: NOTHING })),
      ),
  };
}

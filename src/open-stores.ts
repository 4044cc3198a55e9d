import { join } from 'node:path';
import type { Crm } from './app/ports/crm.ts';
import type { UnitOfWork } from './app/ports/unit-of-work.ts';
import { createEmbeddedCrm } from './crm/embedded/embedded-crm.ts';
import { openEmbeddedCrm } from './crm/embedded/open-embedded-crm.ts';
import { createErasureJournal, type ErasureJournal } from './db/erasure-journal.ts';
import { useFolder } from './db/folder-lock.ts';
import { type Database, openDatabase } from './db/open-database.ts';
import type { Chance, SqliteStore } from './db/sqlite.ts';
import { createUnitOfWork } from './db/unit-of-work.ts';

/** The files of a data folder's two stores. */
export const STORE_FILES = { cases: 'indgang.db', crm: 'embedded-crm.db' } as const;

/** The name of a folder that is kept in memory. */
const IN_MEMORY = ':memory:';

export interface OpenOptions {
  /** The data folder, or `:memory:`. */
  readonly data: string;
  readonly newId: () => string;
  readonly chance: Chance;
  /** Told after a commit that put something into the outbox. */
  readonly onOutbox?: () => void;
  /** The CRM in place of the embedded one. */
  readonly crm?: Crm | undefined;
}

export interface OpenStores {
  readonly database: Database;
  readonly unitOfWork: UnitOfWork;
  readonly crm: Crm;
  /** The file of the embedded CRM; null where another CRM is connected. */
  readonly crmStore: SqliteStore<unknown> | null;
  /** Null in memory: nothing outlives the store there. */
  readonly journal: ErasureJournal | null;
  readonly close: () => Promise<void>;
}

/** Opens the stores of a data folder, as the service and the command line have them. Throws `StoreError`. */
export async function openStores({ data, newId, chance, onOutbox, crm }: OpenOptions): Promise<OpenStores> {
  const path = (name: string) => (data === IN_MEMORY ? IN_MEMORY : join(data, name));
  // First, so that no restore puts other files in their place while they are opened.
  const release = data === IN_MEMORY ? () => undefined : useFolder(data);
  const opened: { destroy(): Promise<void> }[] = [];
  const close = async () => {
    for (const store of opened.splice(0)) await store.destroy();
    release();
  };
  const keep = <Store extends { destroy(): Promise<void> }>(store: Store): Store => {
    opened.push(store);
    return store;
  };
  try {
    const database = keep(await openDatabase({ path: path(STORE_FILES.cases), chance }));
    // The embedded CRM is another system: it has a file of its own, and can be away while cases are kept.
    const crmStore = crm ? null : keep(await openEmbeddedCrm({ path: path(STORE_FILES.crm), chance }));
    const journal = data === IN_MEMORY ? null : createErasureJournal(data, newId);
    const connected = crmStore ? createEmbeddedCrm(crmStore) : crm;
    if (!connected) throw new Error('There is no CRM');
    return {
      database,
      unitOfWork: createUnitOfWork(database, newId, onOutbox, journal),
      crm: connected,
      crmStore,
      journal,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

import { join } from 'node:path';
import type { Crm } from './app/ports/crm.ts';
import type { UnitOfWork } from './app/ports/unit-of-work.ts';
import type { DatabaseConfig } from './config.ts';
import { createEmbeddedCrm } from './crm/embedded/embedded-crm.ts';
import { openEmbeddedCrm } from './crm/embedded/open-embedded-crm.ts';
import { createErasureJournal, type ErasureJournal } from './db/erasure-journal.ts';
import { useFolder } from './db/folder-lock.ts';
import { type Database, openDatabase, type StoreAddress } from './db/open-database.ts';
import type { Chance } from './db/sqlite.ts';
import type { Store } from './db/store.ts';
import { createUnitOfWork } from './db/unit-of-work.ts';

/** The files of a data folder's two stores. */
export const STORE_FILES = { cases: 'indgang.db', crm: 'embedded-crm.db' } as const;

/** The name of a folder that is kept in memory. */
const IN_MEMORY = ':memory:';

export interface OpenOptions {
  /** The data folder, or `:memory:`. */
  readonly data: string;
  /** The PostgreSQL database that holds both stores; null or left out: SQLite in the data folder. */
  readonly database?: DatabaseConfig | null;
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
  /** The store of the embedded CRM; null where another CRM is connected. */
  readonly crmStore: Store<unknown> | null;
  /** Null in memory: nothing outlives the store there. */
  readonly journal: ErasureJournal | null;
  readonly close: () => Promise<void>;
}

/** Opens the stores, as the service and the command line have them. Throws `StoreError`. */
export async function openStores({
  data,
  database: postgres = null,
  newId,
  chance,
  onOutbox,
  crm,
}: OpenOptions): Promise<OpenStores> {
  const addressOf = (name: string): StoreAddress => {
    if (postgres) return { url: postgres.url };
    return { path: data === IN_MEMORY ? IN_MEMORY : join(data, name), chance };
  };
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
    const database = keep(await openDatabase(addressOf(STORE_FILES.cases)));
    // The embedded CRM is another system. In SQLite it has a file of its own, and can be away while cases are kept.
    const crmStore = crm ? null : keep(await openEmbeddedCrm(addressOf(STORE_FILES.crm)));
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

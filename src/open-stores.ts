import { join } from 'node:path';
import type { Crm } from './app/ports/crm.ts';
import type { UnitOfWork } from './app/ports/unit-of-work.ts';
import type { DatabaseConfig } from './config.ts';
import { createEmbeddedCrm } from './crm/embedded/embedded-crm.ts';
import { openEmbeddedCrm } from './crm/embedded/open-embedded-crm.ts';
import { createErasureJournal, type ErasureJournal } from './db/erasure-journal.ts';
import { useFolder } from './db/folder-lock.ts';
import { type Database, openDatabase, type StoreAddress } from './db/open-database.ts';
import type { Chance } from './db/sqlite-dialect.ts';
import type { Store } from './db/store.ts';
import { createUnitOfWork } from './db/unit-of-work.ts';

/** The files of a data folder's two stores. */
export const STORE_FILES = { cases: 'indgang.db', crm: 'embedded-crm.db' } as const;

/** In place of a data folder: stores kept in memory. */
const IN_MEMORY = ':memory:';

export interface OpenOptions {
  /** The data folder, or `:memory:`. */
  readonly data: string;
  /** The PostgreSQL database that holds both stores; null or absent: SQLite in the data folder. */
  readonly database?: DatabaseConfig | null;
  readonly newId: () => string;
  readonly chance: Chance;
  /** Called after a commit that added rows to the outbox. */
  readonly onOutbox?: () => void;
  /** Replaces the embedded CRM. */
  readonly crm?: Crm | undefined;
}

export interface OpenStores {
  readonly database: Database;
  readonly unitOfWork: UnitOfWork;
  readonly crm: Crm;
  /** The store of the embedded CRM; null where another CRM is connected. */
  readonly crmStore: Store<unknown> | null;
  /** Null in memory, where nothing survives the process. */
  readonly journal: ErasureJournal | null;
  readonly close: () => Promise<void>;
}

/** Opens the stores for the service and the command line. Throws `StoreError`. */
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
  // First, so that a restore cannot replace the files while they are being opened.
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
    // The embedded CRM stands for another system. In SQLite it has a file of its own, and may be unavailable while
    // cases are saved.
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

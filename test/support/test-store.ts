import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { inject } from 'vitest';
import { type StoreAddress, storeAt } from '../../src/db/open-database.ts';
import { STORE_FILES } from '../../src/open-stores.ts';
import { newPostgresDatabase } from './postgres-database.ts';

/** Where a test keeps its stores: SQLite, or a PostgreSQL database of its own in the project `postgres`. */

declare module 'vitest' {
  interface ProvidedContext {
    /** The database of the tests that are run on each; SQLite where it is not said. */
    readonly store: 'sqlite' | 'postgres';
  }
}

/** Whether this run of the test is the one on PostgreSQL. */
export function isOnPostgres(): boolean {
  return inject('store') === 'postgres';
}

export interface TestStores {
  /** Settings of a service over them. */
  readonly settings: Readonly<Record<string, string>>;
  readonly cases: StoreAddress;
  readonly crm: StoreAddress;
  /** The rows of a query, read beside whatever has the stores open. */
  rows<Row>(of: 'cases' | 'crm', query: string): Promise<readonly Row[]>;
  /** Keeps the writers' lock of the case store, as another process may, until `work` is done. */
  keepLock(work: () => Promise<unknown>): Promise<void>;
  /** Deletes them. Whoever has them open must have closed them. */
  remove(): Promise<void>;
}

/** Places for the stores of one test: in memory of one process, or where several processes find them. */
export async function newStores(where: 'in memory' | 'in a folder' = 'in memory'): Promise<TestStores> {
  const folder = where === 'in a folder' ? mkdtempSync(join(tmpdir(), 'indgang-stores-')) : null;
  const data = folder ?? ':memory:';
  const database = isOnPostgres() ? await newPostgresDatabase() : null;
  const addressOf = (name: string): StoreAddress =>
    database ? { url: database.url } : { path: folder === null ? data : join(folder, name) };
  const addresses = { cases: addressOf(STORE_FILES.cases), crm: addressOf(STORE_FILES.crm) };
  return {
    ...addresses,
    settings: { INDGANG_DATA: data, ...(database && { DATABASE_URL: database.url }) },
    async rows<Row>(of: 'cases' | 'crm', query: string) {
      const store = storeAt(addresses[of]);
      try {
        return (await sql.raw<Row>(query).execute(store.reader)).rows;
      } finally {
        await store.destroy();
      }
    },
    async keepLock(work) {
      const store = storeAt(addresses.cases);
      try {
        await store.write(async (transaction) => {
          await sql`select 1`.execute(transaction);
          await work();
        });
      } finally {
        await store.destroy();
      }
    },
    async remove() {
      await database?.drop();
      if (folder !== null) rmSync(folder, { recursive: true, force: true });
    },
  };
}

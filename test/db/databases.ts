import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OutboxQueue } from '../../src/app/ports/outbox-queue.ts';
import type { UnitOfWork } from '../../src/app/ports/unit-of-work.ts';
import { type Database, openDatabase } from '../../src/db/open-database.ts';
import { createOutboxQueue } from '../../src/db/outbox-queue.ts';
import { createUnitOfWork } from '../../src/db/unit-of-work.ts';
import { createMemoryStore } from '../loop/memory-stores.ts';
import {
  hasPgbouncer,
  hasPostgres,
  newPostgresDatabase,
  type PostgresDatabase,
} from '../support/postgres-database.ts';

/** A database of its own for one test. */
export interface TestDatabase {
  readonly database: Database;
  /** The same store, opened once more; only where it outlives the process. */
  readonly reopen?: () => Promise<Database>;
  readonly close: () => Promise<void>;
}

export interface DatabaseKind {
  readonly name: string;
  readonly open: () => Promise<TestDatabase>;
}

const postgres = (name: string, urlOf: (database: PostgresDatabase) => string): DatabaseKind => ({
  name,
  async open() {
    const made = await newPostgresDatabase();
    const url = urlOf(made);
    const opened = [await openDatabase({ url })];
    const [database] = opened;
    if (!database) throw new Error('no database');
    return {
      database,
      async reopen() {
        const again = await openDatabase({ url });
        opened.push(again);
        return again;
      },
      async close() {
        for (const one of opened) await one.destroy();
        await made.drop();
      },
    };
  },
});

/** Every database that the stores run on. Another is a row here: the same suites run over it. */
export const DATABASES: readonly DatabaseKind[] = [
  {
    name: 'SQLite in memory',
    async open() {
      const database = await openDatabase({ path: ':memory:' });
      return { database, close: () => database.destroy() };
    },
  },
  {
    name: 'SQLite in a file',
    async open() {
      const folder = mkdtempSync(join(tmpdir(), 'indgang-store-'));
      const path = join(folder, 'indgang.sqlite');
      const opened = [await openDatabase({ path })];
      const [database] = opened;
      if (!database) throw new Error('no database');
      return {
        database,
        async reopen() {
          const again = await openDatabase({ path });
          opened.push(again);
          return again;
        },
        async close() {
          for (const one of opened) await one.destroy();
          rmSync(folder, { recursive: true, force: true });
        },
      };
    },
  },
  ...(hasPostgres ? [postgres('PostgreSQL', ({ url }) => url)] : []),
  ...(hasPgbouncer ? [postgres('PostgreSQL behind a pgbouncer', ({ pooledUrl }) => pooledUrl)] : []),
];

/** Stores of their own for one test, whatever keeps them. */
export interface TestStores {
  readonly unitOfWork: UnitOfWork;
  readonly queue: OutboxQueue;
  readonly close: () => Promise<void>;
}

export interface StoreKind {
  readonly name: string;
  readonly open: (newId: () => string, onOutbox?: () => void) => Promise<TestStores>;
}

/** Everything that use cases and the worker can run on: the databases, and the plain maps of `test/loop`. */
export const STORES: readonly StoreKind[] = [
  ...DATABASES.map(
    ({ name, open }): StoreKind => ({
      name,
      async open(newId, onOutbox) {
        const { database, close } = await open();
        return {
          unitOfWork: createUnitOfWork(database, newId, onOutbox),
          queue: createOutboxQueue(database),
          close,
        };
      },
    }),
  ),
  {
    name: 'plain maps',
    open: async (newId, onOutbox) => ({ ...createMemoryStore(newId, onOutbox), close: async () => {} }),
  },
];

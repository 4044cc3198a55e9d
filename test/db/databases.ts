import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { type Database, openDatabase } from '../../src/db/open-database.ts';
import { newPostgresDatabase } from '../support/postgres-database.ts';

/** A store of its own for one test, under one of the databases. */
export interface TestStore {
  readonly database: Database;
  /** The same store, opened once more; only where it outlives the process. */
  readonly reopen?: () => Promise<Database>;
  readonly close: () => Promise<void>;
}

export interface DatabaseKind {
  readonly name: string;
  readonly open: () => Promise<TestStore>;
}

const POSTGRES: DatabaseKind = {
  name: 'PostgreSQL',
  async open() {
    const { url, drop } = await newPostgresDatabase();
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
        await drop();
      },
    };
  },
};

/** Every database that the stores run on. Another is a row here: the same suite runs over it. */
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
  ...(inject('postgres') === null ? [] : [POSTGRES]),
];

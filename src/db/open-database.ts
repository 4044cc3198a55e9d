import { sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { migrationsOf } from './migrations.ts';
import { type MoveMark, moveMarkOf } from './move/marks.ts';
import { PostgresStore } from './postgres.ts';
import type { Schema } from './schema.ts';
import { SqliteStore } from './sqlite.ts';
import type { Chance } from './sqlite-dialect.ts';
import type { DialectSql, Store } from './store.ts';
import { StoreError } from './store-error.ts';

/** The case store. */
export type Database = Store<Schema>;

/** Changes of a schema by name, in the order of their names. */
export type Migrations = Readonly<Record<string, Migration>>;

/** The changes of a schema, as one of the databases makes them. */
export type MigrationsOf = (dialect: DialectSql) => Migrations;

/** Where kysely notes which changes of the schema were made. */
const NOTED_IN = 'kysely_migration';

/** Where a store is: a file of SQLite, or the address of a PostgreSQL database. */
export type StoreAddress =
  | {
      readonly path: string;
      /** For the jitter of retries where another process holds the lock. */
      readonly chance?: Chance;
    }
  | { readonly url: string };

/** Opens a store as it is, and makes an empty file where there is none. Throws `StoreError`. */
export function storeAt<Tables>(address: StoreAddress): Store<Tables> {
  return 'url' in address
    ? new PostgresStore<Tables>(address)
    : new SqliteStore<Tables>(address.path, address.chance);
}

/**
 * Opens the case store, making the file where there is none, and brings its schema up to date. Throws `StoreError`, among
 * them `newer` where a later version has changed the schema in a way that this one cannot work with, and `moved` where the
 * cases are elsewhere.
 */
export async function openDatabase(address: StoreAddress): Promise<Database> {
  const database = await openStore<Schema>(address, migrationsOf);
  try {
    const mark = await moveMarkOf(database);
    if (mark !== undefined) throw new StoreError('moved', `${database.name}: ${MOVED[mark]}`);
    return database;
  } catch (error) {
    await database.destroy();
    throw error;
  }
}

const MOVED: Readonly<Record<MoveMark, string>> = {
  'moving-here':
    'a move into this store has begun and not ended; run "indgang store migrate" again, with the same places',
  'moved-away':
    'what was in this store has been moved; DATABASE_URL, or INDGANG_DATA, must name the place that it was moved to',
};

/** The same for any store with changes of its schema of its own, noted in the table `notedIn`. */
export async function openStore<Tables>(
  address: StoreAddress,
  migrations: MigrationsOf,
  notedIn = NOTED_IN,
): Promise<Store<Tables>> {
  const store = storeAt<Tables>(address);
  try {
    const { missing, unknown } = await schemaState(store, migrations, notedIn);
    const [first] = unknown;
    if (first !== undefined) {
      throw new StoreError(
        'newer',
        `${store.name}: a later version has made the change "${first}" to the schema, which this version does not know; install that version, or restore a backup`,
      );
    }
    // What is up to date is only read: opening a store must not take its write lock.
    if (missing.length > 0) await migrate(store, migrations(store.sql), notedIn);
    return store;
  } catch (error) {
    await store.destroy();
    throw store.errorOf(error);
  }
}

async function migrate<Tables>(store: Store<Tables>, migrations: Migrations, notedIn: string): Promise<void> {
  const migrator = new Migrator({
    db: store,
    provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
    migrationTableName: notedIn,
    migrationLockTableName: `${notedIn}_lock`,
  });
  const { error } = await migrator.migrateToLatest();
  if (error) {
    const cause = store.errorOf(error);
    if (cause instanceof StoreError) throw cause;
    throw new StoreError('unusable', `${store.name}: the schema could not be brought up to date`, { cause });
  }
}

/**
 * Changes of the schema that a store lacks, and those in it that this version must not work on. A later version's change
 * that only adds is none of either: the version before goes on beside the new one, and comes back where an update failed.
 */
export interface SchemaState {
  readonly missing: readonly string[];
  readonly unknown: readonly string[];
}

export function isUpToDate({ missing, unknown }: SchemaState): boolean {
  return missing.length === 0 && unknown.length === 0;
}

/**
 * The table in which a change notes its name that the version before cannot live with. No change has needed one so far:
 * whoever makes the first creates the table in it, with one column `name`.
 */
const needsOf = (notedIn: string) => `${notedIn}_needs`;

/** How a store's schema stands to the changes that this version knows. */
export async function schemaState<Tables>(
  store: Store<Tables>,
  migrations: MigrationsOf = migrationsOf,
  notedIn = NOTED_IN,
): Promise<SchemaState> {
  const [made, needed] = await store.read(async (db) => {
    const tables = await sql.raw<{ name: string }>(store.sql.tableNames).execute(db);
    const namesIn = async (table: string) => {
      if (!tables.rows.some(({ name }) => name === table)) return [];
      const { rows } = await sql<{
        name: string;
      }>`select name from ${sql.table(table)} order by name`.execute(db);
      return rows.map(({ name }) => name);
    };
    return [await namesIn(notedIn), await namesIn(needsOf(notedIn))];
  });
  const known = Object.keys(migrations(store.sql));
  const missing = known.filter((name) => !made.includes(name));
  const later = made.filter((name) => !known.includes(name));
  // Changes of another branch: kysely would make ours after theirs, in an order that was never tried.
  const isBranch = missing.length > 0;
  return { missing, unknown: later.filter((name) => isBranch || needed.includes(name)) };
}

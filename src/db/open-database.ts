import { sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { MIGRATIONS } from './migrations.ts';
import type { Schema } from './schema.ts';
import { type Chance, SqliteStore, storeErrorOf } from './sqlite.ts';
import { StoreError } from './store-error.ts';

export type Database = SqliteStore<Schema>;

export type Migrations = Readonly<Record<string, Migration>>;

/** Where kysely notes which changes of the schema were made. */
const NOTED_IN = 'kysely_migration';

interface OpenOptions {
  readonly path: string;
  /** For the jitter of retries where another process holds the lock. */
  readonly chance?: Chance;
}

/**
 * Opens the case store, making the file where there is none, and brings its schema up to date. Throws `StoreError`, among
 * them `newer` where a later version has changed the schema in a way that this one does not know.
 */
export function openDatabase(options: OpenOptions): Promise<Database> {
  return openStore<Schema>(options, MIGRATIONS);
}

/** The same for any store with changes of its schema of its own, noted in the table `notedIn`. */
export async function openStore<Tables>(
  { path, chance }: OpenOptions,
  migrations: Migrations,
  notedIn = NOTED_IN,
): Promise<SqliteStore<Tables>> {
  const store = new SqliteStore<Tables>(path, chance);
  try {
    const { missing, unknown } = await schemaState(store, migrations, notedIn);
    const [first] = unknown;
    if (first !== undefined) {
      throw new StoreError(
        'newer',
        `${path}: a later version has made the change "${first}" to the schema, which this version does not know; install that version, or restore a backup`,
      );
    }
    // What is up to date is only read: opening a store must not take its write lock.
    if (missing.length > 0) await migrate(store, migrations, notedIn);
    return store;
  } catch (error) {
    await store.destroy();
    throw storeErrorOf(path, error);
  }
}

async function migrate<Tables>(
  store: SqliteStore<Tables>,
  migrations: Migrations,
  notedIn: string,
): Promise<void> {
  const migrator = new Migrator({
    db: store,
    provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
    migrationTableName: notedIn,
    migrationLockTableName: `${notedIn}_lock`,
  });
  const { error } = await migrator.migrateToLatest();
  if (error) {
    const cause = storeErrorOf(store.path, error);
    if (cause instanceof StoreError) throw cause;
    throw new StoreError('unusable', `${store.path}: the schema could not be brought up to date`, { cause });
  }
}

/** Changes of the schema that a store lacks, and those in it that this version does not know. */
export interface SchemaState {
  readonly missing: readonly string[];
  readonly unknown: readonly string[];
}

export function isUpToDate({ missing, unknown }: SchemaState): boolean {
  return missing.length === 0 && unknown.length === 0;
}

/** How a store's schema stands to the changes that this version knows. */
export async function schemaState<Tables>(
  store: SqliteStore<Tables>,
  migrations: Migrations = MIGRATIONS,
  notedIn = NOTED_IN,
): Promise<SchemaState> {
  const made = await store.read(async (db) => {
    const tables = await sql`select 1 from sqlite_master where type = 'table' and name = ${notedIn}`.execute(
      db,
    );
    if (tables.rows.length === 0) return [];
    const { rows } = await sql<{
      name: string;
    }>`select name from ${sql.table(notedIn)} order by name`.execute(db);
    return rows.map(({ name }) => name);
  });
  const known = Object.keys(migrations);
  return {
    missing: known.filter((name) => !made.includes(name)),
    unknown: made.filter((name) => !known.includes(name)),
  };
}

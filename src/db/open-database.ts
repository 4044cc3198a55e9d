import { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { MIGRATIONS } from './migrations.ts';
import type { Schema } from './schema.ts';
import { sqliteDialect } from './sqlite.ts';

export type Database = Kysely<Schema>;

/** Opens the store, making the file where there is none, and brings its schema up to date. Throws where that fails. */
export async function openDatabase(options: { readonly path: string }): Promise<Database> {
  const database = new Kysely<Schema>({ dialect: sqliteDialect(options.path) });
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: () => Promise.resolve({ ...MIGRATIONS }) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error) {
    await database.destroy();
    throw new Error('The case store could not be brought up to date', { cause: error });
  }
  return database;
}

/** Whether the store answers. */
export async function isReachable(database: Database): Promise<boolean> {
  try {
    await database.selectFrom('inbox').select('delivery_id').limit(1).execute();
    return true;
  } catch {
    return false;
  }
}

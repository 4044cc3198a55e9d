import { type Kysely, sql } from 'kysely';
import {
  isUpToDate,
  type MigrationsOf,
  openStore,
  type StoreAddress,
  schemaState,
} from '../../db/open-database.ts';
import { probeStore } from '../../db/readiness.ts';
import { SQLITE_SQL } from '../../db/sqlite-sql.ts';
import type { DialectSql, Store, StoreCheck } from '../../db/store.ts';

/** The embedded CRM's own changes of its schema, oldest first. One that has been released is never edited. */
export const embeddedCrmMigrationsOf: MigrationsOf = (dialect) => ({
  '2026-11-26-records': { up: (db: Kysely<unknown>) => records(db, dialect) },
  '2026-11-26-own-schema': { up: (db: Kysely<unknown>) => dropCaseStore(db, dialect) },
});

/** Where those are noted: earlier versions noted the case store's own in this file under kysely's usual name. */
export const EMBEDDED_CRM_NOTED_IN = 'embedded_crm_migration';

/** Opens the store of the embedded CRM, making it where there is none. Throws `StoreError`. */
export function openEmbeddedCrm(address: StoreAddress): Promise<Store<unknown>> {
  return openStore<unknown>(address, embeddedCrmMigrationsOf, EMBEDDED_CRM_NOTED_IN);
}

/** Tries the store; resolves with the checks that failed. */
export function probeEmbeddedCrm(store: Store<unknown>): Promise<readonly StoreCheck[]> {
  return probeStore({
    store,
    // Takes the write lock, and changes nothing.
    heartbeat: sql`update embedded_crm set revision = revision where 1 = 0`,
    schemaIsKnown: async () =>
      isUpToDate(await schemaState(store, embeddedCrmMigrationsOf, EMBEDDED_CRM_NOTED_IN)),
  });
}

/** Earlier versions made the table without noting it. */
async function records(db: Kysely<unknown>, { text }: DialectSql): Promise<void> {
  await sql
    .raw(
      `create table if not exists embedded_crm (
    case_id ${text} primary key,
    revision integer not null,
    cvr ${text},
    created_at ${text} not null,
    erased integer not null default 0,
    record ${text} not null
  )`,
    )
    .execute(db);
  await sql`create index if not exists embedded_crm_cvr on embedded_crm (cvr)`.execute(db);
}

/** Tables of the case store that 0.1.0 made in this file, and never wrote to. */
const CASE_STORE = [
  'inbox',
  'drafts',
  'cases',
  'history',
  'outbox',
  'posts',
  'bindings',
  'people',
  'identities',
  'memberships',
  'preferences',
  'examples',
];

/**
 * Drops what stands there of the case store: whoever looks into the file, checks it or restores it would have to know
 * that those tables are not the cases. An earlier version makes them again and works. Where one holds anything, the
 * file is somebody's case store after all, and all of them stay.
 */
async function dropCaseStore(db: Kysely<unknown>, dialect: DialectSql): Promise<void> {
  // In PostgreSQL both stores are in one database, and always were.
  if (dialect !== SQLITE_SQL) return;
  const { rows } = await sql.raw<{ name: string }>(dialect.tableNames).execute(db);
  const there = CASE_STORE.filter((table) => rows.some(({ name }) => name === table));
  for (const table of there) {
    const kept = await sql`select 1 from ${sql.table(table)} limit 1`.execute(db);
    if (kept.rows.length > 0) return;
  }
  for (const table of [...there, 'kysely_migration', 'kysely_migration_lock'])
    await sql`drop table if exists ${sql.table(table)}`.execute(db);
}

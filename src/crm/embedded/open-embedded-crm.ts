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

/** The embedded CRM's own migrations, oldest first. A released one is never edited. */
export const embeddedCrmMigrationsOf: MigrationsOf = (dialect) => ({
  '2026-11-26-records': { up: (db: Kysely<unknown>) => records(db, dialect) },
  '2026-11-26-own-schema': { up: (db: Kysely<unknown>) => dropCaseStore(db, dialect) },
});

/** The table that notes them. 0.1.0 noted the case store's migrations in this file, under kysely's usual name. */
export const EMBEDDED_CRM_NOTED_IN = 'embedded_crm_migration';

/** Opens the embedded CRM's store, and makes it where there is none. Throws `StoreError`. */
export function openEmbeddedCrm(address: StoreAddress): Promise<Store<unknown>> {
  return openStore<unknown>(address, embeddedCrmMigrationsOf, EMBEDDED_CRM_NOTED_IN);
}

/** Probes the store. Resolves with the failed checks. */
export function probeEmbeddedCrm(store: Store<unknown>): Promise<readonly StoreCheck[]> {
  return probeStore({
    store,
    // Takes the write lock without a change.
    heartbeat: sql`update embedded_crm set revision = revision where 1 = 0`,
    schemaIsKnown: async () =>
      isUpToDate(await schemaState(store, embeddedCrmMigrationsOf, EMBEDDED_CRM_NOTED_IN)),
  });
}

/** 0.1.0 made the table without noting a migration. */
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

/** Empty tables of the case store that 0.1.0 made in this file. */
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
 * Drops 0.1.0's empty tables of the case store: a person who looks into the file, checks it or restores it would take
 * them for the cases. 0.1.0 makes them again and works. If one of them holds a row, the file is a case store after
 * all, and all of them stay.
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

import { sql } from 'kysely';
import type { Finding } from '../../db/check-store.ts';
import { type Database, schemaState } from '../../db/open-database.ts';
import type { Store } from '../../db/store.ts';
import { EMBEDDED_CRM_NOTED_IN, embeddedCrmMigrationsOf } from './open-embedded-crm.ts';

/** The stored revision of each case, and whether it is erased, by case id. */
export async function crmStateOf(
  store: Store<unknown>,
): Promise<ReadonlyMap<string, { readonly revision: number; readonly erased: boolean }>> {
  const { rows } = await sql<{ case_id: string; revision: number; erased: number }>`
    select case_id, revision, erased from embedded_crm`.execute(store.reader);
  return new Map(rows.map(({ case_id, revision, erased }) => [case_id, { revision, erased: erased === 1 }]));
}

/** Findings where the case store and the embedded CRM disagree. */
export async function checkEmbeddedCrm(cases: Database, store: Store<unknown>): Promise<readonly Finding[]> {
  const { unknown, missing } = await schemaState(store, embeddedCrmMigrationsOf, EMBEDDED_CRM_NOTED_IN);
  const wrong = (check: string, count: number): Finding => ({ check, count, wrong: count > 0 });
  const schema = [wrong('crm-schema-unknown', unknown.length), wrong('crm-schema-missing', missing.length)];
  if (unknown.length + missing.length > 0) return schema;
  // Read the CRM first: it is only given cases that the case store has committed.
  const records = await crmStateOf(store);
  const rows = await cases.read((db) =>
    db.selectFrom('cases').select(['id', 'revision', 'crm_revision', 'erased']).execute(),
  );
  const known = new Map(rows.map((row) => [row.id, row]));
  const count = (fits: (row: (typeof rows)[number]) => boolean) => rows.filter(fits).length;
  return [
    ...schema,
    wrong('crm-records-without-case', [...records.keys()].filter((id) => !known.has(id)).length),
    wrong(
      'crm-records-ahead',
      count(({ id, revision }) => (records.get(id)?.revision ?? 0) > revision),
    ),
    wrong(
      'crm-records-lost',
      count(({ id, crm_revision }) => (records.get(id)?.revision ?? 0) < crm_revision),
    ),
    wrong(
      'crm-records-not-erased',
      count(
        ({ id, erased, revision, crm_revision }) =>
          erased === 1 && crm_revision >= revision && records.get(id)?.erased === false,
      ),
    ),
  ];
}

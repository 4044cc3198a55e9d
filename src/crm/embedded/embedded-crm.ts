import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely';
import { crmRecordSchema } from '../../app/crm-record-schema.ts';
import { type Crm, CrmError, type CrmRecord } from '../../app/ports/crm.ts';
import { ENTERED_IN_ERROR, servedCaseOf } from '../served-case.ts';
import { withoutIdentity } from '../without-identity.ts';

interface Row {
  readonly record: string;
}

/** The embedded CRM's store: its writing connection, and `reader`. */
export type EmbeddedCrmStore = QueryExecutorProvider & { readonly reader: QueryExecutorProvider };

/**
 * The shared CRM where none is connected: one row per case. Saving is an upsert, so a repeated delivery, or one whose
 * answer was lost, leaves one record.
 */
export function createEmbeddedCrm(store: EmbeddedCrmStore): Crm {
  async function run<T>(query: RawBuilder<T>, on: QueryExecutorProvider = store): Promise<readonly T[]> {
    try {
      return (await query.execute(on)).rows;
    } catch (cause) {
      throw new CrmError('unavailable', 'The embedded CRM could not be reached', { cause });
    }
  }

  async function erased(caseId: string): Promise<boolean> {
    const rows = await run(sql`select 1 from embedded_crm where case_id = ${caseId} and erased = 1`);
    return rows.length > 0;
  }

  async function save(record: CrmRecord): Promise<{ crmId: string }> {
    const checked = crmRecordSchema.safeParse(record);
    if (!checked.success) {
      const where = checked.error.issues[0]?.path.join('.');
      throw new CrmError('rejected', `The record's ${where} is not what the CRM takes`);
    }
    // A late delivery must not bring back what was erased.
    const isErased = await erased(record.caseId);
    const kept = isErased ? withoutIdentity(checked.data) : checked.data;
    await run(sql`
      insert into embedded_crm (case_id, revision, cvr, created_at, record)
      values (${kept.caseId}, ${kept.revision}, ${kept.cvr}, ${kept.createdAt}, ${JSON.stringify(kept)})
      on conflict (case_id) do update
      set revision = excluded.revision, cvr = excluded.cvr, record = excluded.record
      where excluded.revision > embedded_crm.revision and embedded_crm.erased = ${Number(isErased)}`);
    return { crmId: `embedded-${record.caseId}` };
  }

  async function findByCvr(cvr: string): Promise<readonly CrmRecord[]> {
    const found = sql<Row>`
        select record from embedded_crm where cvr = ${cvr} order by created_at desc, case_id`;
    const rows = await run(found, store.reader);
    return rows.map(recordOf);
  }

  return {
    save,
    findByCvr,

    async findByCase(caseId) {
      const found = sql<Row>`select record from embedded_crm where case_id = ${caseId}`;
      const rows = await run(found, store.reader);
      return rows.map(recordOf)[0] ?? null;
    },

    async servedCases(cvr) {
      const records = await findByCvr(cvr);
      return records.map(servedCaseOf).filter(({ status }) => status !== ENTERED_IN_ERROR);
    },

    async erase(caseId) {
      const rows = await run(sql<Row>`select record from embedded_crm where case_id = ${caseId}`);
      for (const row of rows) {
        const record = JSON.stringify(withoutIdentity(recordOf(row)));
        await run(
          sql`update embedded_crm set cvr = null, erased = 1, record = ${record} where case_id = ${caseId}`,
        );
      }
    },
  };
}

function recordOf(row: Row): CrmRecord {
  return crmRecordSchema.parse(JSON.parse(row.record));
}

import { sql } from 'kysely';
import type { Database } from './open-database.ts';

/** The code of a row that may have arrived: it stands on the not-delivered list until somebody decides. */
const UNCERTAIN = 'uncertain';

/**
 * Puts aside the notices that waited when the backup was taken and were due by now: nearly all of them were sent after it,
 * and nothing here can tell which. Cards and CRM records are sent again: a card that stands twice does less harm than a
 * case that nobody sees, and a record is saved over itself. Returns how many notices.
 */
export async function putNoticesAside(database: Database, now: string): Promise<number> {
  const done = await sql`
    update outbox set parked_at = ${now}, code = ${UNCERTAIN}, leased_by = null, leased_until = null
    where parked_at is null and ready_at <= ${now} and lane_kind = 'notice'`.execute(database);
  return Number(done.numAffectedRows ?? 0n);
}

/** Takes rows back from the workers that had claimed them when the backup was taken. */
export async function endLeases(database: Database): Promise<void> {
  await sql`update outbox set leased_by = null, leased_until = null where leased_by is not null`.execute(
    database,
  );
}

/** Notes what the restored CRM really has of each case. Returns the cases that it has in an older revision than noted. */
export async function noteCrmRevisions(
  database: Database,
  revisionOf: (caseId: string) => number,
): Promise<readonly string[]> {
  return database.write(async (db) => {
    const told = await db
      .selectFrom('cases')
      .select(['id', 'crm_revision'])
      .where('crm_revision', '>', 0)
      .execute();
    const behind = told.filter(({ id, crm_revision }) => revisionOf(id) < crm_revision);
    for (const { id } of behind)
      await db
        .updateTable('cases')
        .set({ crm_revision: revisionOf(id) })
        .where('id', '=', id)
        .execute();
    return behind.map(({ id }) => id);
  });
}

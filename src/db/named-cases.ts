import { sql } from 'kysely';
import type { NameQuery } from '../app/ports/stores/case-store.ts';
import type { Case } from '../core/case/case.ts';
import type { Session } from './query.ts';
import { readAll } from './stores/read-document.ts';

/** Cases whose folded names hold one text of each list. The index alone is read until the page is known. */
export async function namedCases(
  session: Session,
  { parts, organisation, limit }: NameQuery,
): Promise<readonly Case[]> {
  const holds = parts.map(
    (any) =>
      sql`(${sql.join(
        any.map((text) => sql`names like ${`%${text.replace(/[%_\\]/g, '')}%`}`),
        sql` or `,
      )})`,
  );
  if (holds.length === 0) return [];
  const rows = await sql<{ document: string }>`
    with found as (
      select id, case when owner = ${organisation} or offered_to = ${organisation} then 0 else 1 end as foreign_case,
        active, created_at
      from cases where ${sql.join(holds, sql` and `)}
      order by foreign_case, active desc, created_at desc, id limit ${limit})
    select c.document from found f join cases c on c.id = f.id
    order by f.foreign_case, f.active desc, f.created_at desc, f.id`.execute(session.db);
  return readAll<Case>(rows.rows);
}

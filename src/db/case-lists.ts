import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { CaseQuery } from '../app/ports/stores/case-store.ts';
import type { Case } from '../core/case/case.ts';
import type { Schema } from './schema.ts';

/** Hours ahead that count as due soon. */
const SOON_HOURS = 24;

/**
 * The cases that an organisation has or is offered. Two searches, since no index serves an "or"; nobody is offered what
 * they own, so that no case comes twice. Only columns of the indexes, so that no case is read that is not on the page.
 */
function ofOrganisation({ organisation }: CaseQuery, which: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select id, urgent, due_at from cases where owner = ${organisation} and active = 1 and ${which}
    union all
    select id, urgent, due_at from cases where offered_to = ${organisation} and active = 1 and ${which}`;
}

/** The ids of a list, with what it is ordered by. */
function listed(query: CaseQuery): RawBuilder<unknown> {
  switch (query.filter) {
    case 'mine':
      return sql`select id, urgent, due_at from cases where assignee = ${query.person} and active = 1`;
    case 'office':
      return ofOrganisation(query, sql`1 = 1`);
    case 'due': {
      const soon = new Date(Date.parse(query.now) + SOON_HOURS * 3_600_000).toISOString();
      return ofOrganisation(query, sql`answered_at is null and due_at > ${query.now} and due_at <= ${soon}`);
    }
    case 'broken':
      return ofOrganisation(query, sql`answered_at is null and due_at <= ${query.now}`);
    case 'not-delivered':
      // From the few that were put aside, not from the many that the organisation has.
      return sql`
        select c.id, c.urgent, c.due_at
        from (select distinct case_id from outbox where parked_at is not null) p join cases c on c.id = p.case_id
        where c.active = 1 and (c.owner = ${query.organisation} or c.offered_to = ${query.organisation})`;
    default: {
      const never: never = query.filter;
      return never;
    }
  }
}

/** One page of a list of `sager`: urgent cases first, then by due time; and how many the whole list has. */
export async function listCases(
  db: Kysely<Schema>,
  query: CaseQuery,
): Promise<{ readonly cases: readonly Case[]; readonly total: number }> {
  const page = await sql<{ document: string }>`
    with page as (
      select id, urgent, due_at from (${listed(query)}) as l
      order by urgent desc, due_at, id limit ${query.limit} offset ${query.offset})
    select c.document from page p join cases c on c.id = p.id order by p.urgent desc, p.due_at, p.id`.execute(
    db,
  );
  const count = await sql<{ total: number }>`
    select count(*) as total from (${listed(query)}) as l`.execute(db);
  return {
    cases: page.rows.map(({ document }) => JSON.parse(document) as Case),
    total: Number(count.rows[0]?.total ?? 0),
  };
}

import { type RawBuilder, sql } from 'kysely';
import type { BoardCases, BoardQuery } from '../app/ports/stores/case-store.ts';
import { BOARD_LISTS, type BoardList } from '../core/board.ts';
import type { Case } from '../core/case/case.ts';
import { query, type Session } from './query.ts';
import { readAll } from './stores/read-document.ts';

interface BoardParams {
  readonly person: string;
  readonly organisation: string;
  readonly now: string;
  /** Empty: anybody's. */
  readonly assignee: string;
  /** A pattern for the list of needs: `%"financing"%`; `%` for any. */
  readonly areas: string;
  /** Empty: any. */
  readonly municipality: string;
}

/** The cases of one side of the board that pass the filters. A filter is a value, never a part of the query's text. */
function side(p: BoardParams, whose: RawBuilder<unknown>, place: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select id, urgent, due_at, case when answered_at is null and due_at <= ${p.now} then 'broken' else ${place} end as list
    from cases where ${whose} and active = 1
      and (cast(${p.assignee} as text) = '' or assignee = ${p.assignee})
      and (cast(${p.municipality} as text) = '' or case_municipality = ${p.municipality})
      and (cast(${p.areas} as text) = '%' or case_areas like ${p.areas})`;
}

/**
 * Every case of an organisation's board with its list. Whoever has asked about an offer waits for the other side. Two
 * searches, since no index serves an "or"; nobody is offered what they own, so no case comes twice.
 */
function listed(p: BoardParams): RawBuilder<unknown> {
  const linked = (kind: string) => sql`exists (
    select 1 from case_links l where l.kind = ${sql.lit(kind)} and l.who = ${p.organisation} and l.case_id = cases.id)`;
  return sql`
    ${side(
      p,
      sql`owner = ${p.organisation}`,
      sql`case when offered_to is not null then case when ${linked('question')} then 'with-us' else 'with-other' end
        when status = 'waiting-company' then 'with-company' else 'with-us' end`,
    )}
    union all
    ${side(
      p,
      sql`offered_to = ${p.organisation}`,
      sql`case when ${linked('asked')} then 'with-other' else 'with-us' end`,
    )}`;
}

interface PageParams extends BoardParams {
  /** Empty: every list. */
  readonly list: string;
  readonly limit: number;
  readonly offset: number;
}

const pageOf = (p: PageParams, list: BoardList) => sql`
  select * from (
    select id, list, urgent, due_at from b where list = ${sql.lit(list)} and (cast(${p.list} as text) = '' or list = ${p.list})
    order by urgent desc, due_at, id limit ${p.limit} offset ${p.offset}) as one`;

/** One look at an office's cases for all lists and their totals: a filter reads each document that is looked at. */
const PAGE = query(
  (_, p: PageParams) => sql<{ document: string; list: BoardList; total: number }>`
    with b as materialized (${listed(p)}),
    page as (${sql.join(
      BOARD_LISTS.map((list) => pageOf(p, list)),
      sql` union all `,
    )}),
    totals as (select list, count(*) as total from b group by list)
    select c.document, p.list, t.total from page p
    join totals t on t.list = p.list join cases c on c.id = p.id order by p.urgent desc, p.due_at, p.id`,
);

/** A page of each list of a board; lists without a case on it are left out. */
export async function boardPages(
  session: Session,
  { person, organisation, now, mine, area, municipality, list, limit, offset }: BoardQuery,
): Promise<ReadonlyMap<BoardList, BoardCases>> {
  const rows = await session.all(PAGE, {
    person,
    organisation,
    now,
    assignee: mine === true ? person : '',
    areas: area === undefined ? '%' : `%"${area}"%`,
    municipality: municipality ?? '',
    list: list ?? '',
    limit,
    offset,
  });
  return new Map(
    [...Map.groupBy(rows, (row) => row.list)].map(([name, own]) => [
      name,
      { total: Number(own[0]?.total ?? 0), cases: readAll<Case>(own) },
    ]),
  );
}

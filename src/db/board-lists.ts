import { type RawBuilder, sql } from 'kysely';
import type { BoardQuery } from '../app/ports/stores/case-store.ts';
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
  readonly list: BoardList;
  readonly limit: number;
  readonly offset: number;
}

const PAGE = query(
  (_, p: PageParams) => sql<{ document: string }>`
    with page as (
      select id, urgent, due_at from (${listed(p)}) as b where list = ${p.list}
      order by urgent desc, due_at, id limit ${p.limit} offset ${p.offset})
    select c.document from page p join cases c on c.id = p.id order by p.urgent desc, p.due_at, p.id`,
);
const TOTALS = query(
  (_, p: BoardParams) => sql<{ list: BoardList; total: number }>`
    select list, count(*) as total from (${listed(p)}) as b group by list`,
);

type Filtered = Omit<BoardQuery, 'list' | 'limit' | 'offset'>;

function paramsOf({ person, organisation, now, mine, area, municipality }: Filtered): BoardParams {
  return {
    person,
    organisation,
    now,
    assignee: mine === true ? person : '',
    areas: area === undefined ? '%' : `%"${area}"%`,
    municipality: municipality ?? '',
  };
}

/** One page of a board's list. */
export async function boardPage(session: Session, wanted: BoardQuery): Promise<readonly Case[]> {
  const { list, limit, offset } = wanted;
  return readAll<Case>(await session.all(PAGE, { ...paramsOf(wanted), list, limit, offset }));
}

/** How many cases each list of a board has. */
export async function boardTotals(
  session: Session,
  wanted: Filtered,
): Promise<Readonly<Record<BoardList, number>>> {
  const found = await session.all(TOTALS, paramsOf(wanted));
  const totals = new Map(found.map(({ list, total }) => [list, Number(total)]));
  return Object.fromEntries(BOARD_LISTS.map((list) => [list, totals.get(list) ?? 0])) as Readonly<
    Record<BoardList, number>
  >;
}

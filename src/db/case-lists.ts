import { type RawBuilder, sql } from 'kysely';
import type { CaseQuery } from '../app/ports/stores/case-store.ts';
import type { Case } from '../core/case/case.ts';
import type { CaseFilter } from '../core/command.ts';
import { query, type Session } from './query.ts';
import { readAll } from './stores/read-document.ts';

/** Hours ahead that count as due soon. */
const SOON_HOURS = 24;

interface ListParams {
  readonly person: string;
  readonly organisation: string;
  readonly now: string;
  readonly soon: string;
  readonly limit: number;
  readonly offset: number;
}

/**
 * The cases that an organisation has or is offered. Two searches, since no index serves an "or"; nobody is offered what
 * they own, so no case comes twice. Only columns of the indexes, so no case is read that is not on the page.
 */
function ofOrganisation({ organisation }: ListParams, which: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select id, urgent, due_at from cases where owner = ${organisation} and active = 1 and ${which}
    union all
    select id, urgent, due_at from cases where offered_to = ${organisation} and active = 1 and ${which}`;
}

/** The ids of each list, with what it is ordered by. */
const LISTED: Readonly<Record<CaseFilter, (params: ListParams) => RawBuilder<unknown>>> = {
  mine: (p) => sql`select id, urgent, due_at from cases where assignee = ${p.person} and active = 1`,
  office: (p) => ofOrganisation(p, sql`1 = 1`),
  urgent: (p) => ofOrganisation(p, sql`answered_at is null and (urgent = 1 or due_at <= ${p.soon})`),
  due: (p) => ofOrganisation(p, sql`answered_at is null and due_at > ${p.now} and due_at <= ${p.soon}`),
  broken: (p) => ofOrganisation(p, sql`answered_at is null and due_at <= ${p.now}`),
  sent: (p) => sql`
    select id, urgent, due_at from cases where owner = ${p.organisation} and active = 1 and offered_to is not null`,
  // From the few that were parked, not from the many that the organisation has.
  'not-delivered': (p) => sql`
    select c.id, c.urgent, c.due_at
    from (select distinct case_id from outbox where parked_at is not null) p join cases c on c.id = p.case_id
    where c.active = 1 and (c.owner = ${p.organisation} or c.offered_to = ${p.organisation})`,
};

const pageOf = (filter: CaseFilter) =>
  query(
    (_, p: ListParams) => sql<{ document: string }>`
      with page as (
        select id, urgent, due_at from (${LISTED[filter](p)}) as l
        order by urgent desc, due_at, id limit ${p.limit} offset ${p.offset})
      select c.document from page p join cases c on c.id = p.id order by p.urgent desc, p.due_at, p.id`,
  );
const totalOf = (filter: CaseFilter) =>
  query(
    (_, p: ListParams) => sql<{ total: number }>`select count(*) as total from (${LISTED[filter](p)}) as l`,
  );

const PAGES = {
  mine: pageOf('mine'),
  office: pageOf('office'),
  urgent: pageOf('urgent'),
  due: pageOf('due'),
  broken: pageOf('broken'),
  sent: pageOf('sent'),
  'not-delivered': pageOf('not-delivered'),
};
const TOTALS = {
  mine: totalOf('mine'),
  office: totalOf('office'),
  urgent: totalOf('urgent'),
  due: totalOf('due'),
  broken: totalOf('broken'),
  sent: totalOf('sent'),
  'not-delivered': totalOf('not-delivered'),
};

/** One page of a list of `sager`: urgent cases first, then by due time; and how many the whole list has. */
export async function listCases(
  session: Session,
  { filter, ...wanted }: CaseQuery,
): Promise<{ readonly cases: readonly Case[]; readonly total: number }> {
  const soon = new Date(Date.parse(wanted.now) + SOON_HOURS * 3_600_000).toISOString();
  const params = { ...wanted, soon };
  const page = await session.all(PAGES[filter], params);
  const total = await session.first(TOTALS[filter], params);
  return { cases: readAll<Case>(page), total: Number(total?.total ?? 0) };
}

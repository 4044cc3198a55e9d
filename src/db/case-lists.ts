import { type RawBuilder, sql } from 'kysely';
import type { CaseQuery } from '../app/ports/stores/case-store.ts';
import type { Case } from '../core/case/case.ts';
import { CASE_FILTERS, type CaseFilter } from '../core/command.ts';
import { query, type Session } from './query.ts';
import { readAll } from './stores/read-document.ts';

/** Hours ahead that count as due soon. */
const SOON_HOURS = 24;
/** Days for which a case that has ended stays among what somebody sent. */
const ENDED_DAYS = 30;

interface ListParams {
  readonly person: string;
  readonly organisation: string;
  readonly now: string;
  readonly soon: string;
  /** Cases that ended before are no longer listed among what somebody sent. */
  readonly recent: string;
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

/** The cases that a link of a kind leads to from somebody. `due_at` is when what the link is about is due. */
function linked(kind: string, who: string): RawBuilder<unknown> {
  return sql`
    select c.id, c.urgent, c.due_at, c.active, c.closed_at, c.answered_at, c.erased, l.at from case_links l
    join cases c on c.id = l.case_id where l.kind = ${kind} and l.who = ${who}`;
}

/**
 * What waits for an organisation: offers to it unless it has asked first, questions to it, cases that nobody has taken,
 * calls that are due, and follow-ups it is asked for. A case that waits for two reasons stands once, by the earlier.
 */
function waitingFor({ organisation, soon }: ListParams): RawBuilder<unknown> {
  return sql`
    select id, max(urgent) as urgent, min(due_at) as due_at from (
      select id, urgent, due_at from cases where offered_to = ${organisation} and active = 1
        and id not in (select case_id from case_links where kind = 'asked' and who = ${organisation})
      union all
      select id, urgent, due_at from cases
        where owner = ${organisation} and active = 1 and assignee is null and offered_to is null and answered_at is null
      union all
      select id, urgent, due_at from (${linked('question', organisation)}) as q where active = 1
      union all
      select id, urgent, at as due_at from (${linked('call', organisation)}) as t
        where active = 1 and at <= ${soon} and (answered_at is null or answered_at < at)
      union all
      select id, 0 as urgent, at as due_at from (${linked('follow-up', organisation)}) as f where erased = 0
    ) as w group by id`;
}

/** The ids of each list, with what it is ordered by. */
const LISTED: Readonly<Record<CaseFilter, (params: ListParams) => RawBuilder<unknown>>> = {
  inbox: waitingFor,
  // Running cases first; those that have ended stay a while, so that the sender sees what became of them.
  referrals: (p) => sql`
    select id, active as urgent, due_at from (${linked('sent', p.person)}) as s
    where active = 1 or closed_at >= ${p.recent}`,
  mine: (p) => sql`select id, urgent, due_at from cases where assignee = ${p.person} and active = 1`,
  office: (p) => ofOrganisation(p, sql`1 = 1`),
  urgent: (p) => ofOrganisation(p, sql`answered_at is null and (urgent = 1 or due_at <= ${p.soon})`),
  due: (p) => ofOrganisation(p, sql`answered_at is null and due_at > ${p.now} and due_at <= ${p.soon}`),
  broken: (p) => ofOrganisation(p, sql`answered_at is null and due_at <= ${p.now}`),
  sent: (p) => sql`
    select id, urgent, due_at from cases where owner = ${p.organisation} and active = 1 and offered_to is not null`,
  'follow-up': (p) => sql`
    select id, 0 as urgent, follow_up_on as due_at from cases where follow_up_for = ${p.organisation}`,
  tasks: (p) => sql`
    select id, urgent, task_due as due_at from cases where task_for = ${p.organisation}`,
  // From the few that were parked, not from the many that the organisation has.
  'not-delivered': (p) => sql`
    select c.id, c.urgent, c.due_at
    from (select distinct case_id from outbox where parked_at is not null) p join cases c on c.id = p.case_id
    where c.active = 1 and (c.owner = ${p.organisation} or c.offered_to = ${p.organisation})`,
  // Ended cases too: the CRM is to have them all.
  'not-in-crm': (p) => sql`
    select id, urgent, due_at from cases where owner = ${p.organisation} and crm_revision < revision`,
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

const ofEach = <Of>(of: (filter: CaseFilter) => Of) =>
  Object.fromEntries(CASE_FILTERS.map((filter) => [filter, of(filter)])) as Readonly<Record<CaseFilter, Of>>;
const PAGES = ofEach(pageOf);
const TOTALS = ofEach(totalOf);

/** One page of a list of `sager`: urgent cases first, then by due time; and how many the whole list has. */
export async function listCases(
  session: Session,
  { filter, ...wanted }: CaseQuery,
): Promise<{ readonly cases: readonly Case[]; readonly total: number }> {
  const soon = new Date(Date.parse(wanted.now) + SOON_HOURS * 3_600_000).toISOString();
  const recent = new Date(Date.parse(wanted.now) - ENDED_DAYS * 24 * 3_600_000).toISOString();
  const params = { ...wanted, soon, recent };
  const page = await session.all(PAGES[filter], params);
  const total = await session.first(TOTALS[filter], params);
  return { cases: readAll<Case>(page), total: Number(total?.total ?? 0) };
}

import { sql } from 'kysely';
import type { CaseStore } from '../../app/ports/stores/case-store.ts';
import type { Case } from '../../core/case/case.ts';
import { isActive, openHandover } from '../../core/case/derived.ts';
import { boardPages } from '../board-lists.ts';
import { listCases } from '../case-lists.ts';
import { namedCases } from '../named-cases.ts';
import { columns, query, type Session } from '../query.ts';
import { read, readAll } from './read-document.ts';

function rowOf(kase: Case, nextStepAt: string | null) {
  return {
    id: kase.id,
    draft_id: kase.draftId,
    revision: kase.revision,
    status: kase.status,
    active: Number(isActive(kase)),
    owner: kase.owner as string,
    offered_to: (openHandover(kase)?.to ?? null) as string | null,
    assignee: kase.assignee?.person ?? null,
    cvr: kase.values.cvr ?? null,
    due_at: kase.promise.dueAt,
    answered_at: kase.promise.answeredAt,
    urgent: Number(kase.priority === 'urgent'),
    created_at: kase.createdAt,
    closed_at: kase.closedAt,
    erased: Number(kase.erasedAt !== null),
    next_step_at: nextStepAt,
    document: JSON.stringify(kase),
  };
}

type CaseRow = ReturnType<typeof rowOf>;
const CHANGED = [
  'revision',
  'status',
  'active',
  'owner',
  'offered_to',
  'assignee',
  'cvr',
  'due_at',
  'answered_at',
  'urgent',
  'created_at',
  'closed_at',
  'erased',
  'next_step_at',
  'document',
] as const;

const BY_ID = query((db, p: { id: string }) =>
  db.selectFrom('cases').select('document').where('id', '=', p.id),
);
const INSERT = query((db, p: CaseRow) =>
  db.insertInto('cases').values(columns(p, ['id', 'draft_id', ...CHANGED])),
);
const UPDATE = query((db, p: CaseRow & { expected: number }) =>
  db.updateTable('cases').set(columns(p, CHANGED)).where('id', '=', p.id).where('revision', '=', p.expected),
);
const STEP_DUE = query((db, p: { now: string; limit: number }) =>
  db
    .selectFrom('cases')
    .select('id')
    .where('next_step_at', 'is not', null)
    .where('next_step_at', '<=', p.now)
    .orderBy('next_step_at')
    .limit(p.limit),
);
const FOLLOW_UPS_WITHOUT_STEP = query(
  (_, p: { limit: number }) => sql<{ id: string }>`
    select id from cases where follow_up_for is not null and next_step_at is null
      and document not like '%"follow-up-late:%' order by id limit ${p.limit}`,
);
const SAVE_NEXT_STEP = query((db, p: { id: string; nextStepAt: string }) =>
  db.updateTable('cases').set({ next_step_at: p.nextStepAt }).where('id', '=', p.id),
);
const OF_COMPANY = query((db, p: { cvr: string }) =>
  db.selectFrom('cases').select('document').where('cvr', '=', p.cvr).orderBy('created_at', 'desc'),
);
/** Documents are parsed only where the municipality may be the one; the caller of the query looks closer. */
const IN_MUNICIPALITY = query(
  (
    db,
    p: {
      readonly named: string;
      readonly since: string;
      readonly after: string;
      readonly limit: number;
    },
  ) =>
    db
      .selectFrom('cases')
      .select('document')
      .where('document', 'like', p.named)
      .where('created_at', '>=', p.since)
      .where('erased', '=', 0)
      .where('id', '>', p.after)
      .orderBy('id')
      .limit(p.limit),
);
const RUNNING = query((db, p: { cvr: string }) =>
  db
    .selectFrom('cases')
    .select('document')
    .where('cvr', '=', p.cvr)
    .where('active', '=', 1)
    .orderBy('created_at', 'desc'),
);

interface EndedPage {
  readonly instant: string;
  readonly after: string;
  readonly limit: number;
}

/** Materialised, to select by closing date first: ordered by id, every case that ever was would be scanned. */
const ENDED = query(
  (_, p: EndedPage) => sql<{ id: string }>`
    with ended as materialized (select id from cases where erased = 0 and closed_at < ${p.instant})
    select id from ended where id > ${p.after} order by id limit ${p.limit}`,
);
const ENDED_WITHOUT_CVR = query(
  (_, p: EndedPage) => sql<{ id: string }>`
    with ended as materialized (
      select id from cases where erased = 0 and closed_at < ${p.instant} and cvr is null)
    select id from ended where id > ${p.after} order by id limit ${p.limit}`,
);
const UNSEEN = query(
  (_, p: { after: string; scan: number }) => sql<{ id: string; lacks_card: unknown; lacks_crm: unknown }>`
    with looked_at as (
      select id, active, revision, crm_revision, coalesce(offered_to, owner) as waiting from cases
      where (active = 1 or crm_revision < revision) and id > ${p.after} order by id limit ${p.scan}),
    under_way as (
      select case_id, lane_kind = 'crm' as crm, parked_at is not null as parked from outbox)
    select c.id, c.active = 1
        and not exists (select 1 from posts p where p.case_id = c.id and p.organisation = c.waiting)
        and not exists (select 1 from under_way u where u.case_id = c.id and not u.crm and not u.parked)
        and (exists (select 1 from bindings b where b.organisation = c.waiting)
          or not exists (select 1 from under_way u where u.case_id = c.id and not u.crm)) as lacks_card,
      c.crm_revision < c.revision
        and not exists (select 1 from under_way u where u.case_id = c.id and u.crm and not u.parked) as lacks_crm
    from looked_at c order by c.id`,
);
const WITHOUT_THEIR_ASSIGNEE = query(
  (_, p: { limit: number }) => sql<{ document: string }>`
    select document from cases c where active = 1 and assignee is not null and not exists (
      select 1 from memberships m where m.organisation = c.owner and m.person = c.assignee)
    order by id limit ${p.limit}`,
);
const OWNERS = query((db) => db.selectFrom('cases').select('owner').distinct().where('active', '=', 1));
const OF_OWNER = query((db, p: { owner: string; limit: number }) =>
  db
    .selectFrom('cases')
    .select('document')
    .where('owner', '=', p.owner)
    .where('active', '=', 1)
    .limit(p.limit),
);
const OFFERED_TO = query((db, p: { organisation: string }) =>
  db.selectFrom('cases').select('document').where('offered_to', '=', p.organisation).where('active', '=', 1),
);
const PAGE = query((db, p: { after: string; limit: number }) =>
  db.selectFrom('cases').select('document').where('id', '>', p.after).orderBy('id').limit(p.limit),
);
const CRM_REVISION = query((db, p: { id: string }) =>
  db.selectFrom('cases').select('crm_revision').where('id', '=', p.id),
);
const ID_IN_CRM = query((db, p: { crmId: string }) =>
  db.selectFrom('cases').select('id').where('crm_id', '=', p.crmId),
);
/** From `embedded-` up to the sign after the hyphen. */
const IN_EMBEDDED_CRM = query((db) =>
  db
    .selectFrom('cases')
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .where('crm_id', '>=', 'embedded-')
    .where('crm_id', '<', 'embedded.'),
);
const CURRENT_IN_CRM = query((db, p: { after: string; last: string }) =>
  db
    .selectFrom('cases')
    .select('id')
    .where('id', '>', p.after)
    .where('id', '<=', p.last)
    .whereRef('crm_revision', '>=', 'revision'),
);
const IN_CRM = query(
  () => sql<{ whole: number; behind: number }>`
    select (select count(*) from cases) as whole, (select count(*) from cases where crm_revision < revision) as behind`,
);
const SAVE_CRM_REVISION = query((db, p: { id: string; revision: number; crmId: string }) =>
  db
    .updateTable('cases')
    .set({ crm_revision: p.revision, crm_id: p.crmId })
    .where('id', '=', p.id)
    // The same revision in another CRM: the cases have been moved there.
    .where('crm_revision', '<=', p.revision),
);

const idOf = ({ id }: { readonly id: string }): string => id;

export function caseStore(session: Session): CaseStore {
  return {
    get: async (id) => read<Case>(await session.first(BY_ID, { id })),
    async insert(kase, nextStepAt) {
      await session.change(INSERT, rowOf(kase, nextStepAt));
    },
    update: async (kase, expected, nextStepAt) =>
      (await session.change(UPDATE, { ...rowOf(kase, nextStepAt), expected })) === 1,
    withStepDue: async (now, limit) => (await session.all(STEP_DUE, { now, limit })).map(idOf),
    followUpsWithoutStep: async (limit) => (await session.all(FOLLOW_UPS_WITHOUT_STEP, { limit })).map(idOf),
    async saveNextStep(id, nextStepAt) {
      await session.change(SAVE_NEXT_STEP, { id, nextStepAt });
    },
    running: async (cvr) => readAll<Case>(await session.all(RUNNING, { cvr })),
    ofCompany: async (cvr) => readAll<Case>(await session.all(OF_COMPANY, { cvr })),
    endedBefore: async (instant, { after, limit, withoutCvr = false }) =>
      (await session.all(withoutCvr ? ENDED_WITHOUT_CVR : ENDED, { instant, after, limit })).map(idOf),
    async unseen(after, scan) {
      const rows = await session.all(UNSEEN, { after, scan });
      return {
        found: rows.flatMap(({ id, lacks_card, lacks_crm }) => [
          ...(lacks_card ? [{ caseId: id, lacks: 'card' as const }] : []),
          ...(lacks_crm ? [{ caseId: id, lacks: 'crm' as const }] : []),
        ]),
        next: rows.length < scan ? null : (rows.at(-1)?.id ?? null),
      };
    },
    withoutTheirAssignee: async (limit) =>
      readAll<Case>(await session.all(WITHOUT_THEIR_ASSIGNEE, { limit })),
    owners: async () => (await session.all(OWNERS, {})).map(({ owner }) => owner),
    ofOwner: async (owner, limit) => readAll<Case>(await session.all(OF_OWNER, { owner, limit })),
    offeredTo: async (organisation) => readAll<Case>(await session.all(OFFERED_TO, { organisation })),
    page: async (after, limit) => readAll<Case>(await session.all(PAGE, { after, limit })),
    inMunicipality: async (municipality, since, page) =>
      readAll<Case>(
        await session.all(IN_MUNICIPALITY, {
          named: `%"municipality":"${municipality}"%`,
          since,
          ...page,
        }),
      ),
    crmRevision: async (id) => (await session.first(CRM_REVISION, { id }))?.crm_revision ?? 0,
    inEmbeddedCrm: async () => Number((await session.first(IN_EMBEDDED_CRM, {}))?.count ?? 0),
    idInCrm: async (crmId) => (await session.first(ID_IN_CRM, { crmId }))?.id ?? null,
    async inCrm() {
      const counted = await session.first(IN_CRM, {});
      const behind = Number(counted?.behind ?? 0);
      return { current: Number(counted?.whole ?? 0) - behind, behind };
    },
    currentInCrm: async (after, last) => (await session.all(CURRENT_IN_CRM, { after, last })).map(idOf),
    async saveCrmRevision(id, revision, crmId) {
      await session.change(SAVE_CRM_REVISION, { id, revision, crmId });
    },
    named: (wanted) => namedCases(session, wanted),
    list: (wanted) => listCases(session, wanted),
    board: (wanted) => boardPages(session, wanted),
  };
}

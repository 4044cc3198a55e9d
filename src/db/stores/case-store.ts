import { sql, type Transaction } from 'kysely';
import type { CaseStore } from '../../app/ports/stores/case-store.ts';
import type { Case } from '../../core/case/case.ts';
import { isActive, openHandover } from '../../core/case/derived.ts';
import { listCases } from '../case-lists.ts';
import type { Schema } from '../schema.ts';
import { read } from './read-document.ts';

function caseColumns(kase: Case, nextStepAt: string | null) {
  return {
    revision: kase.revision,
    status: kase.status,
    active: Number(isActive(kase)),
    owner: kase.owner,
    offered_to: openHandover(kase)?.to ?? null,
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

export function caseStore(db: Transaction<Schema>): CaseStore {
  return {
    async get(id) {
      const row = await db.selectFrom('cases').select('document').where('id', '=', id).executeTakeFirst();
      return row && read<Case>(row.document);
    },
    async insert(kase, nextStepAt) {
      await db
        .insertInto('cases')
        .values({ id: kase.id, draft_id: kase.draftId, ...caseColumns(kase, nextStepAt) })
        .execute();
    },
    async update(kase, expected, nextStepAt) {
      const done = await db
        .updateTable('cases')
        .set(caseColumns(kase, nextStepAt))
        .where('id', '=', kase.id)
        .where('revision', '=', expected)
        .executeTakeFirst();
      return done.numUpdatedRows === 1n;
    },
    async withStepDue(now, limit) {
      const rows = await db
        .selectFrom('cases')
        .select('id')
        .where('next_step_at', 'is not', null)
        .where('next_step_at', '<=', now)
        .orderBy('next_step_at')
        .limit(limit)
        .execute();
      return rows.map(({ id }) => id);
    },
    async running(cvr) {
      const rows = await db
        .selectFrom('cases')
        .select('document')
        .where('cvr', '=', cvr)
        .where('active', '=', 1)
        .orderBy('created_at', 'desc')
        .execute();
      return rows.map((row) => read<Case>(row.document));
    },
    async ofCompany(cvr) {
      const rows = await db
        .selectFrom('cases')
        .select('document')
        .where('cvr', '=', cvr)
        .orderBy('created_at', 'desc')
        .execute();
      return rows.map((row) => read<Case>(row.document));
    },
    async endedBefore(instant, { after, limit, withoutCvr }) {
      // Found by when they ended, which few are: by their order, every case there ever was would be looked at.
      const { rows } = await sql<{ id: string }>`
        with ended as materialized (
          select id, cvr from cases where erased = 0 and closed_at < ${instant})
        select id from ended where id > ${after} and (${Number(withoutCvr === true)} = 0 or cvr is null)
        order by id limit ${limit}`.execute(db);
      return rows.map(({ id }) => id);
    },
    async unseen(after, scan) {
      const looked = await sql<{ id: string; lacks_card: number; lacks_crm: number }>`
        with some as (
          select id, active, revision, crm_revision, coalesce(offered_to, owner) as waiting from cases
          where (active = 1 or crm_revision < revision) and id > ${after} order by id limit ${scan}),
        under_way as (
          select case_id, lane >= 'crm/' and lane < 'crm0' as crm, parked_at is not null as parked from outbox)
        select c.id, c.active = 1
            and not exists (select 1 from posts p where p.case_id = c.id and p.organisation = c.waiting)
            and not exists (select 1 from under_way u where u.case_id = c.id and not u.crm and not u.parked)
            and (exists (select 1 from bindings b where b.organisation = c.waiting)
              or not exists (select 1 from under_way u where u.case_id = c.id and not u.crm)) as lacks_card,
          c.crm_revision < c.revision
            and not exists (select 1 from under_way u where u.case_id = c.id and u.crm and not u.parked) as lacks_crm
        from some c order by c.id`.execute(db);
      const { rows } = looked;
      return {
        found: rows.flatMap(({ id, lacks_card, lacks_crm }) => [
          ...(lacks_card ? [{ caseId: id, lacks: 'card' as const }] : []),
          ...(lacks_crm ? [{ caseId: id, lacks: 'crm' as const }] : []),
        ]),
        next: rows.length < scan ? null : (rows.at(-1)?.id ?? null),
      };
    },
    async withoutTheirAssignee(limit) {
      const { rows } = await sql<{ document: string }>`
        select document from cases c where active = 1 and assignee is not null and not exists (
          select 1 from memberships m where m.organisation = c.owner and m.person = c.assignee)
        order by id limit ${limit}`.execute(db);
      return rows.map((row) => read<Case>(row.document));
    },
    async owners() {
      const rows = await db.selectFrom('cases').select('owner').distinct().where('active', '=', 1).execute();
      return rows.map(({ owner }) => owner);
    },
    async ofOwner(owner, limit) {
      const rows = await db
        .selectFrom('cases')
        .select('document')
        .where('owner', '=', owner)
        .where('active', '=', 1)
        .limit(limit)
        .execute();
      return rows.map((row) => read<Case>(row.document));
    },
    async offeredTo(organisation) {
      const rows = await db
        .selectFrom('cases')
        .select('document')
        .where('offered_to', '=', organisation)
        .where('active', '=', 1)
        .execute();
      return rows.map((row) => read<Case>(row.document));
    },
    async page(after, limit) {
      const rows = await db
        .selectFrom('cases')
        .select('document')
        .where('id', '>', after)
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map((row) => read<Case>(row.document));
    },
    async crmRevision(id) {
      const row = await db.selectFrom('cases').select('crm_revision').where('id', '=', id).executeTakeFirst();
      return row?.crm_revision ?? 0;
    },
    async saveCrmRevision(id, revision, crmId) {
      await db
        .updateTable('cases')
        .set({ crm_revision: revision, crm_id: crmId })
        .where('id', '=', id)
        .where('crm_revision', '<', revision)
        .execute();
    },
    list: (query) => listCases(db, query),
  };
}

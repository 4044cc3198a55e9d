import { sql, type Transaction } from 'kysely';
import type { NewErasure } from '../app/erasure.ts';
import { type Conversation, isSameConversation, type PostedCard, type Stores } from '../app/ports.ts';
import type { Case } from '../core/case/case.ts';
import type { Effect } from '../core/case/effects.ts';
import type { HistoryEntry } from '../core/case/events.ts';
import { isActive, openHandover } from '../core/case/state.ts';
import type { Draft } from '../core/intake/draft.ts';
import type { OrganisationId } from '../core/organisation.ts';
import type { Person } from '../core/person.ts';
import { recipientOf } from '../core/promise/gather-notices.ts';
import type { Area, Language } from '../core/vocabulary.ts';
import { listCases } from './case-lists.ts';
import { type LaneKind, laneOf } from './lanes.ts';
import type { Schema } from './schema.ts';

/** Documents are written by this code only, so they are read back as what was written. */
function read<T>(document: string): T {
  return JSON.parse(document) as T;
}

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

function draftColumns(draft: Draft) {
  return {
    person: draft.person,
    state: draft.state,
    cvr: draft.values.cvr ?? null,
    updated_at: draft.updatedAt,
    revision: draft.revision,
    document: JSON.stringify(draft),
  };
}

function postOf(row: Schema['posts']): PostedCard {
  return {
    id: row.id,
    caseId: row.case_id,
    card: row.card,
    organisation: row.organisation as OrganisationId | null,
    person: row.person,
    conversation: read<Conversation>(row.conversation),
    messageId: row.message_id,
    shownRevision: row.shown_revision,
  };
}

function isTell(effect: Effect): effect is Extract<Effect, { kind: 'tell.person' | 'tell.organisation' }> {
  return effect.kind === 'tell.person' || effect.kind === 'tell.organisation';
}

/** The code of a row that may have arrived. */
const UNCERTAIN = 'uncertain';

/** What a row waits for: the case's records, the case's cards, or, a notice, nothing. */
function laneKind(effect: Effect): LaneKind {
  switch (effect.kind) {
    case 'crm.save':
      return 'crm';
    case 'card.post':
    case 'card.refresh':
      return 'cards';
    case 'tell.person':
    case 'tell.organisation':
    case 'notice.person':
    case 'notice.coordinators':
      return 'notice';
    default: {
      const never: never = effect;
      return never;
    }
  }
}

/** What the stores need beside their transaction. */
export interface StoreTools {
  /** Names outbox rows. */
  readonly newId: () => string;
  /** The transaction has put something into the outbox. */
  readonly outboxed: () => void;
  /** The transaction has erased something, which the journal must hold before it commits. */
  readonly erased: (id: string, erasure: NewErasure) => void;
}

/** The stores of ports.ts over one transaction. */
export function storesOf(db: Transaction<Schema>, { newId, outboxed, erased }: StoreTools): Stores {
  const caseBy = async (column: 'id' | 'draft_id', value: string) => {
    const row = await db.selectFrom('cases').select('document').where(column, '=', value).executeTakeFirst();
    return row && read<Case>(row.document);
  };
  const people = async (query: { document: string }[]) => query.map((row) => read<Person>(row.document));
  // Read several times a turn; in one transaction nobody else changes them.
  const preferences = new Map<string, Schema['preferences'] | undefined>();
  const preference = async (person: string) => {
    if (!preferences.has(person)) {
      preferences.set(
        person,
        await db.selectFrom('preferences').selectAll().where('person', '=', person).executeTakeFirst(),
      );
    }
    return preferences.get(person);
  };
  const prefer = async (person: string, set: Partial<Schema['preferences']>) => {
    preferences.delete(person);
    await db
      .insertInto('preferences')
      .values({ person, language: null, acting_as: null, conversation: null, ...set })
      .onConflict((conflict) => conflict.column('person').doUpdateSet(set))
      .execute();
  };

  return {
    inbox: {
      async record(deliveryId, at) {
        const done = await db
          .insertInto('inbox')
          .values({ delivery_id: deliveryId, at })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
      },
      async forgetBefore(instant) {
        const done = await db.deleteFrom('inbox').where('at', '<', instant).executeTakeFirst();
        return Number(done.numDeletedRows);
      },
    },

    drafts: {
      async active(person) {
        const row = await db
          .selectFrom('drafts')
          .select('document')
          .where('person', '=', person)
          .where('state', '=', 'active')
          .orderBy('updated_at', 'desc')
          .limit(1)
          .executeTakeFirst();
        return row && read<Draft>(row.document);
      },
      async get(id) {
        const row = await db.selectFrom('drafts').select('document').where('id', '=', id).executeTakeFirst();
        return row && read<Draft>(row.document);
      },
      async insert(draft) {
        await db
          .insertInto('drafts')
          .values({ id: draft.id, ...draftColumns(draft) })
          .execute();
      },
      async update(draft, expected) {
        const done = await db
          .updateTable('drafts')
          .set(draftColumns(draft))
          .where('id', '=', draft.id)
          .where('revision', '=', expected)
          .executeTakeFirst();
        return done.numUpdatedRows === 1n;
      },
      async idleSince(instant, limit) {
        const rows = await db
          .selectFrom('drafts')
          .select('id')
          .where('state', '=', 'active')
          .where('updated_at', '<', instant)
          .limit(limit)
          .execute();
        return rows.map(({ id }) => id);
      },
      async deleteEndedBefore(instant) {
        const done = await db
          .deleteFrom('drafts')
          .where('state', '!=', 'active')
          .where('updated_at', '<', instant)
          .executeTakeFirst();
        return Number(done.numDeletedRows);
      },
      async deleteOfCompany(cvr) {
        const done = await db.deleteFrom('drafts').where('cvr', '=', cvr).executeTakeFirst();
        return Number(done.numDeletedRows);
      },
      async delete(id) {
        await db.deleteFrom('drafts').where('id', '=', id).execute();
      },
      async ofCompany(cvr) {
        const rows = await db.selectFrom('drafts').select('document').where('cvr', '=', cvr).execute();
        return rows.map((row) => read<Draft>(row.document));
      },
      async page(after, limit) {
        const rows = await db
          .selectFrom('drafts')
          .select('document')
          .where('id', '>', after)
          .orderBy('id')
          .limit(limit)
          .execute();
        return rows.map((row) => read<Draft>(row.document));
      },
    },

    cases: {
      get: (id) => caseBy('id', id),
      byDraft: (draftId) => caseBy('draft_id', draftId),
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
        const rows = await db
          .selectFrom('cases')
          .select('owner')
          .distinct()
          .where('active', '=', 1)
          .execute();
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
        const row = await db
          .selectFrom('cases')
          .select('crm_revision')
          .where('id', '=', id)
          .executeTakeFirst();
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
    },

    history: {
      async append(entries) {
        if (entries.length === 0) return;
        await db
          .insertInto('history')
          .values(
            entries.map((entry) => ({
              case_id: entry.caseId,
              sequence: entry.sequence,
              at: entry.at,
              document: JSON.stringify(entry),
            })),
          )
          .execute();
      },
      async of(caseId) {
        const rows = await db
          .selectFrom('history')
          .select('document')
          .where('case_id', '=', caseId)
          .orderBy('sequence')
          .execute();
        return rows.map((row) => read<HistoryEntry>(row.document));
      },
    },

    outbox: {
      async add(about, effects, at) {
        if (effects.length === 0) return;
        outboxed();
        await db
          .insertInto('outbox')
          .values(
            effects.map((effect) => {
              const id = newId();
              const lane = laneKind(effect);
              return {
                id,
                case_id: about,
                // A notice that waits for office hours must not hold up the cards behind it.
                lane: laneOf(lane, lane === 'notice' ? id : about),
                effect: JSON.stringify(effect),
                created_at: at,
                ready_at: ('notBefore' in effect ? effect.notBefore : undefined) ?? at,
              };
            }),
          )
          .execute();
      },
      async supersede(caseId, by) {
        const rows = await sql<{ id: string; effect: string }>`
          select id, effect from outbox
          where case_id = ${caseId} and lane >= 'notice/' and lane < 'notice0'
            and parked_at is null and leased_by is null`.execute(db);
        const told = by.flatMap((effect) => (isTell(effect) ? [recipientOf(effect)] : []));
        const needless = rows.rows.filter((row) => {
          const effect = read<Effect>(row.effect);
          // Only the clock's notices wait for office hours; what people did is always told.
          return isTell(effect) && effect.notBefore !== undefined && told.includes(recipientOf(effect));
        });
        for (const { id } of needless) await db.deleteFrom('outbox').where('id', '=', id).execute();
      },
      async uncertain(caseId) {
        const rows = await db
          .selectFrom('outbox')
          .select(['id', 'effect'])
          .where('case_id', '=', caseId)
          .where('parked_at', 'is not', null)
          .where('code', '=', UNCERTAIN)
          .execute();
        return rows.map((row) => ({ id: row.id, effect: read<Effect>(row.effect) }));
      },
      async again(caseId, now) {
        const done = await db
          .updateTable('outbox')
          .set({ parked_at: null, ready_at: now, attempts: 0, created_at: now })
          .where('case_id', '=', caseId)
          .where('parked_at', 'is not', null)
          .where('code', '=', UNCERTAIN)
          .executeTakeFirst();
        if (done.numUpdatedRows > 0n) outboxed();
      },
      async drop(id) {
        await db.deleteFrom('outbox').where('id', '=', id).execute();
      },
      async unpark(caseId, lacks, now) {
        outboxed();
        const rows = await db
          .updateTable('outbox')
          .set({ parked_at: null, ready_at: now, attempts: 0, created_at: now })
          .where('case_id', '=', caseId)
          .where('parked_at', 'is not', null)
          .where('lane', lacks === 'crm' ? '=' : '!=', laneOf('crm', caseId))
          .returning('effect')
          .execute();
        return rows.map((row) => read<Effect>(row.effect));
      },
      async dropEnded() {
        const done = await sql`
          delete from outbox where parked_at is not null and not (lane >= 'crm/' and lane < 'crm0')
            and exists (select 1 from cases where cases.id = outbox.case_id and active = 0)`.execute(db);
        return Number(done.numAffectedRows ?? 0n);
      },
    },

    posts: {
      async of(caseId) {
        const rows = await db.selectFrom('posts').selectAll().where('case_id', '=', caseId).execute();
        return rows.map(postOf);
      },
      async get(id) {
        const row = await db.selectFrom('posts').selectAll().where('id', '=', id).executeTakeFirst();
        return row && postOf(row);
      },
      async save(post) {
        const set = {
          case_id: post.caseId,
          card: post.card,
          organisation: post.organisation,
          person: post.person,
          conversation: JSON.stringify(post.conversation),
          message_id: post.messageId,
          shown_revision: post.shownRevision,
        };
        await db
          .insertInto('posts')
          .values({ id: post.id, ...set })
          .onConflict((conflict) => conflict.column('id').doUpdateSet(set))
          .execute();
      },
      async remove(id) {
        await db.deleteFrom('posts').where('id', '=', id).execute();
      },
    },

    bindings: {
      async ofOrganisation(organisation) {
        const rows = await db
          .selectFrom('bindings')
          .selectAll()
          .where('organisation', '=', organisation)
          .execute();
        return rows.map(bindingOf);
      },
      async ofConversation(wanted) {
        const rows = await db
          .selectFrom('bindings')
          .selectAll()
          .where('conversation_id', '=', wanted.id)
          .execute();
        return rows.map(bindingOf).find(({ conversation }) => isSameConversation(conversation, wanted));
      },
      async all() {
        return (await db.selectFrom('bindings').selectAll().execute()).map(bindingOf);
      },
      async save(binding) {
        const set = {
          conversation: JSON.stringify(binding.conversation),
          bound_by: binding.boundBy,
          bound_at: binding.boundAt,
        };
        await db
          .insertInto('bindings')
          .values({ organisation: binding.organisation, conversation_id: binding.conversation.id, ...set })
          .onConflict((conflict) => conflict.columns(['organisation', 'conversation_id']).doUpdateSet(set))
          .execute();
      },
      async remove(organisation, wanted) {
        const rows = await db
          .selectFrom('bindings')
          .selectAll()
          .where('organisation', '=', organisation)
          .where('conversation_id', '=', wanted.id)
          .execute();
        if (!rows.map(bindingOf).some(({ conversation }) => isSameConversation(conversation, wanted))) return;
        await db
          .deleteFrom('bindings')
          .where('organisation', '=', organisation)
          .where('conversation_id', '=', wanted.id)
          .execute();
      },
    },

    people: {
      async byIdentity(identity) {
        const row = await db
          .selectFrom('identities')
          .innerJoin('people', 'people.id', 'identities.person')
          .select('document')
          .where('identity', '=', identity)
          .executeTakeFirst();
        return row && read<Person>(row.document);
      },
      async all() {
        return people(await db.selectFrom('people').select('document').orderBy('id').execute());
      },
      async get(id) {
        const row = await db.selectFrom('people').select('document').where('id', '=', id).executeTakeFirst();
        return row && read<Person>(row.document);
      },
      async save(person) {
        const document = JSON.stringify(person);
        await db
          .insertInto('people')
          .values({ id: person.id, document })
          .onConflict((conflict) => conflict.column('id').doUpdateSet({ document }))
          .execute();
        // Identities that stay keep their address.
        await db
          .deleteFrom('identities')
          .where('person', '=', person.id)
          .where('identity', 'not in', [...person.identities, ''])
          .execute();
        await db.deleteFrom('memberships').where('person', '=', person.id).execute();
        for (const identity of person.identities) {
          await db
            .insertInto('identities')
            .values({ identity, person: person.id })
            .onConflict((conflict) => conflict.column('identity').doUpdateSet({ person: person.id }))
            .execute();
        }
        for (const { organisation, roles, confirmedUntil } of person.memberships) {
          await db
            .insertInto('memberships')
            .values({
              person: person.id,
              organisation,
              coordinator: Number(roles.includes('coordinator')),
              confirmed_until: confirmedUntil ?? null,
            })
            .execute();
        }
      },
      async remove(id) {
        await db.deleteFrom('people').where('id', '=', id).execute();
        await db.deleteFrom('identities').where('person', '=', id).execute();
        await db.deleteFrom('memberships').where('person', '=', id).execute();
      },
      async suspend(id, organisation) {
        await db
          .deleteFrom('memberships')
          .where('person', '=', id)
          .where('organisation', '=', organisation)
          .execute();
      },
      async confirmedOutside(from, to) {
        const rows = await db
          .selectFrom('memberships')
          .select(['person', 'confirmed_until'])
          .where('confirmed_until', 'is not', null)
          .where((eb) => eb.or([eb('confirmed_until', '<=', from), eb('confirmed_until', '>', to)]))
          .orderBy('confirmed_until')
          .execute();
        return [...new Set(rows.map(({ person }) => person))];
      },
      async addressOf(identity) {
        const row = await db
          .selectFrom('identities')
          .select('address')
          .where('identity', '=', identity)
          .executeTakeFirst();
        return row?.address ?? null;
      },
      async saveAddress(identity, address) {
        await db
          .updateTable('identities')
          .set({ address })
          .where('identity', '=', identity)
          .where((eb) => eb.or([eb('address', 'is', null), eb('address', '!=', address)]))
          .execute();
      },
      async addressesOf(organisation, channel, limit) {
        const rows = await db
          .selectFrom('memberships')
          .innerJoin('identities', 'identities.person', 'memberships.person')
          .select('address')
          .where('organisation', '=', organisation)
          .where('address', 'is not', null)
          .where('identity', 'like', `${channel}:%`)
          .limit(limit)
          .execute();
        return rows.flatMap(({ address }) => (address === null ? [] : [address]));
      },
      async coordinators(organisation) {
        return people(
          await db
            .selectFrom('memberships')
            .innerJoin('people', 'people.id', 'memberships.person')
            .select('document')
            .where('organisation', '=', organisation)
            .where('coordinator', '=', 1)
            .execute(),
        );
      },
      async membersOf(organisation) {
        return people(
          await db
            .selectFrom('memberships')
            .innerJoin('people', 'people.id', 'memberships.person')
            .select('document')
            .where('organisation', '=', organisation)
            .orderBy('people.id')
            .execute(),
        );
      },
      async conversationOf(person) {
        const row = await preference(person);
        return row?.conversation == null ? undefined : read<Conversation>(row.conversation);
      },
      async saveConversation(person, conversation) {
        await prefer(person, { conversation: JSON.stringify(conversation) });
      },
      async forgetConversation(person) {
        await prefer(person, { conversation: null });
      },
      async actingAs(person) {
        return ((await preference(person))?.acting_as ?? undefined) as OrganisationId | undefined;
      },
      async saveActingAs(person, organisation) {
        await prefer(person, { acting_as: organisation });
      },
      async language(person) {
        return ((await preference(person))?.language ?? undefined) as Language | undefined;
      },
      async saveLanguage(person, language) {
        await prefer(person, { language });
      },
    },

    admissions: {
      async add({ identity, name, organisation, conversation, askedAt }) {
        const done = await db
          .insertInto('admissions')
          .values({
            identity,
            organisation,
            name,
            conversation: JSON.stringify(conversation),
            asked_at: askedAt,
          })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
      },
      async ofOrganisation(organisation) {
        const rows = await db
          .selectFrom('admissions')
          .selectAll()
          .where('organisation', '=', organisation)
          .orderBy('asked_at')
          .execute();
        return rows.map((row) => ({
          identity: row.identity,
          name: row.name,
          organisation,
          conversation: read<Conversation>(row.conversation),
          askedAt: row.asked_at,
        }));
      },
      async remove(identity, organisation) {
        await db
          .deleteFrom('admissions')
          .where('identity', '=', identity)
          .where('organisation', '=', organisation)
          .execute();
      },
      async forgetBefore(instant) {
        const done = await db.deleteFrom('admissions').where('asked_at', '<', instant).executeTakeFirst();
        return Number(done.numDeletedRows);
      },
    },

    marks: {
      async add(person, what, at) {
        await db.insertInto('marks').values({ person, what, at }).execute();
      },
      async countSince(person, what, instant) {
        const row = await db
          .selectFrom('marks')
          .select((eb) => eb.fn.countAll<number>().as('count'))
          .where('person', '=', person)
          .where('what', '=', what)
          .where('at', '>', instant)
          .executeTakeFirst();
        return Number(row?.count ?? 0);
      },
      async forgetBefore(instant) {
        const done = await db.deleteFrom('marks').where('at', '<=', instant).executeTakeFirst();
        return Number(done.numDeletedRows);
      },
    },

    examples: {
      async add(text, areas, at) {
        await db
          .insertInto('examples')
          .values({ text, areas: JSON.stringify(areas), at })
          .execute();
      },
      async all() {
        const rows = await db.selectFrom('examples').selectAll().orderBy('id').execute();
        return rows.map((row) => ({ text: row.text, areas: read<Area[]>(row.areas), at: row.at }));
      },
      async forget(texts) {
        if (texts.length === 0) return 0;
        const done = await db.deleteFrom('examples').where('text', 'in', texts).executeTakeFirst();
        return Number(done.numDeletedRows);
      },
    },

    erasures: {
      async add(erasure) {
        const id = newId();
        await db.insertInto('erasures').values({ id, at: erasure.at }).execute();
        erased(id, erasure);
      },
      async noteReplayed(id, at) {
        await db
          .insertInto('erasures')
          .values({ id, at })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      },
      async known() {
        const rows = await db.selectFrom('erasures').select('id').execute();
        return new Set(rows.map(({ id }) => id));
      },
    },
  };
}

function bindingOf(row: Schema['bindings']) {
  return {
    organisation: row.organisation as OrganisationId,
    conversation: read<Conversation>(row.conversation),
    boundBy: row.bound_by,
    boundAt: row.bound_at,
  };
}

import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Every change of the schema, oldest first. One that has been released is never edited: the next one corrects it. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '2026-11-01-cases': { up: casesAndDelivery },
  '2026-11-21-notices': { up: noticesOfCases },
  '2026-11-21-order-of-lists': { up: orderOfLists },
  '2026-11-26-people': { up: whoBelongsWhere },
  '2026-11-26-store-care': { up: careOfTheStore },
  '2026-11-27-lane-kind': { up: kindOfLane },
};

async function casesAndDelivery(db: Kysely<unknown>): Promise<void> {
  const create = (statement: string) => sql.raw(statement).execute(db);

  await create('create table inbox (delivery_id text primary key, at text not null) without rowid');

  await create(`create table drafts (
    id text primary key, person text not null, state text not null, cvr text, updated_at text not null,
    revision integer not null, document text not null)`);
  // Nothing here that changes with every turn: each index that does is a page more to sync. Hourly jobs may scan.
  await create('create index drafts_person on drafts (person, state)');
  await create('create index drafts_cvr on drafts (cvr)');

  await create(`create table cases (
    id text primary key, revision integer not null, draft_id text not null unique, status text not null,
    active integer not null, owner text not null, offered_to text, assignee text, cvr text, due_at text not null,
    answered_at text, urgent integer not null, created_at text not null, closed_at text, erased integer not null,
    next_step_at text, crm_revision integer not null default 0, crm_id text, document text not null)`);
  await create('create index cases_owner on cases (owner, active, due_at)');
  await create('create index cases_offered on cases (offered_to, active, due_at)');
  await create('create index cases_assignee on cases (assignee, active, due_at)');
  await create('create index cases_cvr on cases (cvr)');
  await create('create index cases_step on cases (next_step_at) where next_step_at is not null');
  await create('create index cases_closed on cases (closed_at) where erased = 0');
  await create('create index cases_crm on cases (active) where crm_revision < revision');

  await create(`create table history (
    case_id text not null, sequence integer not null, at text not null, document text not null,
    primary key (case_id, sequence)) without rowid`);
  // A line of history is never changed; it holds codes only, so that erasing a person never needs to.
  await create(`create trigger history_is_kept before update on history
    begin select raise(abort, 'history is append-only'); end`);
  await create(`create trigger history_is_not_deleted before delete on history
    begin select raise(abort, 'history is append-only'); end`);

  await create(`create table outbox (
    sequence integer primary key autoincrement, id text not null unique, case_id text not null, lane text not null,
    effect text not null, created_at text not null, ready_at text not null, attempts integer not null default 0,
    leased_by text, leased_until text, parked_at text, code text)`);
  await create('create index outbox_ready on outbox (ready_at) where parked_at is null');
  await create('create index outbox_lane on outbox (lane, sequence) where parked_at is null');
  await create('create index outbox_parked on outbox (case_id) where parked_at is not null');

  await create(`create table posts (
    id text primary key, case_id text not null, card text not null, organisation text, person text,
    conversation text not null,
    message_id text, shown_revision integer not null)`);
  await create('create index posts_case on posts (case_id)');

  await create(`create table bindings (
    organisation text not null, conversation_id text not null, conversation text not null, bound_by text not null,
    bound_at text not null, primary key (organisation, conversation_id))`);
  await create('create index bindings_conversation on bindings (conversation_id)');

  await create('create table people (id text primary key, document text not null)');
  await create('create table identities (identity text primary key, person text not null, address text)');
  await create(`create table memberships (
    person text not null, organisation text not null, coordinator integer not null,
    primary key (organisation, person))`);
  await create(`create table preferences (
    person text primary key, language text, acting_as text, conversation text)`);
  await create(
    'create table examples (id integer primary key autoincrement, text text not null, areas text not null, at text not null)',
  );
}

/** Notices of the clock are gathered by case; only they are in the index, so that a turn without one writes no page more. */
async function noticesOfCases(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw("create index outbox_notices on outbox (case_id) where lane >= 'notice/' and lane < 'notice0'")
    .execute(db);
}

/**
 * Lists are read from their index alone, in their order, so that a page costs the same for an office with ten cases and a
 * house with ten thousand.
 */
async function orderOfLists(db: Kysely<unknown>): Promise<void> {
  for (const [name, column] of Object.entries({
    owner: 'owner',
    offered: 'offered_to',
    assignee: 'assignee',
  })) {
    await sql.raw(`drop index cases_${name}`).execute(db);
    await sql
      .raw(
        `create index cases_${name} on cases (${column}, active, urgent desc, due_at, id, answered_at)${name === 'owner' ? '' : ` where ${column} is not null`}`,
      )
      .execute(db);
  }
}

/** Memberships by channel are confirmed again and again; who asks to be let in; how often somebody did something lately. */
async function whoBelongsWhere(db: Kysely<unknown>): Promise<void> {
  const run = (statement: string) => sql.raw(statement).execute(db);
  await run('alter table memberships add column confirmed_until text');
  await run(
    'create index memberships_confirmed on memberships (confirmed_until) where confirmed_until is not null',
  );
  await run(`create table admissions (
    identity text not null, organisation text not null, name text not null, conversation text not null,
    asked_at text not null, primary key (identity, organisation))`);
  await run('create table marks (person text not null, what text not null, at text not null)');
  await run('create index marks_person on marks (person, what, at)');
  await run('create index marks_at on marks (at)');
}

/** Which erasures of the journal this store has been through, and where readiness tries whether it can still write. */
async function careOfTheStore(db: Kysely<unknown>): Promise<void> {
  await sql.raw('create table erasures (id text primary key, at text not null)').execute(db);
  await sql.raw('create table heartbeats (name text primary key, at text not null)').execute(db);
}

/** The kind of a lane was read out of its text by ranges (`lane >= 'crm/' and lane < 'crm0'`) wherever it mattered. */
async function kindOfLane(db: Kysely<unknown>): Promise<void> {
  const run = (statement: string) => sql.raw(statement).execute(db);
  // Worked out by the database, since a version that does not know the column still adds rows.
  await run(`alter table outbox add column lane_kind text
    generated always as (substr(lane, 1, instr(lane, '/') - 1)) virtual`);
  await run('drop index outbox_notices');
  await run("create index outbox_notices on outbox (case_id) where lane_kind = 'notice'");
}

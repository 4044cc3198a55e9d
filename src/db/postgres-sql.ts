import { sql } from 'kysely';
import { linksSql } from './case-links.ts';
import { foldedSql, SEARCHED_VALUES } from './folded-names.ts';
import type { DialectSql } from './store.ts';

/** The channel on which PostgreSQL tells that the outbox has new rows. */
export const OUTBOX_CHANNEL = 'indgang_outbox';

const JSON_OF = {
  text: (from: string, path: string) => `(${from}::json #>> '{${path.replaceAll('.', ',')}}')`,
  each: (from: string, path: string, name: string) =>
    `json_array_elements(coalesce(${from}::json -> '${path}', '[]'::json)) ${name}(value)`,
};
const link = (id: string, document: string, from?: string) =>
  `insert into case_links (kind, who, case_id, at)
    select kind, who, case_id, at from (${linksSql(id, document, JSON_OF, from)}) as links
    where who is not null and at is not null on conflict do nothing`;

/** How PostgreSQL writes what SQLite writes differently. */
export const POSTGRES_SQL: DialectSql = {
  text: 'text collate "C"',
  countingKey: 'bigint generated always as identity primary key',
  keyedTable: '',
  beforeSlash: (column) => `split_part(${column}, '/', 1)`,
  generated: 'stored',
  appendOnly: (table) => [
    `create function ${table}_is_append_only() returns trigger language plpgsql as
    $$ begin raise exception '${table} is append-only'; end $$`,
    `create trigger ${table}_is_kept before update or delete on ${table}
    for each row execute function ${table}_is_append_only()`,
  ],
  deletedUpTo: (table, limits) => [
    `create function ${table}_is_deleted_by_age() returns trigger language plpgsql as
    $$ begin
      if tg_op = 'DELETE' and exists (select 1 from ${limits} where old.at < up_to) then return old; end if;
      raise exception '${table} is append-only';
    end $$`,
    `create trigger ${table}_is_kept before update or delete on ${table}
    for each row execute function ${table}_is_deleted_by_age()`,
  ],
  // In the same transaction, so that it is told when the rows can be seen, and not where they never are.
  announced: (table) => [
    `create function ${table}_is_announced() returns trigger language plpgsql as
    $$ begin perform pg_notify('${OUTBOX_CHANNEL}', ''); return null; end $$`,
    `create trigger ${table}_has_news after insert on ${table}
    for each statement execute function ${table}_is_announced()`,
  ],
  skipLocked: sql`for update of o skip locked`,
  prelude: [
    // PostgreSQL has `is json` from version 16 on.
    `create function indgang_is_json(document text) returns boolean language plpgsql immutable as
    $$ begin perform document::json; return true; exception when others then return false; end $$`,
  ],
  member: (column, name) => `(${column}::json ->> '${name}')`,
  withMember: (column, name, value) => `(${column}::jsonb || jsonb_build_object('${name}', ${value}))::text`,
  randomKey: 'gen_random_uuid()::text',
  // A generated column takes immutable functions only, and reading JSON is one only by our word.
  namesOfCases: [
    `create function indgang_names_in(document text) returns text language plpgsql immutable as
    $$ begin return ${foldedSql(
      SEARCHED_VALUES.map((name) => `coalesce(document::json -> 'values' ->> '${name}', '')`).join(
        " || ' ' || ",
      ),
    )}; exception when others then return ''; end $$`,
    'alter table cases add column names text collate "C" generated always as (indgang_names_in(document)) stored',
  ],
  linksOfCases: [
    link(
      'cases.id',
      'cases.document',
      '(select id, document from cases where indgang_is_json(document)) cases',
    ),
    `create function indgang_link_case() returns trigger language plpgsql as
    $$ begin
      delete from case_links where case_id = new.id;
      if indgang_is_json(new.document) then ${link('new.id', 'new.document')}; end if;
      return null;
    end $$`,
    `create trigger cases_linked after insert or update of document on cases
    for each row execute function indgang_link_case()`,
  ],
  followUpsOfCases: [
    `create function indgang_follow_up(document text, member text) returns text language plpgsql immutable as
    $$ begin return case when document::json -> 'followUp' ->> 'state' in ('proposed', 'accepted')
      then document::json -> 'followUp' ->> member end; exception when others then return null; end $$`,
    ...[
      ['for', 'organisation'],
      ['on', 'dueOn'],
    ].map(
      ([
        column,
        member,
      ]) => `alter table cases add column follow_up_${column} text collate "C" generated always as
      (case when status = 'closed' and erased = 0 then indgang_follow_up(document, '${member}') end) stored`,
    ),
  ],
  // There are two tasks at most (`listedTask`).
  tasksOfCases: [
    `create function indgang_task(document text, owner text, status text, member text) returns text
    language plpgsql immutable as
    $$ declare task json; begin
      for at in 0..1 loop
        task := document::json -> 'tasks' -> at;
        if task ->> 'organisation' <> owner and (task ->> 'state' = 'open'
          or (task ->> 'state' = 'started' and status <> 'closed')) then return task ->> member; end if;
      end loop;
      return null;
    exception when others then return null; end $$`,
    ...[
      ['for', 'organisation'],
      ['due', 'dueAt'],
    ].map(
      ([column, member]) => `alter table cases add column task_${column} text collate "C" generated always as
      (case when status not in ('withdrawn', 'entered-in-error') and erased = 0
        then indgang_task(document, owner, status, '${member}') end) stored`,
    ),
  ],
  boardOfCases: [
    `create function indgang_value(document text, name text) returns text language plpgsql immutable as
    $$ begin return document::json -> 'values' ->> name; exception when others then return null; end $$`,
    ...['municipality', 'areas'].map(
      (name) => `alter table cases add column case_${name} text collate "C" generated always as
      (indgang_value(document, '${name}')) stored`,
    ),
  ],
  isJson: (column) => `indgang_is_json(${column})`,
  tableNames: 'select tablename as name from pg_tables where schemaname = any (current_schemas(false))',
};

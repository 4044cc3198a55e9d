import { sql } from 'kysely';
import { LINKED_MEMBERS, linksSql } from './case-links.ts';
import { foldedSql, SEARCHED_VALUES } from './folded-names.ts';
import type { DialectSql } from './store.ts';

function namesIn(column: string): string {
  const values = SEARCHED_VALUES.map((name) => `coalesce(json_extract(${column}, '$.values.${name}'), '')`);
  return `(case when json_valid(${column}) then ${foldedSql(values.join(" || ' ' || "))} else '' end)`;
}

const JSON_OF = {
  text: (from: string, path: string) => `json_extract(${from}, '$.${path}')`,
  each: (from: string, path: string, name: string) => `json_each(${from}, '$.${path}') ${name}`,
};
const link = (id: string, document: string, from?: string) =>
  `insert or ignore into case_links (kind, who, case_id, at)
    select kind, who, case_id, at from (${linksSql(id, document, JSON_OF, from)}) where who is not null and at is not null`;

/** A member of the follow-up while somebody still has to do it. Documents of other cases are not read. */
function followUp(name: string): string {
  return `(case when status <> 'closed' or erased = 1 or not json_valid(document) then null
    when json_extract(document, '$.followUp.state') in ('proposed', 'accepted')
      then json_extract(document, '$.followUp.${name}') end)`;
}

/** A member of the task that is on its office's list (`listedTask`): there are two at most. */
function task(name: string): string {
  const read = (at: number, member: string) => `json_extract(document, '$.tasks[${at}].${member}')`;
  const isToDo = (at: number) => `${read(at, 'organisation')} <> owner
    and (${read(at, 'state')} = 'open' or (${read(at, 'state')} = 'started' and status <> 'closed'))`;
  return `(case when status in ('withdrawn', 'entered-in-error') or erased = 1 or not json_valid(document) then null
    ${[0, 1].map((at) => `when ${isToDo(at)} then ${read(at, name)}`).join(' ')} end)`;
}

/** How SQLite writes what PostgreSQL writes differently. */
export const SQLITE_SQL: DialectSql = {
  text: 'text',
  countingKey: 'integer primary key autoincrement',
  keyedTable: ' without rowid',
  beforeSlash: (column) => `substr(${column}, 1, instr(${column}, '/') - 1)`,
  generated: 'virtual',
  appendOnly: (table) => [
    `create trigger ${table}_is_kept before update on ${table}
    begin select raise(abort, '${table} is append-only'); end`,
    `create trigger ${table}_is_not_deleted before delete on ${table}
    begin select raise(abort, '${table} is append-only'); end`,
  ],
  deletedUpTo: (table, limits) => [
    `create trigger ${table}_is_kept before update on ${table}
    begin select raise(abort, '${table} is append-only'); end`,
    `create trigger ${table}_is_deleted_by_age before delete on ${table}
    when not exists (select 1 from ${limits} where old.at < up_to)
    begin select raise(abort, '${table} is append-only'); end`,
  ],
  // Another process finds new rows when it next looks.
  announced: () => [],
  // One process writes at a time.
  skipLocked: sql``,
  prelude: [],
  member: (column, name) => `cast(json_extract(${column}, '$.${name}') as text)`,
  withMember: (column, name, value) => `json_set(${column}, '$.${name}', ${value})`,
  randomKey: 'lower(hex(randomblob(16)))',
  // A virtual column would be worked out of every document again, and SQLite adds no stored one to a table.
  namesOfCases: [
    'alter table cases add column names text',
    `update cases set names = ${namesIn('document')}`,
    `create trigger cases_named after insert on cases
    begin update cases set names = ${namesIn('new.document')} where id = new.id; end`,
    `create trigger cases_renamed after update of document on cases
    begin update cases set names = ${namesIn('new.document')}
      where id = new.id and names is not ${namesIn('new.document')}; end`,
  ],
  linksOfCases: [
    link('cases.id', 'cases.document', '(select id, document from cases where json_valid(document)) cases'),
    `create trigger cases_linked after insert on cases when json_valid(new.document)
    begin ${link('new.id', 'new.document')}; end`,
    // Most turns change nothing that is linked: then no page more is written.
    `create trigger cases_relinked after update of document on cases
    when json_valid(new.document) and (not json_valid(old.document) or ${LINKED_MEMBERS.map(
      (name) => `json_extract(new.document, '$.${name}') is not json_extract(old.document, '$.${name}')`,
    ).join(' or ')})
    begin delete from case_links where case_id = new.id; ${link('new.id', 'new.document')}; end`,
  ],
  followUpsOfCases: [
    `alter table cases add column follow_up_for text generated always as ${followUp('organisation')} virtual`,
    `alter table cases add column follow_up_on text generated always as ${followUp('dueOn')} virtual`,
  ],
  tasksOfCases: [
    `alter table cases add column task_for text generated always as ${task('organisation')} virtual`,
    `alter table cases add column task_due text generated always as ${task('dueAt')} virtual`,
  ],
  boardOfCases: ['municipality', 'areas'].map(
    (name) => `alter table cases add column case_${name} text generated always as
      (case when json_valid(document) then json_extract(document, '$.values.${name}') end) virtual`,
  ),
  isJson: (column) => `json_valid(${column})`,
  tableNames: "select name from sqlite_master where type = 'table'",
};

import { sql } from 'kysely';
import { foldedSql, SEARCHED_VALUES } from './folded-names.ts';
import type { DialectSql } from './store.ts';

function namesIn(column: string): string {
  const values = SEARCHED_VALUES.map((name) => `coalesce(json_extract(${column}, '$.values.${name}'), '')`);
  return `(case when json_valid(${column}) then ${foldedSql(values.join(" || ' ' || "))} else '' end)`;
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
  // Another process finds new rows when it next looks.
  announced: () => [],
  // One process writes at a time.
  skipLocked: sql``,
  prelude: [],
  member: (column, name) => `cast(json_extract(${column}, '$.${name}') as text)`,
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
  isJson: (column) => `json_valid(${column})`,
  tableNames: "select name from sqlite_master where type = 'table'",
};

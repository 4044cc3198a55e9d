import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Store } from '../store.ts';
import { GENERATED_COLUMNS, type MovedTable } from './tables.ts';

type Row = Readonly<Record<string, string | number | null>>;

/** Rows that are read, compared and written at once. Times the columns it stays below what SQLite binds in a statement. */
const PAGE = 500;

/** How a table was moved. */
export interface MovedRows {
  readonly table: string;
  readonly rows: number;
  /** Rows that the target lacked, or had otherwise. */
  readonly written: number;
}

/**
 * Makes the tables of `to` what they are in `from`. Pages are compared before they are written: a move that was stopped
 * goes on where it was, and one that is run again changes nothing.
 */
export async function moveTables(
  from: Store<unknown>,
  to: Store<unknown>,
  tables: readonly MovedTable[],
  tell: (moved: MovedRows) => void,
): Promise<readonly MovedRows[]> {
  const moved: MovedRows[] = [];
  for (const table of tables) {
    const result =
      table.key.length === 0 ? await moveWhole(from, to, table) : await movePages(from, to, table);
    moved.push(result);
    tell(result);
  }
  return moved;
}

/** Tables whose rows are not the same in both, by name. Reads every row of both. */
export async function differences(
  from: Store<unknown>,
  to: Store<unknown>,
  tables: readonly MovedTable[],
): Promise<readonly string[]> {
  const different: string[] = [];
  for (const table of tables) {
    let after: Row | null = null;
    for (;;) {
      const left: readonly Row[] = await pageAfter(from, table, after);
      const right = await pageAfter(to, table, after);
      if (JSON.stringify(left) !== JSON.stringify(right)) {
        different.push(table.name);
        break;
      }
      const last: Row | undefined = left.at(-1);
      if (table.key.length === 0 || last === undefined) break;
      after = last;
    }
  }
  return different;
}

async function movePages(from: Store<unknown>, to: Store<unknown>, table: MovedTable): Promise<MovedRows> {
  let rows = 0;
  let written = 0;
  let after: Row | null = null;
  for (;;) {
    const page = await pageAfter(from, table, after);
    const last: Row | null = page.length < PAGE ? null : (page.at(-1) ?? null);
    written += await to.write((db) => replacePage(db, to, table, { page, after, last }));
    rows += page.length;
    if (last === null) break;
    after = last;
  }
  if (table.counts) await countOn(to, table);
  return { table: table.name, rows, written };
}

/** A page of the source, and the keys between which it lies; `last` null: to the end. */
interface Span {
  readonly page: readonly Row[];
  readonly after: Row | null;
  readonly last: Row | null;
}

async function replacePage(
  db: Kysely<unknown>,
  to: Store<unknown>,
  table: MovedTable,
  { page, after, last }: Span,
): Promise<number> {
  const keyOf = (row: Row) => JSON.stringify(table.key.map((column) => row[column]));
  const found = await sql<Row>`
    select * from ${sql.table(table.name)} where ${within(table, after, last)}`.execute(db);
  const there = new Map(found.rows.map((row) => [keyOf(row), JSON.stringify(plain(row))]));
  const wanted = new Set(page.map(keyOf));
  const surplus = found.rows.filter((row) => !wanted.has(keyOf(row)));
  for (const row of surplus)
    await sql`delete from ${sql.table(table.name)} where ${keyIs(table, row)}`.execute(db);
  const changed = page.filter((row) => there.get(keyOf(row)) !== JSON.stringify(row));
  // History only grows: a line that is there already is never another one.
  for (const row of changed.filter((row) => there.has(keyOf(row))))
    await sql`delete from ${sql.table(table.name)} where ${keyIs(table, row)}`.execute(db);
  await insert(db, to, table, changed);
  return changed.length + surplus.length;
}

async function moveWhole(from: Store<unknown>, to: Store<unknown>, table: MovedTable): Promise<MovedRows> {
  const rows = await pageAfter(from, table, null);
  const same = JSON.stringify(rows) === JSON.stringify(await pageAfter(to, table, null));
  if (!same) {
    await to.write(async (db) => {
      await sql`delete from ${sql.table(table.name)}`.execute(db);
      for (let start = 0; start < rows.length; start += PAGE)
        await insert(db, to, table, rows.slice(start, start + PAGE));
    });
  }
  return { table: table.name, rows: rows.length, written: same ? 0 : rows.length };
}

async function insert(
  db: Kysely<unknown>,
  to: Store<unknown>,
  table: MovedTable,
  rows: readonly Row[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first);
  const values = rows.map((row) => sql`(${sql.join(columns.map((column) => row[column]))})`);
  const keepsKey = table.counts && to.kind === 'postgres' ? sql`overriding system value` : sql``;
  await sql`
    insert into ${sql.table(table.name)} (${sql.join(columns.map((column) => sql.ref(column)))}) ${keepsKey}
    values ${sql.join(values)}`.execute(db);
}

/** A page of a table in the order of its key; of a table without one, all rows in the order of their columns. */
async function pageAfter(
  store: Store<unknown>,
  table: MovedTable,
  after: Row | null,
): Promise<readonly Row[]> {
  const query =
    table.key.length === 0
      ? sql<Row>`select * from ${sql.table(table.name)}`
      : sql<Row>`
          select * from ${sql.table(table.name)} where ${within(table, after, null)}
          order by ${sql.join(table.key.map((column) => sql.ref(column)))} limit ${PAGE}`;
  const { rows } = await store.read((db) => query.execute(db));
  const read = rows.map(plain);
  return table.key.length > 0 ? read : read.toSorted(byColumns);
}

function byColumns(a: Row, b: Row): number {
  const [left, right] = [JSON.stringify(a), JSON.stringify(b)];
  return left < right ? -1 : Number(left > right);
}

/** A row alike from both databases: its columns in order, without those that the database works out. */
function plain(row: Row): Row {
  const names = Object.keys(row).filter((name) => !GENERATED_COLUMNS.includes(name));
  return Object.fromEntries(names.sort().map((name) => [name, row[name] ?? null]));
}

function keyOf(table: MovedTable, row: Row): RawBuilder<unknown> {
  return sql`(${sql.join(table.key.map((column) => row[column]))})`;
}

function within(table: MovedTable, after: Row | null, last: Row | null): RawBuilder<unknown> {
  const key = sql`(${sql.join(table.key.map((column) => sql.ref(column)))})`;
  return sql`${after === null ? sql`1 = 1` : sql`${key} > ${keyOf(table, after)}`}
    and ${last === null ? sql`1 = 1` : sql`${key} <= ${keyOf(table, last)}`}`;
}

function keyIs(table: MovedTable, row: Row): RawBuilder<unknown> {
  return sql.join(
    table.key.map((column) => sql`${sql.ref(column)} = ${row[column]}`),
    sql` and `,
  );
}

/** PostgreSQL counts apart from what stands in the table. */
async function countOn(to: Store<unknown>, { name, key: [column = ''] }: MovedTable): Promise<void> {
  if (to.kind !== 'postgres') return;
  await sql`
    select setval(pg_get_serial_sequence(${name}, ${column}), coalesce(max(${sql.ref(column)}), 0) + 1, false)
    from ${sql.table(name)}`.execute(to);
}

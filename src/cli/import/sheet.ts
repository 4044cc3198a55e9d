import { CsvError, parse } from 'csv-parse/sync';
import type { ImportProblem } from '../../core/import-problems.ts';
import { decode } from './decode.ts';

/** The most rows of one import. */
const MOST_ROWS = 5_000;

const SEPARATORS = [';', ',', '\t'] as const;

/** One row of a sheet, by the names of its columns. */
export interface SheetRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

export type Sheet =
  | { readonly ok: true; readonly rows: readonly SheetRow[] }
  | { readonly ok: false; readonly problems: readonly ImportProblem[] };

interface Columns {
  readonly all: readonly string[];
  /** Columns that may be left out: their cells are empty then. */
  readonly optional: readonly string[];
}

const problem = (
  code: ImportProblem['code'],
  line: number,
  column: ImportProblem['column'],
  about = '',
  other = '',
): ImportProblem => ({ line, column, code, about, other });

const nameOf = (typed: string) => typed.trim().toLowerCase();

/** `sep=;`, with which Excel is told the separator: the line is no row. */
const TOLD = /^sep=(.)\n/i;

/** The separator by which the first line has the most of the columns. */
function separatorOf(head: string, { all }: Columns): string {
  const known = (separator: string) =>
    head.split(separator).filter((name) => all.includes(nameOf(name.replace(/^"(.*)"$/, '$1')))).length;
  return SEPARATORS.reduce((best, one) => (known(one) > known(best) ? one : best));
}

/** What is wrong with the row of column names. */
function problemsOfHead(names: readonly string[], line: number, { all, optional }: Columns): ImportProblem[] {
  const expected = all.join(', ');
  const [only = ''] = names;
  if (names.length === 1 && all.filter((name) => only.includes(name)).length > 1)
    return [problem('no-separator', line, null)];
  const found: ImportProblem[] = [];
  for (const [at, name] of names.entries()) {
    if (name === '') found.push(problem('column-unnamed', line, at + 1));
    else if (names.indexOf(name) < at) found.push(problem('column-twice', line, name));
    else if (!all.includes(name)) found.push(problem('column-unknown', line, name, name, expected));
  }
  for (const name of all)
    if (!names.includes(name) && !optional.includes(name))
      found.push(problem('column-missing', line, name, name, expected));
  return found;
}

interface Split {
  readonly records: readonly { readonly cells: readonly string[]; readonly line: number }[];
  readonly problem: ImportProblem | null;
}

/** The text split into records, each with the line on which it begins; up to the first quotation mark that fits nothing. */
function split(text: string, delimiter: string, from: number): Split {
  const records: { cells: readonly string[]; line: number }[] = [];
  let line = from;
  try {
    parse(text, {
      delimiter,
      relax_column_count: true,
      on_record: (record: string[], { lines }) => {
        records.push({ cells: record, line });
        line = lines + from;
        return null;
      },
    });
    return { records, problem: null };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const isOpen = error.code === 'CSV_QUOTE_NOT_CLOSED';
    const at = typeof error.column === 'number' ? error.column + 1 : null;
    return { records, problem: problem(isOpen ? 'quote-not-closed' : 'quote-misplaced', line, at) };
  }
}

/**
 * Reads a file of rows under named columns, split at semicolons, commas or tabs. Rows whose cells are all empty are left
 * out. Refuses everything that is wrong with the file, its columns and the number of cells, each with line and column.
 */
export function readSheet(bytes: Uint8Array, columns: Columns): Sheet {
  const decoded = decode(bytes);
  if (!decoded.ok) return { ok: false, problems: [decoded.problem] };
  const told = TOLD.exec(decoded.text);
  const text = told ? decoded.text.slice(told[0].length) : decoded.text;
  const separator = told?.[1] ?? separatorOf(text.split('\n', 1)[0] ?? '', columns);
  const { records, problem: broken } = split(text, separator, told ? 2 : 1);
  const [head, ...rest] = records;
  if (!head) return { ok: false, problems: [broken ?? problem('empty', 1, null)] };
  const names = head.cells.map(nameOf);
  const problems = problemsOfHead(names, head.line, columns);
  if (problems.length > 0) return { ok: false, problems };
  const filled = rest.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const over = filled[MOST_ROWS];
  if (over)
    problems.push(problem('too-many-rows', over.line, null, String(filled.length), String(MOST_ROWS)));
  if (filled.length === 0 && !broken) problems.push(problem('no-rows', head.line, null));
  const rows: SheetRow[] = [];
  for (const { cells, line } of over ? [] : filled) {
    const surplus = cells.slice(names.length).findIndex((cell) => cell.trim() !== '');
    if (cells.length < names.length)
      problems.push(
        problem(
          'cells-missing',
          line,
          names[cells.length] ?? null,
          String(cells.length),
          String(names.length),
        ),
      );
    else if (surplus >= 0)
      problems.push(
        problem(
          'cells-too-many',
          line,
          names.length + surplus + 1,
          String(cells.length),
          String(names.length),
        ),
      );
    const row = Object.fromEntries(
      columns.all.map((name) => [name, cells[names.indexOf(name)]?.trim() ?? '']),
    );
    rows.push({ line, cells: row });
  }
  if (broken) problems.push(broken);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, rows };
}

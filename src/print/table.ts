import { visibleText } from '../../cards/plain.ts';
import { danishTime } from '../core/danish-date.ts';

export type Cell = string | number | boolean | null;

/** Rows under named columns. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

export const TABLE_FORMATS = ['csv', 'json', 'xlsx'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

/** The rows as objects. */
export function objectsOf({ columns, rows }: Table): readonly Readonly<Record<string, Cell>>[] {
  return rows.map((row) => Object.fromEntries(columns.map((column, place) => [column, row[place] ?? null])));
}

/**
 * Keeps a spreadsheet from reading a formula: an apostrophe precedes anything that would begin one. Danish Excel splits
 * lines at `;`, quoted or not, where the file has commas, so this also applies after `;`, a tab or a line break. It
 * removes quotation marks, so they do not count.
 */
function withoutFormula(cell: Cell): Cell {
  return typeof cell === 'string'
    ? cell.replace(/(^|[;\t\r\n])(?=["\s]*[=+\-@\uff1d\uff0b\uff0d\uff20])/g, "$1'")
    : cell;
}

const DAY = /^\d{4}-\d\d-\d\d$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z$/;

/**
 * A day or an instant as a date of the sheet, so that it sorts and counts as one. A sheet knows no time zones: the time
 * is the Danish one. Undefined for any other text.
 */
function dateCell(cell: string) {
  const isDay = DAY.test(cell);
  if ((!isDay && !INSTANT.test(cell)) || Number.isNaN(Date.parse(cell))) return undefined;
  const value = new Date(isDay ? cell : `${danishTime(cell).replace(' ', 'T')}Z`);
  return { value, type: Date, format: isDay ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm' };
}

/** A cell of a sheet of a workbook. A text stays a text whatever it begins with, without characters that XML does not allow. */
export function sheetCell(cell: Cell) {
  if (cell === null) return null;
  if (typeof cell !== 'string') return { value: cell };
  const date = dateCell(cell);
  if (date) return date;
  return {
    value: visibleText(cell)
      .replace(/[\ufffe\uffff]/g, ' ')
      .toWellFormed(),
    type: String,
  };
}

/** The bytes of a table in a format. `forFile`: CSV begins with a byte-order mark, by which Excel knows its letters. */
export async function bytesOf(table: Table, format: TableFormat, forFile: boolean): Promise<Uint8Array> {
  switch (format) {
    case 'json':
      return new TextEncoder().encode(`${JSON.stringify(objectsOf(table), null, 2)}\n`);
    case 'csv': {
      const { stringify } = await import('csv-stringify/sync');
      const rows = table.rows.map((row) => row.map(withoutFormula));
      // Excel recognises UTF-8 by the byte-order mark.
      const text = stringify([[...table.columns], ...rows], {
        bom: forFile,
        quoted_match: /[;\t]/,
        cast: { boolean: String },
      });
      return new TextEncoder().encode(text);
    }
    case 'xlsx': {
      const { default: writeExcelFile } = await import('write-excel-file/node');
      const head = table.columns.map((value) => ({ value, fontWeight: 'bold' as const }));
      const rows = table.rows.map((row) => row.map(sheetCell));
      return writeExcelFile([head, ...rows], { stickyRowsCount: 1 }).toBuffer();
    }
    default: {
      const never: never = format;
      return never;
    }
  }
}

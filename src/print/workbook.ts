import { sentencesIn } from '../../dialogs/sentences.ts';
import type { WordCell, WordTable } from '../../dialogs/word-table.ts';
import type { StatementDocument } from './section.ts';
import { sheetCell } from './table.ts';

const FORMATS = { share: '0.0%', hours: '0.0', number: '0' } as const;

/** A number with the format of its column; a text stays a text, and a day becomes a date. */
function cellOf(cell: WordCell, kind: WordTable['columns'][number]['kind']) {
  if (typeof cell !== 'number' || kind === 'text' || kind === 'day') return sheetCell(cell);
  return { value: cell, type: Number, format: FORMATS[kind] };
}

/** The document as a workbook: a sheet for each table, its definition over the column names. */
export async function workbookOf({
  language,
  title,
  about,
  sections,
}: StatementDocument): Promise<Uint8Array> {
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const { statement } = sentencesIn(language);
  const bold = (value: string) => ({ value, type: String, fontWeight: 'bold' as const });
  const plain = (value: string) => ({ value, type: String });
  const sheets = sections.map(({ table }, place) => ({
    sheet: statement.sheet(place + 1, table.title),
    data: [
      [bold(table.title)],
      [plain(`${title}. ${about}`)],
      [plain(table.note)],
      table.columns.map((column) => bold(column.title)),
      ...table.rows.map((row) => row.map((cell, at) => cellOf(cell, table.columns[at]?.kind ?? 'text'))),
    ],
    stickyRowsCount: 4,
    columns: table.columns.map(({ kind }) => ({ width: kind === 'text' ? 34 : 16 })),
  }));
  return writeExcelFile(sheets).toBuffer();
}

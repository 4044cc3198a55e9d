import { visibleText } from '../../cards/plain.ts';
import { bytesOf, objectsOf, TABLE_FORMATS, type Table, type TableFormat } from '../print/table.ts';
import { type Arguments, BadInput, type ExitStatus, type World } from './command.ts';

/** The options of commands that write a table. */
export const TABLE_OPTIONS = { format: { type: 'string' }, out: { type: 'string' } } as const;

/** The format of `--format` or `--json`, or the command's usual one. Throws `BadInput`. */
export function formatOf({ values }: Arguments, otherwise: TableFormat): TableFormat {
  const asked = values.format ?? (values.json === true ? 'json' : otherwise);
  const found = TABLE_FORMATS.find((format) => format === asked);
  if (!found) throw new BadInput(`--format ${asked}: must be one of ${TABLE_FORMATS.join(', ')}`);
  return found;
}

/** Writes a table to `--out`, or prints it. Throws `BadInput` where XLSX would go to the terminal. */
export async function writeTable(
  table: Table,
  format: TableFormat,
  args: Arguments,
  world: World,
): Promise<ExitStatus> {
  const { out } = args.values;
  if (typeof out === 'string') {
    await world.write(out, await bytesOf(table, format, true));
    return 0;
  }
  if (format === 'xlsx') throw new BadInput('--format xlsx: needs --out FILE');
  if (args.values.json === true) for (const row of objectsOf(table)) world.out(JSON.stringify(row));
  else world.out(new TextDecoder().decode(await bytesOf(table, format, false)).trimEnd());
  return 0;
}

/** A cell for a terminal: typed text must not break the line or move the cursor. */
function oneLine(text: string): string {
  return visibleText(text).replace(/\s+/g, ' ');
}

/** A table as text in columns. */
export function textTable({ columns, rows }: Table): string {
  const shown = [
    columns,
    ...rows.map((row) => row.map((cell) => (cell === null ? '' : oneLine(String(cell))))),
  ];
  const widths = columns.map((_, place) => Math.max(...shown.map((row) => row[place]?.length ?? 0)));
  return shown
    .map((row) =>
      row
        .map((cell, place) => cell.padEnd(widths[place] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

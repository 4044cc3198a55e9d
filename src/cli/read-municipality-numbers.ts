import type { MunicipalityNumbers } from '../core/indicators/question.ts';
import { isMunicipalityCode } from '../core/municipalities.ts';
import { BadInput, type World } from './command.ts';
import { readText } from './read-json-objects.ts';

const COLUMNS = ['municipality', 'inhabitants', 'entrepreneurs', 'growthCompanies'] as const;

/**
 * Reads `--municipalities-data`: a CSV file with the columns `municipality,inhabitants,entrepreneurs,growthCompanies` in any
 * order, split at commas, or at semicolons as Danish Excel does. An empty cell is not configured. Throws `BadInput` with the
 * line of what is wrong.
 */
export async function readMunicipalityNumbers(
  file: string,
  world: World,
): Promise<ReadonlyMap<string, MunicipalityNumbers>> {
  const lines = (await readText(file, world)).replace(/^\ufeff/, '').split(/\r?\n/);
  const head = lines[0] ?? '';
  const separator = head.includes(';') ? ';' : ',';
  const cellsOf = (line: string) =>
    line.split(separator).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
  const names = cellsOf(head);
  const missing = COLUMNS.find((column) => !names.includes(column));
  if (missing)
    throw new BadInput(`${file}:1: ${missing}: this column is missing; there must be ${COLUMNS.join(', ')}`);
  const rows = new Map<string, MunicipalityNumbers>();
  for (const [place, line] of lines.entries()) {
    if (place === 0 || line.trim() === '') continue;
    const cells = cellsOf(line);
    const where = `${file}:${place + 1}`;
    if (cells.length !== names.length) throw new BadInput(`${where}: must have ${names.length} cells`);
    const cell = (column: (typeof COLUMNS)[number]) => cells[names.indexOf(column)] ?? '';
    const numberIn = (column: (typeof COLUMNS)[number]) => {
      const typed = cell(column);
      if (typed === '') return null;
      if (!/^\d{1,9}$/.test(typed))
        throw new BadInput(`${where}: ${column}: must be a whole number from 0, without separators`);
      return Number(typed);
    };
    const code = cell('municipality');
    if (!isMunicipalityCode(code))
      throw new BadInput(`${where}: municipality: must be an existing three-digit municipality code`);
    if (rows.has(code)) throw new BadInput(`${where}: municipality: ${code} is there twice`);
    rows.set(code, {
      inhabitants: numberIn('inhabitants'),
      entrepreneurs: numberIn('entrepreneurs'),
      growthCompanies: numberIn('growthCompanies'),
    });
  }
  return rows;
}

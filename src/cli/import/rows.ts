import type { ImportProblem } from '../../core/import-problems.ts';
import { Cells } from './cells.ts';
import type { SheetRow } from './sheet.ts';

/**
 * The rows of a sheet read one by one: all of them, or everything that is wrong with any. Cells of the `plain` columns may
 * begin like a formula.
 */
export function readRows<One>(
  rows: readonly SheetRow[],
  plain: readonly string[],
  read: (cells: Cells) => One | undefined,
): { readonly read: readonly { line: number; one: One }[]; readonly problems: readonly ImportProblem[] } {
  const problems: ImportProblem[] = [];
  const found = rows.flatMap((row) => {
    const cells = new Cells(row, plain);
    const one = read(cells);
    problems.push(...cells.problems);
    return one === undefined ? [] : [{ line: row.line, one }];
  });
  return { read: found, problems };
}

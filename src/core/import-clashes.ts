import type { ImportProblem } from './import-problems.ts';

/** A row of an imported file. */
interface Row<Item> {
  readonly line: number;
  readonly item: Item;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/**
 * What keeps rows from being imported beside each other, and beside those that stand there: an id twice, or the name
 * (`keyOf`) of another. `name-twice` names the other's id. `otherwise` is a problem of a row by itself.
 */
export function clashesOf<Item extends Named>(
  rows: readonly Row<Item>[],
  standing: readonly Item[],
  keyOf: (item: Item) => string,
  otherwise: (row: Row<Item>) => ImportProblem | null = () => null,
): readonly ImportProblem[] {
  const problems: ImportProblem[] = [];
  const lineOf = new Map<string, number>();
  const ids = new Set(rows.map(({ item }) => item.id));
  const idOf = new Map(standing.filter(({ id }) => !ids.has(id)).map((item) => [keyOf(item), item.id]));
  for (const row of rows) {
    const { line, item } = row;
    const { id, name } = item;
    const first = lineOf.get(id);
    const namesake = idOf.get(keyOf(item));
    const other = first === undefined ? otherwise(row) : null;
    if (first !== undefined)
      problems.push({ line, column: 'id', code: 'id-twice', about: id, other: String(first) });
    else if (other) problems.push(other);
    else if (namesake !== undefined && namesake !== id)
      problems.push({ line, column: 'name', code: 'name-twice', about: name, other: namesake });
    if (first === undefined) lineOf.set(id, line);
    idOf.set(keyOf(item), id);
  }
  return problems;
}

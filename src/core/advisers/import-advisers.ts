import type { ImportProblem } from '../import-problems.ts';
import { offerKey } from '../offers/catalogue.ts';
import type { Adviser } from './adviser.ts';

/** An adviser with the line of the file that it was read from. */
export interface ReadAdviser {
  readonly line: number;
  readonly adviser: Adviser;
}

/** What keeps advisers from being imported: an id twice, or the name of another, by which people choose. */
export function clashesOf(
  read: readonly ReadAdviser[],
  stored: readonly Adviser[],
): readonly ImportProblem[] {
  const problems: ImportProblem[] = [];
  const lineOf = new Map<string, number>();
  const ids = new Set(read.map(({ adviser }) => adviser.id));
  const idOf = new Map(stored.filter(({ id }) => !ids.has(id)).map(({ id, name }) => [offerKey(name), id]));
  for (const { line, adviser } of read) {
    const { id, name } = adviser;
    const first = lineOf.get(id);
    const namesake = idOf.get(offerKey(name));
    if (first !== undefined)
      problems.push({ line, column: 'id', code: 'id-twice', about: id, other: String(first) });
    else if (namesake !== undefined && namesake !== id)
      problems.push({ line, column: 'name', code: 'name-twice', about: name, other: namesake });
    if (first === undefined) lineOf.set(id, line);
    idOf.set(offerKey(name), id);
  }
  return problems;
}

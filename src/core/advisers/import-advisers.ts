import { clashesOf } from '../import-clashes.ts';
import type { ImportProblem } from '../import-problems.ts';
import { offerKey } from '../offers/catalogue.ts';
import type { Adviser } from './adviser.ts';

/** An adviser with the line of the file that it was read from. */
export interface ReadAdviser {
  readonly line: number;
  readonly adviser: Adviser;
}

/** What keeps advisers from being imported: an id twice, or the name of another, by which people choose. */
export function adviserClashes(
  read: readonly ReadAdviser[],
  stored: readonly Adviser[],
): readonly ImportProblem[] {
  const rows = read.map(({ line, adviser }) => ({ line, item: adviser }));
  return clashesOf(rows, stored, ({ name }) => offerKey(name));
}

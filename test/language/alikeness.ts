import { wordsOf } from '../../src/language/words.ts';

/** What two lines are compared by: runs of three letters, whatever the case, the signs and the way of typing æ, ø and å. */
export type Runs = ReadonlySet<string>;

/** From this on two lines say the same in the same words. */
export const ALIKE = 0.6;

/** The runs of three letters in a text. */
export function runsOf(text: string): Runs {
  const plain = ` ${wordsOf(text)
    .map(({ folded }) => folded)
    .join(' ')} `;
  const runs = new Set<string>();
  for (let at = 0; at + 3 <= plain.length; at += 1) runs.add(plain.slice(at, at + 3));
  return runs;
}

/** How alike two texts are, 0 to 1: the runs that both hold as a share of those that either holds. */
export function alikeness(a: Runs, b: Runs): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  if (few.size < many.size * ALIKE) return 0;
  let shared = 0;
  for (const run of few) if (many.has(run)) shared += 1;
  return shared / (a.size + b.size - shared);
}

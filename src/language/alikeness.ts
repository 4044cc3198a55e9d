import { wordsOf } from './tokenise.ts';

/**
 * The runs of three letters that texts are compared by, regardless of case, punctuation and the way æ, ø and å are
 * typed.
 */
type Runs = ReadonlySet<string>;

/** Likeness from which two lines say the same in the same words. */
export const ALIKE = 0.6;
/** Likeness from which two lines are of one mould. Judging one by what was learnt from the other would be too easy. */
const ONE_MOULD = 0.4;

/** The runs of three letters in a text. */
function runsOf(text: string): Runs {
  const plain = ` ${wordsOf(text)
    .map(({ folded }) => folded)
    .join(' ')} `;
  const runs = new Set<string>();
  for (let at = 0; at + 3 <= plain.length; at += 1) runs.add(plain.slice(at, at + 3));
  return runs;
}

/** Two alike texts of a list, with their likeness from 0 to 1: the runs they share, as a share of all their runs. */
export interface Pair {
  readonly first: number;
  readonly second: number;
  readonly alikeness: number;
}

/**
 * Every pair of texts whose likeness is at least `least`. The counts stand in one array, not in a map for each text: nearly
 * every line shares a run with nearly every other.
 */
export function pairsAlike(texts: readonly string[], least: number): readonly Pair[] {
  const all = texts.map(runsOf);
  const sizes = Uint32Array.from(all, ({ size }) => size);
  const holders = new Map<string, number[]>();
  const shared = new Uint32Array(texts.length);
  const pairs: Pair[] = [];
  all.forEach((runs, second) => {
    shared.fill(0, 0, second);
    for (const run of runs) {
      const having = holders.get(run);
      for (const first of having ?? []) shared[first] = (shared[first] ?? 0) + 1;
      if (having) having.push(second);
      else holders.set(run, [second]);
    }
    for (let first = 0; first < second; first += 1) {
      const count = shared[first] ?? 0;
      const alikeness = count === 0 ? 0 : count / (runs.size + (sizes[first] ?? 0) - count);
      if (alikeness >= least) pairs.push({ first, second, alikeness });
    }
  });
  return pairs;
}

/** Groups the texts by mould. Each text is in one group; a chain of alike texts counts as one mould. */
export function mouldsOf(texts: readonly string[]): readonly (readonly number[])[] {
  const leader = texts.map((_, at) => at);
  const find = (at: number): number => {
    let root = at;
    while (leader[root] !== undefined && leader[root] !== root) root = leader[root] ?? root;
    return root;
  };
  for (const { first, second } of pairsAlike(texts, ONE_MOULD)) leader[find(second)] = find(first);
  const groups = new Map<number, number[]>();
  texts.forEach((_, at) => {
    const root = find(at);
    groups.set(root, [...(groups.get(root) ?? []), at]);
  });
  return [...groups.values()];
}

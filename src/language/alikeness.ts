import { wordsOf } from './tokenise.ts';

/** What texts are compared by: runs of three letters, whatever the case, the signs and the way of typing æ, ø and å. */
type Runs = ReadonlySet<string>;

/** From this on two lines say the same in the same words. */
export const ALIKE = 0.6;
/** From this on two lines are of one mould: judging one by what was learnt from the other would be too easy. */
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

/** Two of a list that are alike, 0 to 1: the runs that both hold as a share of those that either holds. */
export interface Pair {
  readonly first: number;
  readonly second: number;
  readonly alikeness: number;
}

/** Every pair of texts that is at least so alike. */
export function pairsAlike(texts: readonly string[], least: number): readonly Pair[] {
  const all = texts.map(runsOf);
  const holders = new Map<string, number[]>();
  const pairs: Pair[] = [];
  all.forEach((runs, second) => {
    const shared = new Map<number, number>();
    for (const run of runs) {
      const there = holders.get(run);
      for (const first of there ?? []) shared.set(first, (shared.get(first) ?? 0) + 1);
      if (there) there.push(second);
      else holders.set(run, [second]);
    }
    for (const [first, count] of shared) {
      const alikeness = count / (runs.size + (all[first]?.size ?? 0) - count);
      if (alikeness >= least) pairs.push({ first, second, alikeness });
    }
  });
  return pairs;
}

/** The texts in groups of one mould, each text in one group: chains of likeness count as one. */
export function mouldsOf(texts: readonly string[]): readonly (readonly number[])[] {
  const leader = texts.map((_, at) => at);
  const find = (at: number): number => {
    let one = at;
    while (leader[one] !== undefined && leader[one] !== one) one = leader[one] ?? one;
    return one;
  };
  for (const { first, second } of pairsAlike(texts, ONE_MOULD)) leader[find(second)] = find(first);
  const groups = new Map<number, number[]>();
  texts.forEach((_, at) => {
    const one = find(at);
    groups.set(one, [...(groups.get(one) ?? []), at]);
  });
  return [...groups.values()];
}

import { AREAS, type Area } from '../../src/core/vocabulary.ts';

/** What was said of one text beside what is right. */
export interface Answered {
  readonly right: readonly Area[];
  readonly said: readonly Area[];
}

export interface F1 {
  readonly micro: number;
  readonly macro: number;
  readonly perArea: ReadonlyMap<Area, number>;
  /** How often the first area named is one of the right ones. */
  readonly first: number;
}

/** Micro and macro F1 over areas (an area that is neither right nor named anywhere is left out of the mean). */
export function f1Of(answers: readonly Answered[]): F1 {
  let right = 0;
  let wrong = 0;
  const perArea = new Map<Area, number>();
  for (const area of AREAS) {
    let hits = 0;
    let misses = 0;
    for (const answer of answers) {
      const is = answer.right.includes(area);
      const said = answer.said.includes(area);
      if (is && said) hits += 1;
      else if (is || said) misses += 1;
    }
    right += hits;
    wrong += misses;
    if (hits + misses > 0) perArea.set(area, (2 * hits) / (2 * hits + misses));
  }
  const all = [...perArea.values()];
  const first = answers.filter(({ right: areas, said: [one] }) => one !== undefined && areas.includes(one));
  return {
    micro: (2 * right) / (2 * right + wrong),
    macro: all.reduce((sum, one) => sum + one, 0) / all.length,
    perArea,
    first: first.length / answers.length,
  };
}

/** One claim: with what confidence, and whether it was right. */
export interface Claim {
  readonly confidence: number;
  readonly right: boolean;
}

export interface Decile {
  readonly from: number;
  readonly count: number;
  readonly said: number;
  readonly right: number;
}

/** Claims by tenths of confidence: what was said on average, and how often it was right. */
export function decilesOf(claims: readonly Claim[]): readonly Decile[] {
  return Array.from({ length: 10 }, (_, tenth) => {
    const those = claims.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === tenth);
    const sum = those.reduce((all, { confidence }) => all + confidence, 0);
    const right = those.filter((one) => one.right).length;
    return {
      from: tenth / 10,
      count: those.length,
      said: those.length === 0 ? 0 : sum / those.length,
      right: those.length === 0 ? 0 : right / those.length,
    };
  }).filter(({ count }) => count > 0);
}

/** Expected calibration error: how far from the truth a confidence is, on average over the claims. */
export function calibrationError(claims: readonly Claim[]): number {
  return decilesOf(claims).reduce(
    (sum, { count, said, right }) => sum + (count / claims.length) * Math.abs(said - right),
    0,
  );
}

/** The value below which a share of them lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

const DRAWS = 400;

/**
 * The 95 % interval of a figure, by drawing as many items again and again (bootstrap). Seeded: two runs over the same items
 * give the same interval. A draw without what the figure counts is left out.
 */
export function intervalOf<Item>(
  items: readonly Item[],
  of: (drawn: readonly Item[]) => number,
): readonly [low: number, high: number] {
  let state = 17;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return items[Math.floor((state / 2 ** 32) * items.length)] as Item;
  };
  const values = Array.from({ length: DRAWS }, () => of(Array.from(items, next))).filter(
    (value) => !Number.isNaN(value),
  );
  return values.length === 0
    ? [Number.NaN, Number.NaN]
    : [percentile(values, 0.025), percentile(values, 0.975)];
}

import { describe, expect, it } from 'vitest';
import { rotate, type Share } from '../../../src/core/advisers/rotation.ts';

/** Chances from 0 up to 1 in a row that a seed gives (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Shows so many times among the advisers that `fitting` gives for each; the shares after it. */
function shownTimes(
  times: number,
  fitting: (at: number) => readonly string[],
  chance: () => number,
  before: readonly Share[] = [],
): ReadonlyMap<string, Share> {
  const shares = new Map(before.map((share) => [share.adviser, share]));
  for (let at = 0; at < times; at++) {
    const { order, shares: changed } = rotate(
      { wanted: fitting(at), others: [] },
      [...shares.values()],
      3,
      chance,
    );
    expect(new Set(order).size).toBe(Math.min(3, fitting(at).length));
    for (const share of changed) shares.set(share.adviser, share);
  }
  return shares;
}

const names = (count: number) => Array.from({ length: count }, (_, at) => `adviser-${at}`);
const within5Percent = (counts: readonly number[]) => {
  const mean = counts.reduce((sum, one) => sum + one, 0) / counts.length;
  for (const count of counts) expect(Math.abs(count / mean - 1)).toBeLessThanOrEqual(0.05);
};

describe('the rotation of advisers', () => {
  it.each([3, 4, 5, 7, 8, 12, 20])(
    'gives each of %i the same share of 1,000 showings, and of first places, within 5 %%',
    (count) => {
      for (const seed of [1, 2, 3]) {
        const shares = [...shownTimes(1_000, () => names(count), seeded(seed)).values()];
        expect(shares).toHaveLength(count);
        within5Percent(shares.map(({ shown }) => shown));
        within5Percent(shares.map(({ first }) => first));
      }
    },
  );

  it('evens out what some places cannot show', () => {
    const chance = seeded(4);
    // Every other showing is for a place that only five of the eight serve.
    const shares = shownTimes(1_000, (at) => (at % 2 ? names(8) : names(5)), chance);
    within5Percent([...shares.values()].map(({ shown }) => shown));
  });

  it('lets a newcomer in at once, and does not let it fill every card until it has caught up', () => {
    const chance = seeded(5);
    const before = [...shownTimes(1_000, () => names(8), chance).values()];
    const after = shownTimes(300, () => [...names(8), 'new'], chance, before);
    const gained = [...after.values()].map(
      ({ adviser, shown }) => shown - (before.find((one) => one.adviser === adviser)?.shown ?? 0),
    );
    const own = (after.get('new')?.shown ?? 0) - Math.min(...before.map(({ shown }) => shown));
    expect(own).toBeGreaterThanOrEqual(95);
    expect(own).toBeLessThanOrEqual(105);
    within5Percent([...gained.slice(0, 8), own]);
  });

  it('puts those of the place before others, who fill up what is missing', () => {
    const { order } = rotate(
      { wanted: ['a'], others: names(9) },
      [{ adviser: 'a', shown: 99, first: 99 }],
      3,
      seeded(6),
    );
    expect(order).toHaveLength(3);
    expect(order).toContain('a');
    expect(rotate({ wanted: [], others: [] }, [], 3, seeded(7))).toEqual({ order: [], shares: [] });
  });

  it('lets chance alone settle a tie', () => {
    const tops = new Set(
      Array.from(
        { length: 50 },
        (_, seed) => rotate({ wanted: names(4), others: [] }, [], 3, seeded(seed)).order[0],
      ),
    );
    expect(tops.size).toBe(4);
  });
});

describe('a card of advisers', () => {
  /** The last of equals is drawn first. */
  const lastFirst = () => {
    let lot = 1;
    return () => {
      lot -= 0.01;
      return lot;
    };
  };
  const share = (adviser: string, shown: number, first: number): Share => ({ adviser, shown, first });

  it('has those shown least, with the one on top that was there least, and counts them', () => {
    const before = [share('a', 5, 0), share('b', 2, 2), share('c', 1, 3), share('d', 3, 1)];
    expect(rotate({ wanted: ['a', 'b', 'c', 'd'], others: [] }, before, 3, lastFirst())).toEqual({
      order: ['d', 'b', 'c'],
      shares: [share('d', 4, 2), share('b', 3, 2), share('c', 2, 3)],
    });
  });

  it('breaks ties by lot', () => {
    const { order } = rotate({ wanted: ['a', 'b', 'c'], others: [] }, [], 2, lastFirst());
    expect(order).toEqual(['b', 'c']);
  });

  it('counts a newcomer from just behind the least of those that fit, and of nobody else', () => {
    const before = [share('a', 5, 4), share('b', 7, 3), share('elsewhere', 0, 0)];
    const { shares } = rotate({ wanted: ['a', 'new'], others: ['b'] }, before, 3, lastFirst());
    expect(shares.find(({ adviser }) => adviser === 'new')).toEqual(share('new', 5, 3));
    expect(shares.map(({ adviser }) => adviser)).toEqual(['new', 'b', 'a']);
    const none = rotate({ wanted: ['a', 'new'], others: [] }, [share('a', 0, 0)], 3, lastFirst());
    expect(none.shares.find(({ adviser }) => adviser === 'new')?.shown).toBe(1);
    const fresh = rotate({ wanted: ['new'], others: [] }, [], 3, lastFirst());
    expect(fresh.shares).toEqual([share('new', 1, 1)]);
  });
});

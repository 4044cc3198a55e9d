/** How often an adviser has been shown for a need. */
export interface Share {
  readonly adviser: string;
  readonly shown: number;
  /** How often first in the order. */
  readonly first: number;
}

export interface Rotated {
  /** The advisers to show, in order. */
  readonly order: readonly string[];
  /** The shares that change. */
  readonly shares: readonly Share[];
}

type Count = 'shown' | 'first';

/** The values with the least counts, those with equal ones in an order that chance gives. */
function leastFirst(
  ids: readonly string[],
  countOf: (id: string) => number,
  chance: () => number,
): readonly string[] {
  return ids
    .map((id) => ({ id, count: countOf(id), lot: chance() }))
    .sort((a, b) => a.count - b.count || a.lot - b.lot)
    .map(({ id }) => id);
}

/**
 * Takes `most` of the fitting advisers, those shown least so far, and puts the one that was first least at the top; `wanted`
 * come before `others`, who fill up what is missing. Ties are broken by chance (from 0 up to 1). An adviser who is new to the
 * need begins just behind the least share of the rest: it is shown next, and does not fill every card until it has caught up.
 */
export function rotate(
  { wanted, others }: { readonly wanted: readonly string[]; readonly others: readonly string[] },
  before: readonly Share[],
  most: number,
  chance: () => number,
): Rotated {
  const known = new Map(before.map((share) => [share.adviser, share]));
  const behind = (count: Count) => {
    const counts = [...wanted, ...others].flatMap((id) => known.get(id)?.[count] ?? []);
    return counts.length === 0 ? 0 : Math.max(0, Math.min(...counts) - 1);
  };
  const start = { shown: behind('shown'), first: behind('first') };
  const countOf = (count: Count) => (id: string) => known.get(id)?.[count] ?? start[count];
  const chosen = [wanted, others]
    .flatMap((some) => leastFirst(some, countOf('shown'), chance))
    .slice(0, most);
  const order = leastFirst(chosen, countOf('first'), chance);
  return {
    order,
    shares: order.map((adviser, at) => ({
      adviser,
      shown: countOf('shown')(adviser) + 1,
      first: countOf('first')(adviser) + Number(at === 0),
    })),
  };
}

import { isBirthDate, isCprDigits } from './birth-date.ts';
import { digitsOf, type Group, shapeOf } from './groups.ts';
import { isYear } from './words-behind.ts';

/**
 * Groups of digits that one and the same mark joins: CPR numbers, telephone numbers, dates, other numbers. The reading
 * that leaves least unexplained is taken, so that two telephone numbers in pairs are not a CPR number and a rest.
 */

/** What each way of explaining groups costs. Pairs seldom stand alone: what is left of others speaks against a reading. */
const COST = { known: 0, cpr: 1, other: 2, pair: 3 } as const;

/** How CPR numbers are grouped among other numbers; a chain that is nothing else may be grouped in any way. */
const CPR_SHAPES: readonly string[] = [
  '10',
  '12',
  '6,4',
  '8,4',
  '2,2,6',
  '2,2,8',
  '2,2,2,4',
  '2,2,4,4',
  '2,2,2,2,4',
  '2,2,2,2,2',
  '2,2,2,2,2,2',
  '2,2,4,2,2',
  '6,2,2',
  '8,2,2',
];
const PHONE_SHAPES: readonly string[] = ['8', '2,2,2,2', '4,4', '2,3,3', '3,3,2', '3,2,3'];
const MOST_GROUPS = 12;

interface Item {
  readonly kind: keyof typeof COST;
  readonly groups: readonly Group[];
}

function isCpr(taken: readonly Group[], isAll: boolean): boolean {
  const shape = shapeOf(taken);
  const [day, month, year] = taken;
  if (/^[12],[12],[24],4$/.test(shape) && day?.gap.kind === 'dash')
    return isBirthDate(day.digits, month?.digits ?? '', year?.digits ?? '');
  return (isAll || CPR_SHAPES.includes(shape)) && isCprDigits(digitsOf(taken));
}

function isKnown(taken: readonly Group[]): boolean {
  const shape = shapeOf(taken);
  if (PHONE_SHAPES.includes(shape)) return /^[2-9]/.test(taken[0]?.digits ?? '');
  const [first = '', second = '', third = ''] = taken.map(({ digits }) => digits);
  if (shape === '4,2,2') return isBirthDate(third, second, first);
  return (shape === '2,2,2' || shape === '2,2,4') && isBirthDate(first, second, third);
}

function itemsAt(chain: readonly Group[], at: number): readonly Item[] {
  const items: Item[] = [];
  let digits = 0;
  for (let last = at; last < Math.min(chain.length, at + MOST_GROUPS) && digits < 12; last++) {
    digits += chain[last]?.digits.length ?? 0;
    const taken = chain.slice(at, last + 1);
    if (isCpr(taken, at === 0 && last === chain.length - 1)) items.push({ kind: 'cpr', groups: taken });
    if (isKnown(taken)) items.push({ kind: 'known', groups: taken });
  }
  const alone = chain.slice(at, at + 1);
  return [...items, { kind: alone[0]?.digits.length === 2 ? 'pair' : 'other', groups: alone }];
}

/** The CPR numbers of a chain, with the place of their first group in it. */
export function cprsIn(
  chain: readonly Group[],
): readonly { readonly at: number; readonly groups: readonly Group[] }[] {
  if (chain.every(({ digits }) => isYear(digits))) return [];
  /** What the rest of the chain costs from each place on, and how it is read there. */
  const rest: number[] = [];
  const best: Item[] = [];
  rest[chain.length] = 0;
  for (let at = chain.length - 1; at >= 0; at--) {
    for (const item of itemsAt(chain, at)) {
      const cost = COST[item.kind] + (rest[at + item.groups.length] ?? 0);
      if (cost >= (rest[at] ?? Number.POSITIVE_INFINITY)) continue;
      rest[at] = cost;
      best[at] = item;
    }
  }
  const read: { readonly at: number; readonly item: Item }[] = [];
  for (let at = 0; at < chain.length; ) {
    const item = best[at];
    if (!item) break;
    read.push({ at, item });
    at += item.groups.length;
  }
  // Beside pairs that nothing explains, pairs that look like a day are pairs as well: `10 11 12 13 14 15`.
  const hasPairs = read.some(({ item }) => item.kind === 'pair');
  return read.flatMap(({ at, item: { kind, groups } }) =>
    kind === 'cpr' && !(hasPairs && (groups.at(-1)?.digits.length ?? 0) < 4) ? [{ at, groups }] : [],
  );
}

import { isBirthDate, isCprDigits } from './birth-date.ts';
import { digitsOf, type Group } from './groups.ts';
import { isYear } from './words-behind.ts';

/**
 * Reads chains: groups of digits joined by the same mark, such as CPR numbers, telephone numbers, dates and other
 * numbers. The reading that leaves the least unexplained wins, so that two telephone numbers in pairs are not read as a
 * CPR number and a rest.
 */

/** The cost of each explanation of groups. Pairs seldom stand alone, so a leftover pair speaks against a reading. */
const COST = { known: 0, cpr: 1, other: 2, pair: 3 } as const;

/** Shapes of CPR numbers among other numbers. A chain that holds nothing else may be grouped in any way. */
const CPR_SHAPES: ReadonlySet<string> = new Set([
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
]);
/** Ten digits in a usual shape, followed by two of something else. */
const TEN_FIRST = /^(?:10|6,4|2,2,2,4),/;
const PHONE_SHAPES: ReadonlySet<string> = new Set(['8', '2,2,2,2', '4,4', '2,3,3', '3,3,2', '3,2,3']);

interface Item {
  readonly kind: keyof typeof COST;
  readonly groups: readonly Group[];
}

/** `7-2-63-4127` */
const SHORT_DAY = /^[12],[12],[24],4$/;

function isShortDay(taken: readonly Group[], shape: string): boolean {
  const [day, month, year] = taken;
  if (!day || !month || !year || day.gap.kind !== 'dash' || !SHORT_DAY.test(shape)) return false;
  return isBirthDate(day.digits, month.digits, year.digits);
}

const DATE_SHAPES: ReadonlySet<string> = new Set(['2,2,2', '2,2,4', '4,2,2']);

/** Telephone numbers, and dates in the Danish or ISO 8601 order. */
function isKnown(taken: readonly Group[], shape: string): boolean {
  const [first = '', second = '', third = ''] = taken.map(({ digits }) => digits);
  if (PHONE_SHAPES.has(shape)) return /^[2-9]/.test(first);
  return shape === '4,2,2' ? isBirthDate(third, second, first) : isBirthDate(first, second, third);
}

/** The possible explanations of the groups from an index on, one per kind. */
function itemsAt(chain: readonly Group[], at: number): readonly Item[] {
  const items: Item[] = [];
  let digits = 0;
  let shape = '';
  for (let last = at; last < chain.length; last++) {
    const length = chain[last]?.digits.length ?? 0;
    digits += length;
    if (digits > 12) break;
    shape = shape === '' ? `${length}` : `${shape},${length}`;
    const taken = () => chain.slice(at, last + 1);
    const isAll = at === 0 && last === chain.length - 1 && !TEN_FIRST.test(shape);
    const isWhole = (digits === 10 || digits === 12) && (isAll || CPR_SHAPES.has(shape));
    if (
      (isWhole && isCprDigits(digitsOf(taken()))) ||
      (last === at + 3 && digits < 11 && isShortDay(taken(), shape))
    )
      items.push({ kind: 'cpr', groups: taken() });
    else if ((PHONE_SHAPES.has(shape) || DATE_SHAPES.has(shape)) && isKnown(taken(), shape))
      items.push({ kind: 'known', groups: taken() });
  }
  items.push({
    kind: chain[at]?.digits.length === 2 ? 'pair' : 'other',
    groups: chain.slice(at, at + 1),
  });
  return items;
}

/** The CPR numbers of a chain, each with the index of its first group. */
export function cprsIn(
  chain: readonly Group[],
): readonly { readonly at: number; readonly groups: readonly Group[] }[] {
  if (chain.every(({ digits }) => isYear(digits))) return [];
  /** The lowest cost of the rest of the chain from each index on, and the item chosen there. */
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
  // Beside unexplained pairs, pairs that look like a date are only pairs too: `10 11 12 13 14 15`.
  const hasPairs = read.some(({ item }) => item.kind === 'pair');
  return read.flatMap(({ at, item: { kind, groups } }) =>
    kind === 'cpr' && !(hasPairs && (groups.at(-1)?.digits.length ?? 0) < 4) ? [{ at, groups }] : [],
  );
}

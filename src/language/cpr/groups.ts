/** Digits of a reading that stand together, and what stands between them and the next. */
export interface Group {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
  readonly gap: Gap;
}

/**
 * What stands between two groups. `apart`: a letter, or so much that they do not belong together. `marks`: up to six
 * signs that are none of the others.
 */
export interface Gap {
  readonly kind: 'space' | 'dash' | 'dot' | 'slash' | 'marks' | 'apart';
  readonly hasSpaceLast: boolean;
  readonly isTight: boolean;
}

const MOST_MARKS = 6;
const APART: Gap = { kind: 'apart', hasSpaceLast: false, isTight: false };

function kindOf(between: string): Gap['kind'] {
  switch (between.trim()) {
    case '':
      return 'space';
    case '-':
    case '--':
      return 'dash';
    case '.':
      return 'dot';
    case '/':
      return 'slash';
    default:
      return /\p{L}/u.test(between) ? 'apart' : 'marks';
  }
}

function gapOf(between: string): Gap {
  if (between.length > MOST_MARKS) return APART;
  return {
    kind: kindOf(between),
    hasSpaceLast: between.endsWith(' '),
    isTight: !between.includes(' '),
  };
}

/** The groups of digits in a reading. */
export function groupsOf(text: string): readonly Group[] {
  const found = [...text.matchAll(/\d+/g)];
  return found.map(({ 0: digits, index }, at) => {
    const end = index + digits.length;
    const next = found[at + 1]?.index;
    return {
      digits,
      start: index,
      end,
      gap: next === undefined ? APART : gapOf(text.slice(end, next)),
    };
  });
}

/** The digits of several groups, one after another. */
export function digitsOf(groups: readonly Group[]): string {
  return groups.map(({ digits }) => digits).join('');
}

/** How groups are parted: `2,2,2,4`. */
export function shapeOf(groups: readonly Group[]): string {
  return groups.map(({ digits }) => digits.length).join(',');
}

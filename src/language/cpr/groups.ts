/** A group of adjacent digits in a reading, with the gap to the next group. */
export interface Group {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
  readonly gap: Gap;
}

/**
 * The gap between two groups. `apart`: a letter, or too many signs for the groups to belong together. `marks`: up to
 * six signs other than the kinds named.
 */
export interface Gap {
  readonly kind: 'space' | 'dash' | 'dot' | 'slash' | 'marks' | 'apart';
  readonly hasSpaceLast: boolean;
  readonly isTight: boolean;
}

const MOST_MARKS = 6;
const APART: Gap = { kind: 'apart', hasSpaceLast: false, isTight: false };

function gapKind(between: string): Gap['kind'] {
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
    kind: gapKind(between),
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

/** The digits of several groups, concatenated. */
export function digitsOf(groups: readonly Group[]): string {
  return groups.map(({ digits }) => digits).join('');
}

/** The lengths of the groups: `2,2,2,4`. */
export function shapeOf(groups: readonly Group[]): string {
  return groups.map(({ digits }) => digits.length).join(',');
}

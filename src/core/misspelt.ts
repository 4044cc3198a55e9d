/** The fewest letters of a word that may be misspelt: shorter ones are one slip from too many others. */
const SHORTEST = 4;
const LONG = 8;

/** The slips allowed in a word: one, in a long word two. */
export function slipsIn(word: string): number {
  if (word.length < SHORTEST || /\d/.test(word)) return 0;
  return word.length >= LONG ? 2 : 1;
}

/** Whether two words differ by no more slips (a letter added, left out, wrong, or two changed about) than that. */
export function isWithin(slips: number, one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > slips) return false;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      const turned = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      row[j] = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (same ? 0 : 1),
        turned ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [before, last] = [last, row];
  }
  return (last[other.length] ?? 0) <= slips;
}

/**
 * Pieces of a word, one of which stands whole in every word that differs by the slips allowed in it. A slip damages
 * one piece; two letters changed about fall between two pieces.
 */
export function piecesOf(word: string): readonly string[] {
  const slips = slipsIn(word);
  if (slips === 0) return [word];
  const length = Math.floor(word.length / (slips + 1));
  return Array.from({ length: slips + 1 }, (_, at) =>
    at === slips ? word.slice(at * length) : word.slice(at * length, (at + 1) * length - 1),
  );
}

import { stem } from './danish-stemmer.ts';

/** The fewest letters of a part. Shorter ones (`el`, `it`) are found by chance inside other words. */
const SHORTEST_PART = 4;
const SHORTEST_WORD = 8;

/**
 * The known parts of a Danish compound, as stems: `eksportfinansiering` gives `eksport` and `finansiering`. A part at
 * either end also counts when the rest is unknown and at least three letters long. A linking s or e belongs to neither
 * part.
 */
export function splitCompound(folded: string, parts: ReadonlySet<string>): readonly string[] {
  if (folded.length < SHORTEST_WORD || folded.length > 40) return [];
  const head = longestHead(folded, parts);
  if (head !== null) {
    const rest = folded.slice(head.length);
    for (const tail of [rest, rest.slice(1)]) {
      if (tail.length < SHORTEST_PART || (tail !== rest && !/^[se]/.test(rest))) continue;
      if (parts.has(stem(tail))) return [head.stem, stem(tail)];
      const inner = longestHead(tail, parts);
      if (inner !== null) {
        const last = tail.slice(inner.length).replace(/^s(?=.{4})/, '');
        return parts.has(stem(last)) ? [head.stem, inner.stem, stem(last)] : [head.stem, inner.stem];
      }
    }
  }
  const tail = longestTail(folded, parts);
  if (head !== null && tail !== null && head.length + tail.length <= folded.length)
    return [head.stem, tail.stem];
  const only = head ?? tail;
  return only === null ? [] : [only.stem];
}

interface Part {
  readonly stem: string;
  readonly length: number;
}

function longestHead(word: string, parts: ReadonlySet<string>): Part | null {
  for (let length = word.length - 3; length >= SHORTEST_PART; length -= 1) {
    const piece = word.slice(0, length);
    if (parts.has(piece)) return { stem: piece, length };
    const stemmed = stem(piece);
    if (stemmed !== piece && stemmed.length >= SHORTEST_PART && parts.has(stemmed))
      return { stem: stemmed, length };
  }
  return null;
}

function longestTail(word: string, parts: ReadonlySet<string>): Part | null {
  for (let from = 3; from <= word.length - SHORTEST_PART; from += 1) {
    const stemmed = stem(word.slice(from));
    if (stemmed.length >= SHORTEST_PART && parts.has(stemmed))
      return { stem: stemmed, length: word.length - from };
  }
  return null;
}

import distances from 'natural/lib/natural/distance/index.js';

const SHORTEST = 5;
const LONG = 8;

/** Finds the known word that was meant by a misspelt one. */
export interface Speller {
  /** The one nearest word within reach: one slip in a short word, two in a long one. Undefined where none is near. */
  nearest(word: string): string | undefined;
}

/** The word itself and each form with one letter left out: two words one slip apart share such a form. */
function forms(word: string): readonly string[] {
  const all = [word];
  for (let at = 1; at < word.length; at += 1) all.push(word.slice(0, at) + word.slice(at + 1));
  return all;
}

/**
 * A speller over a closed list of words. Candidates come from an index of shortened forms, so that only a handful are
 * ever measured (natural's Damerau-Levenshtein), however many words there are. The first letter must be right.
 */
export function createSpeller(words: Iterable<string>): Speller {
  const byLetter = Map.groupBy(
    [...words].filter((word) => word.length >= SHORTEST),
    (word) => word[0] ?? '',
  );
  // One letter at a time, when it is first asked for: the whole index would be the longest part of a start.
  const indexes = new Map<string, Map<string, string[]>>();
  function indexOf(letter: string): Map<string, string[]> {
    const made = indexes.get(letter);
    if (made) return made;
    const index = new Map<string, string[]>();
    for (const word of byLetter.get(letter) ?? []) {
      for (const form of forms(word)) {
        const there = index.get(form);
        if (there) there.push(word);
        else index.set(form, [word]);
      }
    }
    indexes.set(letter, index);
    return index;
  }
  return {
    nearest(word) {
      if (word.length < SHORTEST || word.length > 30 || /\d/.test(word)) return undefined;
      const index = indexOf(word[0] ?? '');
      const candidates = new Set<string>();
      for (const form of forms(word)) for (const one of index.get(form) ?? []) candidates.add(one);
      const reach = word.length >= LONG ? 2 : 1;
      let best: string | undefined;
      let least = reach + 1;
      let tried = 0;
      for (const candidate of candidates) {
        if (Math.abs(candidate.length - word.length) > reach) continue;
        tried += 1;
        if (tried > 12) break;
        const slips = distances.DamerauLevenshteinDistance(word, candidate, { restricted: true });
        if (slips < least) {
          least = slips;
          best = candidate;
        }
      }
      return best;
    },
  };
}

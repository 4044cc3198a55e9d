import distances from 'natural/lib/natural/distance/index.js';

/** The fewest letters of a word that is corrected: shorter words are one edit from too many others. */
const SHORTEST = 5;
const LONG = 8;

/** Corrects misspelt words to known ones. */
export interface Speller {
  /** The nearest known word: at most one edit from a short word, two from a long one. Undefined where none is near. */
  nearest(word: string): string | undefined;
}

/** The word and every form with one letter left out. Two words one edit apart share such a form. */
function forms(word: string): readonly string[] {
  const all = [word];
  for (let at = 1; at < word.length; at += 1) all.push(word.slice(0, at) + word.slice(at + 1));
  return all;
}

/**
 * Makes a speller over a closed list of words. An index of shortened forms limits the candidates to a handful, which
 * are measured with natural's Damerau-Levenshtein distance. The first letter must be right.
 */
export function createSpeller(words: Iterable<string>): Speller {
  const byLetter = Map.groupBy(
    [...words].filter((word) => word.length >= SHORTEST),
    (word) => word[0] ?? '',
  );
  // The index is built per first letter on demand: the whole would take the longest part of a start.
  const indexes = new Map<string, Map<string, string[]>>();
  function indexOf(letter: string): Map<string, string[]> {
    const made = indexes.get(letter);
    if (made) return made;
    const index = new Map<string, string[]>();
    for (const word of byLetter.get(letter) ?? []) {
      for (const form of forms(word)) {
        const sharing = index.get(form);
        if (sharing) sharing.push(word);
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
      for (const form of forms(word))
        for (const candidate of index.get(form) ?? []) candidates.add(candidate);
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

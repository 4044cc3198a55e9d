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
  const index = new Map<string, string[]>();
  for (const word of words) {
    if (word.length < SHORTEST) continue;
    for (const form of forms(word)) {
      const there = index.get(form);
      if (there) there.push(word);
      else index.set(form, [word]);
    }
  }
  return {
    nearest(word) {
      if (word.length < SHORTEST || word.length > 30 || /\d/.test(word)) return undefined;
      const candidates = new Set<string>();
      for (const form of forms(word)) for (const one of index.get(form) ?? []) candidates.add(one);
      const reach = word.length >= LONG ? 2 : 1;
      let best: string | undefined;
      let least = reach + 1;
      let tried = 0;
      for (const candidate of candidates) {
        if (candidate[0] !== word[0] || Math.abs(candidate.length - word.length) > reach) continue;
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

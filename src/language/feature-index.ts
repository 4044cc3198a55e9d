/** Hashes are looked up among those with the same upper bits. */
const LOWER_BITS = 16;

/** A 32-bit hash of a feature's name: FNV-1a, its bits mixed as MurmurHash3 ends. */
export function hashOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at += 1) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * The rows of the features that a model knows. Only hashes of their names are kept: a hundred thousand names would be most of
 * the model's file, of the time it takes to load and of its memory. Names that share a hash share a row; of 32 bits this
 * befalls a handful.
 */
export class FeatureIndex {
  /** The hash of each row's name, rising. */
  readonly hashes: Uint32Array;
  /** The first row of each value of the upper bits. */
  readonly #starts: Uint32Array;

  /** Throws where the hashes do not rise: rows would be mistaken for one another. */
  constructor(hashes: Uint32Array) {
    const starts = new Uint32Array(2 ** (32 - LOWER_BITS) + 1);
    hashes.forEach((hash, row) => {
      if (row > 0 && hash <= (hashes[row - 1] ?? 0))
        throw new Error('The hashes of a feature index must rise');
      starts[(hash >>> LOWER_BITS) + 1] = row + 1;
    });
    for (let at = 1; at < starts.length; at += 1) starts[at] = Math.max(starts[at] ?? 0, starts[at - 1] ?? 0);
    this.hashes = hashes;
    this.#starts = starts;
  }

  /** The row of a feature; undefined for one that the model does not know. */
  rowOf(name: string): number | undefined {
    const hash = hashOf(name);
    const upper = hash >>> LOWER_BITS;
    const end = this.#starts[upper + 1] ?? 0;
    for (let row = this.#starts[upper] ?? 0; row < end; row += 1) if (this.hashes[row] === hash) return row;
    return undefined;
  }
}

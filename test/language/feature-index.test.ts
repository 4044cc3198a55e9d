import { describe, expect, it } from 'vitest';
import { FeatureIndex, hashOf } from '../../src/language/feature-index.ts';

/** The rows of features by hash: each known name has its own, an unknown one has none. */

const names = Array.from({ length: 5_000 }, (_, at) => `s:ord${at}`);
const hashes = Uint32Array.from(names, hashOf).sort();

describe('an index of features', () => {
  const index = new FeatureIndex(hashes);

  it('gives every name the row of its hash', () => {
    for (const name of names) expect(hashes[index.rowOf(name) ?? -1], name).toBe(hashOf(name));
    expect(new Set(names.map((name) => index.rowOf(name))).size).toBe(names.length);
  });

  it('knows no other name', () => {
    expect(['s:ord5000', 'w:ord1', '', 'æøå'].map((name) => index.rowOf(name))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('finds the lowest and the highest hash there can be', () => {
    const [first = '', ...rest] = names.toSorted((a, b) => hashOf(a) - hashOf(b));
    const last = rest.at(-1) ?? '';
    const two = new FeatureIndex(Uint32Array.of(hashOf(first), hashOf(last)));
    expect([two.rowOf(first), two.rowOf(last)]).toEqual([0, 1]);
  });

  it('refuses hashes that do not rise', () => {
    expect(() => new FeatureIndex(Uint32Array.of(2, 1))).toThrow('rise');
    expect(() => new FeatureIndex(Uint32Array.of(7, 7))).toThrow('rise');
  });
});

import { describe, expect, it } from 'vitest';
import { isWithin, piecesOf, slipsIn } from '../../src/core/misspelt.ts';

describe('the slips allowed in a word', () => {
  it.each([
    ['vvs', 0],
    ['bakk', 1],
    ['bageri', 1],
    ['bagerier', 2],
    ['sydfynsk', 2],
    ['b4geriet', 0],
  ])('%s: %i', (word, slips) => expect(slipsIn(word)).toBe(slips));
});

describe('two words', () => {
  it.each([
    ['hansen', 'hansen', 0],
    ['hansen', 'hanse', 1],
    ['hansen', 'hanssen', 1],
    ['hansen', 'hansan', 1],
    ['hansen', 'hnasen', 1],
    ['hansen', 'hasnen', 1],
    ['hansen', 'ahnsen', 1],
    ['ab', 'ba', 1],
    ['hansen', 'hanson', 1],
    ['hansen', 'jansenn', 2],
    ['hansen', 'nahsen', 2],
    ['hansen', 'sen', 3],
    ['hansen', '', 6],
    ['hansen', 'olsen', 3],
    // The same letters, none at its place or beside it.
    ['abcdef', 'fedcba', 5],
  ])('%s and %s differ by %i slips', (one, other, slips) => {
    expect(isWithin(slips, one, other)).toBe(true);
    expect(isWithin(slips, other, one)).toBe(true);
    if (slips > 0) {
      expect(isWithin(slips - 1, one, other)).toBe(false);
      expect(isWithin(slips - 1, other, one)).toBe(false);
    }
  });
});

describe('the pieces of a word', () => {
  it.each([
    ['vvs', ['vvs']],
    ['hansen', ['ha', 'sen']],
    ['mikkelsen', ['mi', 'ke', 'sen']],
  ])('%s', (word, pieces) => expect(piecesOf(word)).toEqual(pieces));

  it('stand in what is misspelt by no more than the slips allowed in it', () => {
    const letters = 'aeøtn';
    for (const word of ['hansen', 'mikkelsen', 'bageriet']) {
      const once = [...variants(word, letters)];
      const all = slipsIn(word) === 2 ? once.flatMap((one) => [...variants(one, 'a')]) : once;
      const missed = all.filter((one) => !piecesOf(word).some((piece) => one.includes(piece)));
      expect(missed).toEqual([]);
    }
  });
});

/** Every word that differs by one slip. */
function* variants(word: string, letters: string): Generator<string> {
  for (let at = 0; at <= word.length; at++) {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    yield before + after.slice(1);
    if (after.length > 1) yield `${before}${after[1]}${after[0]}${after.slice(2)}`;
    for (const letter of letters) {
      yield before + letter + after;
      yield before + letter + after.slice(1);
    }
  }
}

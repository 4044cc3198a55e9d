import { describe, expect, it } from 'vitest';
import { AREAS } from '../../src/core/vocabulary.ts';
import { ALIKE, pairsAlike } from '../../src/language/alikeness.ts';
import { readCorpus, readVoices } from '../../src/language/corpus.ts';
import { maskCpr } from '../../src/language/cpr/mask-cpr.ts';
import { wordsOf } from '../../src/language/tokenise.ts';

/** The lines by voice: varied, hardly one twice, nobody's number in them. */

const examples = readVoices();
const voices = [...new Set(examples.map(({ voice }) => voice))];
const texts = examples.map(({ text }) => text);
const lengthOf = (text: string) => wordsOf(text).length;

describe.each(voices)('the voice of %s', (voice) => {
  const own = examples.filter((example) => example.voice === voice);

  it('has lines of every length', () => {
    expect(own.length).toBeGreaterThanOrEqual(250);
    const lengths = own.map(({ text }) => lengthOf(text));
    expect(Math.max(...lengths)).toBeGreaterThan(Math.min(...lengths) * 2);
  });

  it('speaks of nearly every need, and of some that are on no list or not clear yet', () => {
    const spoken = new Set(own.flatMap(({ areas }) => areas));
    expect(spoken.size).toBeGreaterThanOrEqual(AREAS.length - 3);
    for (const open of ['other', 'unclear'] as const)
      expect(own.filter(({ areas }) => areas.includes(open)).length, open).toBeGreaterThanOrEqual(10);
  });

  it('names two needs now and then', () => {
    const several = own.filter(({ areas }) => areas.length > 1).length;
    expect(several / own.length).toBeGreaterThan(0.1);
  });

  it('seldom begins a line as another', () => {
    const openings = new Set(own.map(({ text }) => text.toLowerCase().split(/\s+/).slice(0, 3).join(' ')));
    expect(openings.size / own.length).toBeGreaterThan(0.9);
  });
});

describe('all voices together', () => {
  it('say fewer than one line in twenty in the words of another, and hardly any in those of the corpus', () => {
    const corpus = readCorpus().map(({ text }) => text);
    const pairs = pairsAlike([...texts, ...corpus], ALIKE);
    const among = new Set(pairs.flatMap(({ second }) => (second < texts.length ? [second] : [])));
    expect(among.size / texts.length).toBeLessThan(0.05);
    const taken = pairs.filter(({ first, second }) => first < texts.length && second >= texts.length);
    expect(taken.length / texts.length).toBeLessThan(0.01);
  });

  it('hold no CPR number', () => {
    for (const text of texts) expect(maskCpr(text).removed, text).toBe(0);
  });
});

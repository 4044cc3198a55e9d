import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AREAS } from '../../src/core/vocabulary.ts';
import { ALIKE, pairsAlike } from '../../src/language/alikeness.ts';
import { readCorpus, readExamples, readVoices } from '../../src/language/corpus.ts';
import { maskCpr } from '../../src/language/cpr/mask-cpr.ts';
import { knowledgeOf, skipOf } from '../../src/language/create-language-model.ts';
import { readPlaces } from '../../src/language/entities/places.ts';
import { readLexicon } from '../../src/language/lexicon.ts';
import { wordsOf } from '../../src/language/tokenise.ts';
import { digestOf } from '../../src/language/train-model.ts';

/** The shape of what the model learns from: varied, each line once, nothing kept aside, nobody's number in it. */

const examples = readCorpus();
const aside = readExamples(readFileSync(new URL('./aside.txt', import.meta.url), 'utf8'), null);
const lexicon = readLexicon();
const knowledge = knowledgeOf(readPlaces(), lexicon);
const texts = examples.map(({ text }) => text);
const pairs = pairsAlike([...texts, ...aside.map(({ text }) => text)], ALIKE);
const lengthOf = (text: string) => wordsOf(text).length;
const ENGLISH = /\b(?:the|a|we|our|is|are|how|to|for|of|do|in|my|i)\b/i;
const DANISH = /[æøå]|\b(?:vi|og|til|en|et|skal|har|jeg|hvad|hvordan|vil|i|af|på|kan|er|med)\b/i;
const isEnglish = (text: string) =>
  !/[æøå]/i.test(text) &&
  (text.match(new RegExp(ENGLISH, 'gi')) ?? []).length > (text.match(new RegExp(DANISH, 'gi')) ?? []).length;

describe('the corpus', () => {
  it.each(AREAS)('has at least 60 varied examples of %s', (area) => {
    const own = examples.filter(({ areas }) => areas.includes(area)).map(({ text }) => text);
    expect(own.length).toBeGreaterThanOrEqual(60);
    expect(own.filter((text) => lengthOf(text) <= 4).length, 'short ones').toBeGreaterThanOrEqual(5);
    expect(own.filter((text) => lengthOf(text) >= 8).length, 'long ones').toBeGreaterThanOrEqual(10);
    expect(own.filter(isEnglish).length, 'English ones').toBeGreaterThanOrEqual(5);
    expect(own.filter((text) => /[æøå]/i.test(text)).length, 'Danish ones').toBeGreaterThanOrEqual(15);
    const openings = new Set(own.map((text) => text.toLowerCase().split(/\s+/).slice(0, 2).join(' ')));
    expect(openings.size / own.length, 'different openings').toBeGreaterThan(0.75);
  });

  it('says nothing twice in the same words', () => {
    const twice = pairs.filter(({ first, second, alikeness }) => {
      if (second >= texts.length) return false;
      const one = texts[first] ?? '';
      const other = texts[second] ?? '';
      // `strategi` and `IP-strategi` share their letters and mean two things.
      const short = Math.min(lengthOf(one), lengthOf(other)) <= 2;
      const sameAreas = examples[first]?.areas.join() === examples[second]?.areas.join();
      return alikeness === 1 || (!short && sameAreas);
    });
    expect(twice.map(({ first, second }) => `${texts[first]} / ${texts[second]}`)).toEqual([]);
  });

  it('holds no line of those kept aside, nor one like it', () => {
    const across = pairs.filter(({ first, second }) => first < texts.length && second >= texts.length);
    expect(across.map(({ first }) => texts[first])).toEqual([]);
  });

  it('has lines about more than one need in every area but those that exclude others', () => {
    for (const area of AREAS) {
      if (area === 'unclear' || area === 'general-information') continue;
      const several = examples.filter(({ areas }) => areas.length > 1 && areas.includes(area));
      expect(several.length, area).toBeGreaterThanOrEqual(3);
    }
  });

  it('holds no CPR number, telephone number or e-mail address', () => {
    for (const text of texts) {
      expect(maskCpr(text).removed, text).toBe(0);
      expect(text).not.toMatch(/@|(?<!\d)\d{2} ?\d{2} ?\d{2} ?\d{2}(?!\d)/);
    }
  });

  it('is what the stored model was trained on: npm run train', () => {
    const stored: unknown = JSON.parse(
      readFileSync(new URL('../../src/language/need-areas.model', import.meta.url), 'utf8'),
    );
    expect(stored).toMatchObject({
      corpus: digestOf([...examples, ...readVoices()], lexicon, (text) =>
        skipOf(text, '2026-01-01', knowledge),
      ),
    });
  });
});

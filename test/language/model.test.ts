import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../src/language/corpus.ts';
import { createLanguageModel } from '../../src/language/create-language-model.ts';
import { fitModel } from '../../src/language/fit-model.ts';
import { readLexicon } from '../../src/language/lexicon.ts';
import { loadModel, storeModel } from '../../src/language/linear-model.ts';
import { createSpeller } from '../../src/language/spelling.ts';
import { intervalOf } from '../bench/language-scores.ts';

/** The stored model, how it is made, and what it makes of words that it never learnt. */

const TODAY = '2026-11-02';
const FILE = new URL('../../src/language/need-areas.model', import.meta.url);

describe('the stored model', () => {
  it('is under 8 MB', () => {
    expect(readFileSync(FILE).byteLength).toBeLessThan(8_000_000);
  });

  it('is the same after being loaded and stored again', () => {
    const text = readFileSync(FILE, 'utf8');
    const { corpus }: { corpus: string } = JSON.parse(text);
    expect(`${JSON.stringify(storeModel(loadModel(text), corpus))}\n`).toBe(text);
  });

  it('is refused where a part of it is missing', () => {
    const stored = JSON.parse(readFileSync(FILE, 'utf8'));
    expect(() => loadModel(JSON.stringify({ ...stored, weights: stored.weights.slice(0, 400) }))).toThrow(
      'damaged',
    );
    expect(() => loadModel(JSON.stringify({ ...stored, areas: ['financing'] }))).toThrow('other areas');
  });
});

describe('training', () => {
  const lexicon = readLexicon();
  const some = readCorpus().filter((_, at) => at % 40 === 0);
  const reader = { lexicon, speller: createSpeller(lexicon.singles), known: new Set<string>() };

  it('makes the same model of the same examples, bit for bit', () => {
    expect(fitModel(some, reader, () => [])).toEqual(fitModel(some, reader, () => []));
  });

  it('makes another of other examples', () => {
    const fewer = fitModel(some.slice(1), reader, () => []);
    expect(fewer.weights).not.toEqual(fitModel(some, reader, () => []).weights);
  });
});

describe('text unlike anything learnt', () => {
  const model = createLanguageModel();
  const surest = (text: string) => model.understand(text, TODAY).areas[0]?.confidence ?? 0;

  it.each([
    ['lån til en ny maskine', 'frimærker flokkedes hvirvlende kyndelmisse lån skyggespil blåhvaler'],
    [
      'we want to export to Germany',
      'seagulls drifted above pewter lanterns, export of nobody knows whose sorrow',
    ],
    ['søger nye lokaler', 'lokaler glimtede, brombærkrat og ugler sang i tågedisen ved midnat'],
  ])('is less sure than “%s”', (plain, strange) => {
    expect(surest(strange)).toBeLessThan(surest(plain));
  });

  it.each(['qwzx plkj vbnm', 'ångström Żółw 漢字', 'la la la la'])('%s is asked about', (text) => {
    expect(model.understand(text, TODAY).chosen).toEqual([]);
  });
});

describe('the interval of a figure', () => {
  const share = (drawn: readonly boolean[]) => drawn.filter(Boolean).length / drawn.length;
  const coins = Array.from({ length: 400 }, (_, at) => at % 4 === 0);

  it('holds the figure, is as wide as chance makes it, and is the same in every run', () => {
    const [low, high] = intervalOf(coins, share);
    expect(low).toBeLessThan(0.25);
    expect(high).toBeGreaterThan(0.25);
    expect(high - low).toBeGreaterThan(0.06);
    expect(high - low).toBeLessThan(0.11);
    expect(intervalOf(coins, share)).toEqual([low, high]);
  });
});

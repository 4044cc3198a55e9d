import { describe, expect, it } from 'vitest';
import { AREAS, type Area } from '../../src/core/vocabulary.ts';
import { answerNeeds, type Confident, confidencesOf } from '../../src/language/answer-needs.ts';
import { calibrate, type Judged, thresholdsOf } from '../../src/language/calibrate.ts';

/** What is filled in, offered and asked for, given how sure the model is. */

const THRESHOLDS = { fill: 0.8, offer: 0.6, beside: 0.5 };
const ranked = (...those: readonly (readonly [Area, number])[]): readonly Confident[] =>
  those.map(([area, confidence]) => ({ area, confidence }));

describe('needs', () => {
  it('that are sure enough are filled in, and the next is offered where it may well be meant too', () => {
    expect(answerNeeds(ranked(['financing', 0.9], ['automation', 0.55], ['csr', 0.5]), THRESHOLDS)).toEqual({
      chosen: ['financing'],
      offered: ['automation'],
    });
    expect(answerNeeds(ranked(['financing', 0.9], ['automation', 0.45]), THRESHOLDS).offered).toEqual([]);
  });

  it('that are not sure are offered, the three likeliest, where one of them is probably right', () => {
    const doubtful = ranked(['financing', 0.3], ['crisis', 0.2], ['csr', 0.15], ['succession', 0.1]);
    expect(answerNeeds(doubtful, THRESHOLDS)).toEqual({
      chosen: [],
      offered: ['financing', 'crisis', 'csr'],
    });
  });

  it('of which none is likely are asked for', () => {
    expect(answerNeeds(ranked(['financing', 0.2], ['csr', 0.12], ['automation', 0.1]), THRESHOLDS)).toEqual({
      chosen: [],
      offered: [],
    });
  });

  it('that are unclear are asked for, and do not count beside a clear one', () => {
    expect(answerNeeds(ranked(['unclear', 0.6], ['financing', 0.2]), THRESHOLDS).offered).toEqual([]);
    expect(answerNeeds(ranked(['financing', 0.9], ['unclear', 0.85]), THRESHOLDS).chosen).toEqual([
      'financing',
    ]);
  });

  it('that may be a crisis are asked about whatever else is clear', () => {
    expect(
      answerNeeds(ranked(['financing', 0.9], ['csr', 0.3], ['crisis', 0.16]), THRESHOLDS).offered,
    ).toEqual(['crisis']);
    const offered = answerNeeds(
      ranked(['financing', 0.5], ['csr', 0.3], ['automation', 0.2], ['crisis', 0.15]),
      THRESHOLDS,
    ).offered;
    expect(offered).toEqual(['financing', 'csr', 'crisis']);
  });

  it('of a letter are offered beside the clear ones, up to six', () => {
    const letter = ranked(
      ['financing', 0.9],
      ...AREAS.filter((area) => !['financing', 'unclear', 'crisis'].includes(area))
        .slice(0, 8)
        .map((area) => [area, 0.2] as const),
    );
    expect(answerNeeds(letter, THRESHOLDS, true).offered).toHaveLength(6);
  });
});

describe('thresholds', () => {
  /** 1,000 lines: the higher the probability of `financing`, the oftener it is right. */
  const judged: readonly Judged[] = Array.from({ length: 1_000 }, (_, at) => {
    const probability = 0.1 + 0.85 * (at / 1_000);
    const isRight = (at * 7_919) % 1_000 < probability * 1_000;
    const probabilities = new Float64Array(AREAS.length).fill((1 - probability) / (AREAS.length - 1));
    probabilities[AREAS.indexOf('financing')] = probability;
    const areas: readonly Area[] = [isRight ? 'financing' : 'csr'];
    return { example: { text: String(at), areas }, probabilities, literal: new Set<Area>(), fold: 0 };
  });

  it('fill in no more than what is right nine times in ten', () => {
    const { fill } = thresholdsOf(judged, calibrate(judged));
    expect(fill).toBeGreaterThan(0.8);
    expect(fill).toBeLessThanOrEqual(1);
  });

  it('trust a probability more where the word itself stands, if it is right more often there', () => {
    const literal = judged.map((one) => ({
      ...one,
      example: { ...one.example, areas: ['financing'] as const },
      literal: new Set<Area>(['financing']),
    }));
    const calibration = calibrate([...judged, ...literal]);
    const probabilities = judged[400]?.probabilities ?? new Float64Array(AREAS.length);
    const sure = (words: ReadonlySet<Area>) =>
      confidencesOf(calibration, { probabilities, literal: words }).find(({ area }) => area === 'financing');
    expect(sure(new Set(['financing']))?.confidence).toBeGreaterThan(0.9);
    expect(sure(new Set())?.confidence).toBeLessThan(0.7);
  });

  it('are the same from the same lines', () => {
    const curve = calibrate(judged);
    expect(thresholdsOf(judged, curve)).toEqual(thresholdsOf([...judged], calibrate([...judged])));
  });
});

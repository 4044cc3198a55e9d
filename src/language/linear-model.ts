import { z } from 'zod';
import { AREAS } from '../core/vocabulary.ts';
import type { Feature } from './features.ts';
import type { Term } from './lexicon.ts';

/** Points of a rising curve from raw score to confidence: the share of such scores that are right. */
export type Calibration = readonly (readonly [score: number, confidence: number])[];

/**
 * A linear model: a weight per feature and area, in multiples of `step`, which keeps it small on disk and in memory.
 */
export interface LinearModel {
  readonly features: ReadonlyMap<string, number>;
  readonly weights: Int8Array;
  readonly bias: readonly number[];
  readonly step: number;
  readonly calibration: Calibration;
}

/** The stored form of a model: JSON with the weights as base64. `corpus` is the digest of its training data. */
const STORED = z.strictObject({
  corpus: z.string(),
  areas: z.array(z.string()),
  features: z.string(),
  weights: z.string(),
  bias: z.array(z.number()),
  step: z.number(),
  calibration: z.array(z.tuple([z.number(), z.number()])),
});
export type StoredModel = Readonly<z.infer<typeof STORED>>;

const COUNT = AREAS.length;

/** The weight of a lexicon term for its area before any training. */
export function priorOf({ strong }: Pick<Term, 'strong'>): number {
  return strong ? 3 : 1.5;
}

/** Raw scores per area, in the order of AREAS. */
export function scoresOf(model: LinearModel, features: readonly Feature[]): Float64Array {
  const scores = Float64Array.from(model.bias);
  for (const { name, value, terms } of features) {
    const row = model.features.get(name);
    if (row === undefined) {
      for (const term of terms ?? []) {
        const area = AREAS.indexOf(term.area);
        scores[area] = (scores[area] ?? 0) + value * priorOf(term);
      }
      continue;
    }
    for (let area = 0; area < COUNT; area += 1) {
      scores[area] = (scores[area] ?? 0) + value * model.step * (model.weights[row * COUNT + area] ?? 0);
    }
  }
  return scores;
}

/** The weight of a feature for an area; 0 for an unknown feature. */
export function weightOf(model: LinearModel, { name, terms = [] }: Feature, area: number): number {
  const row = model.features.get(name);
  if (row !== undefined) return model.step * (model.weights[row * COUNT + area] ?? 0);
  const term = terms.find((term) => AREAS.indexOf(term.area) === area);
  return term ? priorOf(term) : 0;
}

/** The confidence of a score, interpolated on the calibration curve. */
export function confidenceOf(calibration: Calibration, score: number): number {
  let below = calibration[0];
  if (below === undefined) return 1 / (1 + Math.exp(-score));
  if (score <= below[0]) return below[1];
  for (const point of calibration) {
    if (score <= point[0]) {
      const share = point[0] === below[0] ? 1 : (score - below[0]) / (point[0] - below[0]);
      return below[1] + share * (point[1] - below[1]);
    }
    below = point;
  }
  return below[1];
}

/** The stored form of a model. `corpus` is the digest of its training data. */
export function storeModel(model: LinearModel, corpus: string): StoredModel {
  return {
    corpus,
    areas: [...AREAS],
    features: [...model.features.keys()].join(' '),
    weights: Buffer.from(model.weights).toString('base64'),
    bias: [...model.bias],
    step: model.step,
    calibration: model.calibration.map(([score, confidence]) => [score, confidence]),
  };
}

/** Loads a model from a file's text. Throws where it is malformed or was trained for other areas. */
export function loadModel(text: string): LinearModel {
  const stored = STORED.parse(JSON.parse(text));
  if (stored.areas.join() !== AREAS.join())
    throw new Error('The language model was trained for other areas: train it again');
  const names = stored.features.split(' ');
  const bytes = Buffer.from(stored.weights, 'base64');
  if (bytes.length !== names.length * COUNT) throw new Error('The language model is damaged: train it again');
  return {
    features: new Map(names.map((name, row) => [name, row])),
    weights: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length),
    bias: stored.bias,
    step: stored.step,
    calibration: stored.calibration,
  };
}

import { z } from 'zod';
import { AREAS } from '../core/vocabulary.ts';
import { FeatureIndex } from './feature-index.ts';
import type { Feature } from './features.ts';

/** Points of a rising curve from probability to confidence: the share of such probabilities that are right. */
export type Curve = readonly (readonly [probability: number, confidence: number])[];

/**
 * What a text's strong terms of the lexicon say of an area: they are its own alone, its own among those of others, those of
 * others only, or there are none.
 */
export type Evidence = 'alone' | 'among' | 'others' | 'none';

/** A curve by evidence: equal probabilities are right more often where the word itself stands, and less where others do. */
export type Calibration = Readonly<Record<Evidence, Curve>>;

/** The confidences at which the bot fills in, offers and asks. Drawn from lines in voices that were left out. */
export interface Thresholds {
  /** From this confidence on, an area is filled in. */
  readonly fill: number;
  /** Where nothing is filled in, the likeliest areas are offered when their confidences sum to this; else the bot asks. */
  readonly offer: number;
  /** From this confidence on, a further area is offered beside those that are filled in. */
  readonly beside: number;
}

/**
 * A multinomial logistic regression over TF-IDF features. Weights are multiples of their feature's step, which keeps them
 * small on disk and in memory.
 */
export interface LinearModel {
  readonly features: FeatureIndex;
  /** How rare each feature is among the examples, in multiples of `RARITY`. */
  readonly rarities: Uint8Array;
  /** The rarity of a feature that no example has. */
  readonly unseen: number;
  readonly weights: Int8Array;
  readonly steps: Float32Array;
  readonly bias: readonly number[];
  readonly calibration: Calibration;
  readonly thresholds: Thresholds;
}

/** What is fitted: all of a model but what is drawn from judged lines. */
export type Fitted = Omit<LinearModel, 'calibration' | 'thresholds'>;

const CURVE = z.array(z.tuple([z.number(), z.number()]));
const CURVES = z.strictObject({ alone: CURVE, among: CURVE, others: CURVE, none: CURVE });
/** The stored form of a model: JSON with the arrays as base64. `corpus` is the digest of its training data. */
const STORED = z.strictObject({
  corpus: z.string(),
  areas: z.array(z.string()),
  features: z.base64(),
  rarities: z.base64(),
  unseen: z.number(),
  weights: z.base64(),
  steps: z.base64(),
  bias: z.array(z.number()),
  calibration: CURVES,
  thresholds: z.strictObject({ fill: z.number(), offer: z.number(), beside: z.number() }),
});
export type StoredModel = Readonly<z.infer<typeof STORED>>;

const COUNT = AREAS.length;
/** The unit of rarity. A byte then holds the rarity of anything in a corpus of up to a hundred thousand lines. */
const RARITY = 1 / 80;
/** Four nats of rarity make a word count 1, as much as a term of the lexicon. */
const NATS = 4;

/** The rarity, in multiples of `RARITY`, of a feature that stands in `having` of `all` examples (TF-IDF's idf). */
export function rarityOf(having: number, all: number): number {
  return Math.min(255, Math.round(Math.log(all / Math.max(1, having)) / NATS / RARITY));
}

/** The least length of a text's features. Scaled up to 1, the features of a word or two would be as sure as a sentence. */
const SHORTEST = 8;

/** Whether a feature counts the same however rare it is: terms of the lexicon do. */
function isOfLexicon(name: string): boolean {
  return name.startsWith('t:') || name.startsWith('L');
}

/** A text as the model reads it: rows of known features and their values. */
export interface Input {
  readonly rows: Uint32Array;
  readonly values: Float32Array;
}

/** The parts of a model that tell what it reads. */
export type Vocabulary = Pick<LinearModel, 'features' | 'rarities' | 'unseen'>;

/**
 * The features that the model knows, scaled so that the squares of all features sum to 1, or to less in a very short text. Unknown ones count in that sum:
 * a text unlike anything learnt gets small values, and so low confidence.
 */
export function inputOf({ features, rarities, unseen }: Vocabulary, found: readonly Feature[]): Input {
  const rows: number[] = [];
  const values: number[] = [];
  let squares = 0;
  for (const { name, value } of found) {
    const row = features.rowOf(name);
    const rarity = isOfLexicon(name) ? 1 : (row === undefined ? unseen : (rarities[row] ?? 0)) * RARITY;
    const weighted = value * rarity;
    squares += weighted * weighted;
    if (row === undefined) continue;
    rows.push(row);
    values.push(weighted);
  }
  const length = Math.max(SHORTEST, Math.sqrt(squares));
  return { rows: Uint32Array.from(rows), values: Float32Array.from(values, (value) => value / length) };
}

/** Turns scores into probabilities that sum to 1 (softmax), in place. */
export function toProbabilities(scores: Float64Array): Float64Array {
  const most = scores.reduce((one, other) => Math.max(one, other));
  let sum = 0;
  for (let area = 0; area < scores.length; area += 1) {
    const odds = Math.exp((scores[area] ?? 0) - most);
    scores[area] = odds;
    sum += odds;
  }
  for (let area = 0; area < scores.length; area += 1) scores[area] = (scores[area] ?? 0) / sum;
  return scores;
}

/** Probabilities per area, in the order of AREAS. */
export function probabilitiesOf(model: Fitted, features: readonly Feature[]): Float64Array {
  const scores = Float64Array.from(model.bias);
  const { rows, values } = inputOf(model, features);
  rows.forEach((row, at) => {
    const value = (values[at] ?? 0) * (model.steps[row] ?? 0);
    for (let area = 0; area < COUNT; area += 1)
      scores[area] = (scores[area] ?? 0) + value * (model.weights[row * COUNT + area] ?? 0);
  });
  return toProbabilities(scores);
}

/** The weight of a feature for an area beside its mean weight; 0 for an unknown feature. */
export function weightOf(model: LinearModel, { name }: Feature, area: number): number {
  const row = model.features.rowOf(name);
  if (row === undefined) return 0;
  const weights = model.weights.subarray(row * COUNT, (row + 1) * COUNT);
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / COUNT;
  const rarity = isOfLexicon(name) ? 1 : (model.rarities[row] ?? 0) * RARITY;
  return rarity * (model.steps[row] ?? 0) * ((weights[area] ?? 0) - mean);
}

/** The confidence of a probability, interpolated on its curve. */
export function confidenceOf(curve: Curve, probability: number): number {
  let below = curve[0];
  if (below === undefined) return probability;
  if (probability <= below[0]) return below[1];
  for (const point of curve) {
    if (probability <= point[0]) {
      const share = point[0] === below[0] ? 1 : (probability - below[0]) / (point[0] - below[0]);
      return below[1] + share * (point[1] - below[1]);
    }
    below = point;
  }
  return below[1];
}

const toBase64 = (array: Uint8Array | Int8Array | Uint32Array | Float32Array) =>
  Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString('base64');

/** The stored form of a model. `corpus` is the digest of its training data. */
export function storeModel(model: LinearModel, corpus: string): StoredModel {
  return {
    corpus,
    areas: [...AREAS],
    features: toBase64(model.features.hashes),
    rarities: toBase64(model.rarities),
    unseen: model.unseen,
    weights: toBase64(model.weights),
    steps: toBase64(model.steps),
    bias: [...model.bias],
    calibration: CURVES.parse(model.calibration),
    thresholds: model.thresholds,
  };
}

/** Loads a model from a file's text. Throws where it is malformed or was trained for other areas. */
export function loadModel(text: string): LinearModel {
  const stored = STORED.parse(JSON.parse(text));
  if (stored.areas.join() !== AREAS.join())
    throw new Error('The language model was trained for other areas: train it again');
  // Copies begin at a multiple of four bytes, as an array of floats or hashes must.
  const bytesOf = (base64: string) => Uint8Array.from(Buffer.from(base64, 'base64'));
  const weights = new Int8Array(bytesOf(stored.weights).buffer);
  const steps = new Float32Array(bytesOf(stored.steps).buffer);
  const hashes = new Uint32Array(bytesOf(stored.features).buffer);
  if (weights.length !== hashes.length * COUNT || steps.length !== hashes.length)
    throw new Error('The language model is damaged: train it again');
  return {
    features: new FeatureIndex(hashes),
    rarities: bytesOf(stored.rarities),
    unseen: stored.unseen,
    weights,
    steps,
    bias: stored.bias,
    calibration: stored.calibration,
    thresholds: stored.thresholds,
  };
}

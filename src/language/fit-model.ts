import { AREAS } from '../core/vocabulary.ts';
import type { Example } from './corpus.ts';
import { FeatureIndex, hashOf } from './feature-index.ts';
import { type Feature, featuresOf, type Reader, type Stretch } from './features.ts';
import {
  type Fitted,
  type Input,
  inputOf,
  rarityOf,
  toProbabilities,
  type Vocabulary,
} from './linear-model.ts';
import { keywordsOf, numbersFrom, shuffled } from './train-examples.ts';

/** Finds the stretches of a text to ignore: names, towns and numbers. */
export type Skip = (text: string) => readonly Stretch[];

const COUNT = AREAS.length;
/** Passes over the examples. More only fits the examples closer; fewer leaves areas with few examples unlearnt. */
const EPOCHS = 6;
/** Errors below this change no weight: the area has learnt what the example can teach. */
const LEARNT = 0.003;
/** AdaGrad's step for weights; larger forgets what rare words taught, smaller has not converged after `EPOCHS`. */
const RATE = 0.2;
/** AdaGrad's step for the bias. */
const BIAS_RATE = 0.1;
/** Pull of the weights towards 0; without it rare features get weights from single examples. */
const DECAY = 0.001;
/**
 * The share of a text's features that are hidden in each pass. What is learnt then rests on several words, so that a text with
 * one of them alone is not as sure.
 */
const HIDDEN = 0.2;
/** How much a single term of the lexicon counts beside an example. At 1, sentences are read worse. */
const KEYWORD = 0.1;

interface Lesson extends Input {
  readonly areas: readonly number[];
  readonly weight: number;
}

/** The count that a feature must reach in the examples to be kept, by its kind. */
function leastOf(name: string): number {
  if (/^[stL]/.test(name)) return 1;
  return name.startsWith('c:') ? 3 : 2;
}

function vocabularyOf(texts: readonly (readonly Feature[])[]): Vocabulary {
  const counts = new Map<string, number>();
  for (const features of texts)
    for (const { name } of features) counts.set(name, (counts.get(name) ?? 0) + 1);
  const kept = new Map<number, number>();
  for (const [name, count] of counts) {
    const hash = hashOf(name);
    if (count >= leastOf(name)) kept.set(hash, Math.max(count, kept.get(hash) ?? 0));
  }
  const hashes = Uint32Array.from(kept.keys()).sort();
  return {
    features: new FeatureIndex(hashes),
    rarities: Uint8Array.from(hashes, (hash) => rarityOf(kept.get(hash) ?? 0, texts.length)),
    unseen: rarityOf(1, texts.length),
  };
}

/** Fits a multinomial logistic regression (AdaGrad with weight decay); a text about two areas is half about each. */
function fitWeights(lessons: readonly Lesson[], size: number): { weights: Float32Array; bias: Float64Array } {
  const weights = new Float32Array(size * COUNT);
  const squares = new Float32Array(size * COUNT);
  const bias = new Float64Array(COUNT);
  const biasSquares = new Float64Array(COUNT);
  const errors = new Float64Array(COUNT);
  const chance = numbersFrom(1);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (const lesson of shuffled(lessons, epoch + 1)) {
      errors.set(bias);
      const values = lesson.values.map((value) => (chance() < HIDDEN ? 0 : value));
      // Row by row, as the weights lie in memory: training spends most of its time here.
      lesson.rows.forEach((row, at) => {
        const value = values[at] as number;
        if (value === 0) return;
        const slot = row * COUNT;
        for (let area = 0; area < COUNT; area += 1)
          errors[area] = (errors[area] as number) + value * (weights[slot + area] as number);
      });
      toProbabilities(errors);
      for (const area of lesson.areas) errors[area] = (errors[area] as number) - 1 / lesson.areas.length;
      for (let area = 0; area < COUNT; area += 1) {
        const error =
          Math.abs(errors[area] as number) < LEARNT ? 0 : (errors[area] as number) * lesson.weight;
        errors[area] = error;
        biasSquares[area] = (biasSquares[area] as number) + error * error;
        bias[area] =
          (bias[area] as number) - (BIAS_RATE * error) / Math.sqrt((biasSquares[area] as number) + 1e-8);
      }
      lesson.rows.forEach((row, at) => {
        const value = values[at] as number;
        if (value === 0) return;
        for (let area = 0; area < COUNT; area += 1) {
          const error = errors[area] as number;
          if (error === 0) continue;
          const slot = row * COUNT + area;
          const slope = error * value + DECAY * (weights[slot] as number);
          const square = (squares[slot] as number) + slope * slope;
          squares[slot] = square;
          weights[slot] = (weights[slot] as number) - (RATE * slope) / Math.sqrt(square + 1e-6);
        }
      });
    }
  }
  return { weights, bias };
}

/** Fits a model to examples and, lightly, to the lexicon's strong terms. */
export function fitModel(examples: readonly Example[], reader: Reader, skip: Skip): Fitted {
  const read = examples.map(({ text, areas }) => ({
    areas,
    features: featuresOf(text, skip(text), reader).features,
  }));
  const vocabulary = vocabularyOf(read.map(({ features }) => features));
  const lesson = (
    features: readonly Feature[],
    { areas }: Pick<Example, 'areas'>,
    weight: number,
  ): Lesson => ({
    ...inputOf(vocabulary, features),
    areas: areas.map((area) => AREAS.indexOf(area)),
    weight,
  });
  const keywords = keywordsOf(reader.lexicon, examples).map((example) =>
    lesson(featuresOf(example.text, [], reader).features, example, KEYWORD),
  );
  const lessons = [...read.map((one) => lesson(one.features, one, 1)), ...keywords];
  const { weights, bias } = fitWeights(lessons, vocabulary.features.hashes.length);
  const steps = new Float32Array(vocabulary.features.hashes.length);
  const small = new Int8Array(weights.length);
  steps.forEach((_, row) => {
    const own = weights.subarray(row * COUNT, (row + 1) * COUNT);
    const step = Math.fround(own.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-9) / 127);
    steps[row] = step;
    own.forEach((weight, area) => {
      small[row * COUNT + area] = Math.round(weight / step);
    });
  });
  return {
    ...vocabulary,
    weights: small,
    steps,
    bias: [...bias].map((value) => Number(value.toFixed(4))),
  };
}

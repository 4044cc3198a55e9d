import { AREAS, type Area } from '../core/vocabulary.ts';
import type { Example } from './corpus.ts';
import {
  type Feature,
  featuresOf,
  lexiconFeature,
  type Reader,
  type Stretch,
  termFeature,
} from './features.ts';
import type { Lexicon } from './lexicon.ts';
import { type LinearModel, priorOf } from './linear-model.ts';
import { keywordsOf, pairsOf, shuffled } from './train-examples.ts';

/** Finds the stretches of a text to ignore: names, towns and numbers. */
export type Skip = (text: string) => readonly Stretch[];

const COUNT = AREAS.length;
/** Passes over the examples. More only fits the examples closer; fewer leaves areas with few examples unlearnt. */
const EPOCHS = 8;
/** Errors below this change no weight: the area has learnt what the example can teach. */
const LEARNT = 0.005;
/** AdaGrad's step; larger oscillates, smaller has not converged after `EPOCHS`. */
const RATE = 0.1;
/** Pull of the weights towards 0; without it rare features get weights from single examples. */
const DECAY = 0.006;
/** How much more an area that is there counts than one that is not: an example names one or two areas of many. */
const POSITIVE = 3;

interface Row {
  readonly features: readonly Feature[];
  readonly areas: readonly number[];
}

function rowsOf(examples: readonly Example[], reader: Reader, skip: Skip): readonly Row[] {
  return examples.map(({ text, areas }) => ({
    features: featuresOf(text, skip(text), reader).features,
    areas: areas.map((area) => AREAS.indexOf(area)),
  }));
}

/** The count that a feature must exceed in the examples to be kept, by its kind. */
function leastOf(name: string): number {
  if (/^[stL]/.test(name)) return 0;
  return name.startsWith('c:') ? 2 : 1;
}

/** The weights that features begin with, for each area: what the lexicon says before any example was seen. */
function priorsOf({ terms }: Lexicon): ReadonlyMap<string, ReadonlyMap<number, number>> {
  const priors = new Map<string, Map<number, number>>();
  const put = (name: string, area: Area, weight: number) => {
    const byArea = priors.get(name) ?? new Map<number, number>();
    priors.set(name, byArea.set(AREAS.indexOf(area), weight));
  };
  for (const area of AREAS)
    for (const strong of [true, false]) put(lexiconFeature(area, strong), area, priorOf({ strong }));
  for (const term of terms) put(termFeature(term), term.area, priorOf(term));
  return priors;
}

/** Fits one logistic regression per area (AdaGrad with weight decay), all over the same features. */
function fitWeights(rows: readonly Row[], lexicon: Lexicon): LinearModel {
  const counts = countsOf(rows);
  // Rare pairs and letter runs add nothing to the words they come from.
  const names = [...counts].filter(([name, count]) => count > leastOf(name)).map(([name]) => name);
  const features = new Map(names.sort().map((name, row) => [name, row]));
  const weights = new Float64Array(features.size * COUNT);
  for (const [name, prior] of priorsOf(lexicon)) {
    const row = features.get(name);
    if (row === undefined) continue;
    for (const [area, weight] of prior) weights[row * COUNT + area] = weight;
  }
  const squares = new Float64Array(features.size * COUNT);
  const bias = new Float64Array(COUNT).fill(-3);
  const biasSquares = new Float64Array(COUNT);
  const order = rows.map((row) => ({
    known: row.features.flatMap(({ name, value }) => {
      const at = features.get(name);
      return at === undefined ? [] : [{ at: at * COUNT, value }];
    }),
    areas: row.areas,
  }));
  const scores = new Float64Array(COUNT);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (const { known, areas } of shuffled(order, epoch + 1)) {
      scores.set(bias);
      // Row by row, as the weights lie in memory: training spends most of its time here.
      for (const { at, value } of known)
        for (let area = 0; area < COUNT; area += 1)
          scores[area] = (scores[area] as number) + value * (weights[at + area] as number);
      for (let area = 0; area < COUNT; area += 1) {
        const score = scores[area] ?? 0;
        const target = areas.includes(area) ? 1 : 0;
        const error = (1 / (1 + Math.exp(-score)) - target) * (target === 1 ? POSITIVE : 1);
        if (Math.abs(error) < LEARNT) continue;
        biasSquares[area] = (biasSquares[area] ?? 0) + error * error;
        bias[area] = (bias[area] ?? 0) - (0.1 * error) / Math.sqrt((biasSquares[area] ?? 0) + 1e-8);
        for (const { at, value } of known) {
          const slot = at + area;
          const slope = error * value + DECAY * (weights[slot] ?? 0);
          const square = (squares[slot] ?? 0) + slope * slope;
          squares[slot] = square;
          weights[slot] = (weights[slot] ?? 0) - (RATE * slope) / Math.sqrt(square + 1e-6);
        }
      }
    }
  }
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-9);
  const step = Number((largest / 127).toPrecision(6));
  return {
    features,
    weights: Int8Array.from(weights, (weight) => Math.round(weight / step)),
    bias: [...bias].map((value) => Number(value.toFixed(4))),
    step,
    calibration: [],
  };
}

/** Fits a model to examples, to pairs of them, and to the lexicon's strong terms. */
export function fitModel(examples: readonly Example[], reader: Reader, skip: Skip): LinearModel {
  const { lexicon } = reader;
  const alone = rowsOf(examples, reader, skip);
  const pairs = rowsOf(pairsOf(examples), reader, skip);
  const keywords = rowsOf(keywordsOf(lexicon, examples), reader, () => []);
  return withoutSeams(fitWeights([...alone, ...pairs, ...keywords], lexicon), countsOf(alone));
}

function countsOf(rows: readonly Row[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { features } of rows)
    for (const { name } of features) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/**
 * Removes features that occur only where two paired examples meet. They absorbed noise in training, and no example has
 * them.
 */
function withoutSeams(model: LinearModel, counts: ReadonlyMap<string, number>): LinearModel {
  const kept = [...model.features].filter(
    ([name]) => /^[stL]/.test(name) || (counts.get(name) ?? 0) > leastOf(name),
  );
  return {
    ...model,
    features: new Map(kept.map(([name], row) => [name, row])),
    weights: Int8Array.from(
      kept.flatMap(([, row]) => [...model.weights.subarray(row * COUNT, (row + 1) * COUNT)]),
    ),
  };
}

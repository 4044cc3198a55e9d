import { createHash } from 'node:crypto';
import { AREAS, type Area } from '../core/vocabulary.ts';
import { mouldsOf } from './alikeness.ts';
import type { Example } from './corpus.ts';
import { stem } from './danish-stemmer.ts';
import {
  type Feature,
  featuresOf,
  lexiconFeature,
  type Reader,
  type Stretch,
  termFeature,
} from './features.ts';
import type { Lexicon } from './lexicon.ts';
import { type Calibration, type LinearModel, priorOf } from './linear-model.ts';
import { scoreText } from './score-text.ts';
import { createSpeller } from './spelling.ts';
import { unshorten, wordsOf } from './tokenise.ts';

/** What of a text is no need: names, towns and numbers, read before the need is. */
export type Skip = (text: string) => readonly Stretch[];

const COUNT = AREAS.length;
const EPOCHS = 8;
/** An area that is wrong by less has nothing to learn from an example. */
const LEARNT = 0.005;
const RATE = 0.1;
const DECAY = 0.006;
const POSITIVE = 3;
const FOLDS = 5;

interface Row {
  readonly features: readonly Feature[];
  readonly areas: readonly number[];
}

/** Stems that a corpus holds. */
export function stemsIn(examples: readonly Example[]): ReadonlySet<string> {
  return new Set(
    examples.flatMap(({ text }) =>
      wordsOf(text)
        .flatMap(({ folded }) => unshorten(folded))
        .map(stem),
    ),
  );
}

/** A fixed shuffle, so that training twice gives the same model. */
function shuffled<T>(items: readonly T[], seed: number): readonly T[] {
  const result = [...items];
  let state = seed >>> 0;
  for (let at = result.length - 1; at > 0; at -= 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const other = Math.floor((state / 2 ** 32) * (at + 1));
    const one = result[at] as T;
    result[at] = result[other] as T;
    result[other] = one;
  }
  return result;
}

/**
 * Examples dealt into folds so that each area is spread evenly over them, and lines of one mould stand in the same fold:
 * a model is judged by what it has not seen, not by what it has seen in other words.
 */
export function foldsOf(
  examples: readonly Example[],
  count = FOLDS,
  seed = 7,
): readonly (readonly Example[])[] {
  const folds: Example[][] = Array.from({ length: count }, () => []);
  const moulds = mouldsOf(examples.map(({ text }) => text)).map((group) =>
    group.flatMap((at) => examples[at] ?? []),
  );
  let next = 0;
  for (const area of AREAS) {
    for (const mould of shuffled(
      moulds.filter(([first]) => first?.areas[0] === area),
      seed,
    )) {
      folds[next % count]?.push(...mould);
      next += 1;
    }
  }
  return folds;
}

function rowsOf(examples: readonly Example[], reader: Reader, skip: Skip): readonly Row[] {
  return examples.map(({ text, areas }) => ({
    features: featuresOf(text, skip(text), reader).features,
    areas: areas.map((area) => AREAS.indexOf(area)),
  }));
}

const JOINTS = [' og ', ', ', '. ', ' men også ', ', samt ', ' and '];

/**
 * Two examples as one, as many as there are examples: people name two needs in one breath, and hardly an example does.
 * What nobody can place stands alone.
 */
function pairsOf(examples: readonly Example[]): readonly Example[] {
  const clear = examples.filter(({ areas }) => !areas.includes('unclear') && !areas.includes('other'));
  const others = shuffled(clear, 23);
  return shuffled(clear, 11).flatMap((one, at) => {
    const other = others[at];
    if (!other) return [];
    const text = `${one.text}${JOINTS[at % JOINTS.length]}${other.text}`;
    return [{ text, areas: [...new Set([...one.areas, ...other.areas])] }];
  });
}

/**
 * The surest terms of each area as if somebody had typed nothing else, as many as the area has examples: notes are often
 * one word.
 */
function keywordsOf({ terms }: Lexicon, examples: readonly Example[]): readonly Example[] {
  const sure = Map.groupBy(
    terms.filter(({ strong }) => strong),
    ({ area }) => area,
  );
  return AREAS.flatMap((area) => {
    const count = examples.filter(({ areas }) => areas.includes(area)).length;
    return shuffled(sure.get(area) ?? [], 3)
      .slice(0, count)
      .map(({ stems }) => ({ text: stems.join(' '), areas: [area] }));
  });
}

/** A feature counts when it was seen more often than this. */
function leastOf(name: string): number {
  if (/^[stL]/.test(name)) return 0;
  return name.startsWith('c:') ? 2 : 1;
}

/** What the lexicon says of a feature before any example was seen: the weight that it begins with, for each area. */
function priorsOf({ terms }: Lexicon): ReadonlyMap<string, ReadonlyMap<number, number>> {
  const priors = new Map<string, Map<number, number>>();
  const put = (name: string, area: Area, weight: number) => {
    const there = priors.get(name) ?? new Map<number, number>();
    priors.set(name, there.set(AREAS.indexOf(area), weight));
  };
  for (const area of AREAS)
    for (const strong of [true, false]) put(lexiconFeature(area, strong), area, priorOf({ strong }));
  for (const term of terms) put(termFeature(term), term.area, priorOf(term));
  return priors;
}

/** Fits one logistic regression for each area (AdaGrad, weights drawn towards 0), all over the same features. */
function fitWeights(rows: readonly Row[], lexicon: Lexicon): LinearModel {
  const counts = countsOf(rows);
  // Pairs and runs that are rare say nothing that their words do not.
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
      // Along the rows of the weights, as they lie in memory: most of the time goes here.
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
    bias: [...bias].map((one) => Number(one.toFixed(4))),
    step,
    calibration: [],
  };
}

/** Fits a model to examples, to pairs of them, and to the lexicon's surest terms. */
function fitModel(examples: readonly Example[], reader: Reader, skip: Skip): LinearModel {
  const { lexicon } = reader;
  const alone = rowsOf(examples, reader, skip);
  const pairs = rowsOf(pairsOf(examples), reader, skip);
  const keywords = rowsOf(keywordsOf(lexicon, examples), reader, () => []);
  return withoutOthers(fitWeights([...alone, ...pairs, ...keywords], lexicon), countsOf(alone));
}

function countsOf(rows: readonly Row[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { features } of rows)
    for (const { name } of features) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** The model without the pairs of words that only stand where two examples meet: they took up what is said by neither. */
function withoutOthers(model: LinearModel, counts: ReadonlyMap<string, number>): LinearModel {
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

/** What a model trained without an example, or any of its mould, says of it. */
export interface Judged {
  readonly example: Example;
  readonly scores: Float64Array;
  readonly fold: number;
}

/** The examples of one fold, judged by a model that was trained on all others. */
export function judgeFold(
  folds: readonly (readonly Example[])[],
  fold: number,
  lexicon: Lexicon,
  skip: Skip,
): readonly Judged[] {
  const rest = folds.filter((_, at) => at !== fold).flat();
  const reader = readerOf(rest, lexicon);
  const model = fitModel(rest, reader, skip);
  return (folds[fold] ?? []).map((example) => ({
    example,
    fold,
    scores: scoreText(example.text, skip(example.text), reader, model).scores,
  }));
}

/** Every example judged by a model that has not seen it. */
export function crossValidate(
  folds: readonly (readonly Example[])[],
  lexicon: Lexicon,
  skip: Skip,
): readonly Judged[] {
  return folds.flatMap((_, fold) => judgeFold(folds, fold, lexicon, skip));
}

/** A rising curve from score to share of right answers, by pooling neighbours that are out of order (isotonic regression). */
export function calibrate(judged: readonly Judged[]): Calibration {
  const points = judged.flatMap(({ example, scores }) =>
    AREAS.map((area: Area, at) => ({ score: scores[at] ?? 0, right: example.areas.includes(area) ? 1 : 0 })),
  );
  points.sort((a, b) => a.score - b.score);
  // Bins of near-equal scores first, so that a few strays at the ends do not make steps of their own.
  const blocks: { score: number; right: number; count: number }[] = [];
  for (const { score, right } of points.filter((point) => point.score > -9)) {
    blocks.push({ score, right, count: 1 });
    while (blocks.length > 1) {
      const last = blocks[blocks.length - 1];
      const before = blocks[blocks.length - 2];
      if (!last || !before) break;
      const small = before.count < 40;
      if (!small && before.right / before.count < last.right / last.count) break;
      blocks.splice(-2, 2, {
        score: before.score + last.score,
        right: before.right + last.right,
        count: before.count + last.count,
      });
    }
  }
  const curve: [number, number][] = [];
  for (const { score, right, count } of blocks) {
    const confidence = Math.min(0.99, (right + 0.2) / (count + 0.4));
    const previous = curve.at(-1);
    if (previous && confidence - previous[1] < 0.004) continue;
    curve.push([Number((score / count).toFixed(3)), Number(confidence.toFixed(3))]);
  }
  return curve;
}

function readerOf(examples: readonly Example[], lexicon: Lexicon): Reader {
  return { lexicon, speller: createSpeller(lexicon.singles), known: stemsIn(examples) };
}

/** Trains the model: the curve of confidences from cross-validation, the weights from everything. */
export function trainModel(
  examples: readonly Example[],
  lexicon: Lexicon,
  skip: Skip,
): { readonly model: LinearModel; readonly judged: readonly Judged[] } {
  const judged = crossValidate(foldsOf(examples), lexicon, skip);
  const reader = readerOf(examples, lexicon);
  const model = fitModel(examples, reader, skip);
  return { model: { ...model, calibration: calibrate(judged) }, judged };
}

/** A digest of what a model is trained on: the same digest, the same model. */
export function digestOf(examples: readonly Example[], lexicon: Lexicon): string {
  const hash = createHash('sha256');
  for (const { text, areas } of examples) hash.update(`${areas.join()}|${text}\n`);
  for (const { area, strong, depth, stems } of lexicon.terms)
    hash.update(`${area}|${strong}|${depth}|${stems.join(' ')}\n`);
  return hash.digest('hex').slice(0, 16);
}

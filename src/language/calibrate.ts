import { AREAS, type Area } from '../core/vocabulary.ts';
import { answerNeeds, type Confident, confidencesOf } from './answer-needs.ts';
import type { Example } from './corpus.ts';
import type { Calibration, Curve, Evidence, Thresholds } from './linear-model.ts';
import { evidenceOf, type Scored } from './score-text.ts';

/** An example as it is scored by a model that was trained without its fold. */
export interface Judged extends Scored {
  readonly example: Example;
  readonly fold: number;
}

/** Probabilities below this are left out of the curve: they are nearly all wrong, and nearly all there are. */
const LEAST = 0.002;
/**
 * Of the lines that are filled in, the share that must be wholly right. Above the promised nine in ten: people differ more
 * than the voices that stand for them.
 */
const FILL_RIGHT = 0.93;
/**
 * Of the lines with three offers, the share with a right one among them. Nine in ten are wanted; at that, one line in five is met
 * with a question although two in three of those would have had the right offer.
 */
const OFFER_RIGHT = 0.87;
/** Of the offers beside a clear need, the share that must be right. Below one in two, the button only delays. */
const BESIDE_RIGHT = 0.5;

/** A claim that an area is there: how likely, on what evidence, and 1 where it is right. */
interface Point {
  readonly score: number;
  readonly evidence: Evidence;
  readonly right: number;
}

/** The confidence curves of judged lines. */
export function calibrate(judged: readonly Judged[]): Calibration {
  const points = judged.flatMap((one) =>
    AREAS.map((area: Area, at) => ({
      score: one.probabilities[at] ?? 0,
      evidence: evidenceOf(one, area),
      right: one.example.areas.includes(area) ? 1 : 0,
    })),
  );
  const on = (evidence: Evidence) => curveOf(points.filter((point) => point.evidence === evidence));
  return { alone: on('alone'), among: on('among'), others: on('others'), none: on('none') };
}

/**
 * A rising curve from probability to share of right answers, by pooling neighbours that are out of order (isotonic
 * regression).
 */
function curveOf(unordered: readonly Point[]): Curve {
  const points = unordered.toSorted((a, b) => a.score - b.score);
  // Bins hold at least 40 points: smaller ones would turn a few strays at the ends into steps of the curve.
  const blocks: { score: number; right: number; count: number }[] = [];
  for (const { score, right } of points.filter((point) => point.score > LEAST)) {
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
    curve.push([Number((score / count).toFixed(4)), Number(confidence.toFixed(3))]);
  }
  return curve;
}

/** A judged line with its confidences by the curve. */
interface Line {
  readonly areas: readonly Area[];
  readonly ranked: readonly Confident[];
}

const NEVER: Thresholds = { fill: 2, offer: 4, beside: 2 };

/** The lowest of a hundred values where `judge` tells of at least `share` right; 1 where none does. */
function lowest(share: number, judge: (value: number) => readonly boolean[]): number {
  for (let hundredths = 10; hundredths < 100; hundredths += 1) {
    const right = judge(hundredths / 100);
    if (right.length > 0 && right.filter(Boolean).length / right.length >= share) return hundredths / 100;
  }
  return 1;
}

/** The thresholds at which judged lines are filled in, offered and asked about as well as promised. */
export function thresholdsOf(judged: readonly Judged[], calibration: Calibration): Thresholds {
  const lines: readonly Line[] = judged.map((one) => ({
    areas: one.example.areas,
    ranked: confidencesOf(calibration, one),
  }));
  const answers = (thresholds: Thresholds) =>
    lines.map(({ areas, ranked }) => ({ areas, ...answerNeeds(ranked, thresholds) }));
  const fill = lowest(FILL_RIGHT, (value) =>
    answers({ ...NEVER, fill: value })
      .filter(({ chosen }) => chosen.length > 0)
      .map(({ chosen, areas }) => chosen.every((area) => areas.includes(area))),
  );
  const offer = lowest(OFFER_RIGHT, (value) =>
    answers({ ...NEVER, fill, offer: value })
      .filter(({ chosen, offered }) => chosen.length === 0 && offered.length > 1)
      .map(({ offered, areas }) => offered.some((area) => areas.includes(area))),
  );
  const beside = lowest(BESIDE_RIGHT, (value) =>
    answers({ ...NEVER, fill, beside: value })
      .filter(({ chosen, offered }) => chosen.length > 0 && offered.length > 0)
      .map(({ offered, areas }) => offered.every((area) => areas.includes(area))),
  );
  return { fill, offer, beside };
}

import { AREAS, type Area } from '../core/vocabulary.ts';
import type { Example } from './corpus.ts';
import type { Calibration } from './linear-model.ts';

/** The scores of an example by a model that was trained without its fold. */
export interface Judged {
  readonly example: Example;
  readonly scores: Float64Array;
  readonly fold: number;
}

/**
 * The confidence curve: a rising curve from score to share of right answers, by pooling neighbours that are out of order
 * (isotonic regression).
 */
export function calibrate(judged: readonly Judged[]): Calibration {
  const points = judged.flatMap(({ example, scores }) =>
    AREAS.map((area: Area, at) => ({ score: scores[at] ?? 0, right: example.areas.includes(area) ? 1 : 0 })),
  );
  points.sort((a, b) => a.score - b.score);
  // Bins hold at least 40 points: smaller ones would turn a few strays at the ends into steps of the curve.
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

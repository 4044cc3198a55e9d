import { AREAS } from '../core/vocabulary.ts';
import { confidencesOf, namedBy } from '../language/answer-needs.ts';
import type { Judged as JudgedInFold } from '../language/calibrate.ts';
import type { Calibration } from '../language/linear-model.ts';

/** An example as it is scored by a model that has not seen it. */
export type Judged = Omit<JudgedInFold, 'fold'>;

/** Accuracy as shares of 1: over all decisions (micro), and as the mean over the areas (macro). */
export interface Accuracy {
  readonly texts: number;
  readonly microF1: number;
  readonly macroF1: number;
}

function f1(right: number, named: number, wanted: number): number {
  return named + wanted === 0 ? 0 : (2 * right) / (named + wanted);
}

/** The accuracy over judged texts. An area without texts does not count in the mean. */
export function accuracyOf(judged: readonly Judged[], calibration: Calibration): Accuracy {
  const answers = judged.map((one) => ({
    wanted: one.example.areas,
    named: namedBy(confidencesOf(calibration, one)),
  }));
  const counts = AREAS.map((area) => ({
    right: answers.filter(({ wanted, named }) => wanted.includes(area) && named.includes(area)).length,
    named: answers.filter(({ named }) => named.includes(area)).length,
    wanted: answers.filter(({ wanted }) => wanted.includes(area)).length,
  }));
  const sum = (key: 'right' | 'named' | 'wanted') => counts.reduce((total, count) => total + count[key], 0);
  const present = counts.filter(({ wanted }) => wanted > 0);
  const each = present.map(({ right, named, wanted }) => f1(right, named, wanted));
  return {
    texts: judged.length,
    microF1: f1(sum('right'), sum('named'), sum('wanted')),
    macroF1: each.reduce((total, value) => total + value, 0) / Math.max(1, each.length),
  };
}

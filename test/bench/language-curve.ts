import { ALIKE, mouldsOf, pairsAlike } from '../../src/language/alikeness.ts';
import { confidencesOf } from '../../src/language/answer-needs.ts';
import type { Example, VoicedExample } from '../../src/language/corpus.ts';
import type { Skip } from '../../src/language/fit-model.ts';
import type { Lexicon } from '../../src/language/lexicon.ts';
import type { LinearModel } from '../../src/language/linear-model.ts';
import { shuffled } from '../../src/language/train-examples.ts';
import { judge } from '../../src/language/train-model.ts';
import { f1OfLines, readLine } from './language-sets.ts';

type Model = Pick<LinearModel, 'calibration' | 'thresholds'>;

/** Macro F1 over voices left out, as more of the lines in the other voices are learnt from. */
export interface CurvePoint {
  readonly title: string;
  readonly lines: number;
  readonly voices: number;
  readonly macro: number;
}

const LINES = [0, 1 / 8, 1 / 4, 1 / 2, 1];
const VOICES = [4, 8, 16];

/**
 * The learning curve on one fold of voices: with ever more lines of all other voices, and with ever more voices whole. The
 * corpus is always learnt from.
 */
export function learningCurve(
  corpus: readonly Example[],
  folds: readonly (readonly VoicedExample[])[],
  lexicon: Lexicon,
  skip: Skip,
  { calibration, thresholds }: Model,
): readonly CurvePoint[] {
  const [held = [], ...rest] = folds;
  const others = rest.flat();
  const macroOf = (training: readonly VoicedExample[]) =>
    f1OfLines(
      judge([...corpus, ...training], held, lexicon, skip).map((one) =>
        readLine(one.example.areas, confidencesOf(calibration, one), thresholds),
      ),
    ).macro;
  const pointOf = (title: string, training: readonly VoicedExample[]): CurvePoint => ({
    title,
    lines: training.length,
    voices: new Set(training.map(({ voice }) => voice)).size,
    macro: macroOf(training),
  });
  const mixed = shuffled(others, 29);
  const names = [...new Set(others.map(({ voice }) => voice))];
  return [
    ...LINES.map((part) => pointOf('lines of every voice', mixed.slice(0, Math.round(mixed.length * part)))),
    ...VOICES.map((count) =>
      pointOf(
        'whole voices',
        others.filter(({ voice }) => names.indexOf(voice) < count),
      ),
    ),
  ];
}

/** The shares of lines that say the same as an earlier line, and that are of one mould with another line. */
export function repetitionOf(examples: readonly Example[]): {
  readonly alike: number;
  readonly moulds: number;
} {
  const texts = examples.map(({ text }) => text);
  const again = new Set(pairsAlike(texts, ALIKE).map(({ second }) => second));
  const inMould = mouldsOf(texts).filter((mould) => mould.length > 1);
  return {
    alike: again.size / texts.length,
    moulds: inMould.reduce((sum, mould) => sum + mould.length - 1, 0) / texts.length,
  };
}

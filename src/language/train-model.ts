import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { calibrate, type Judged, thresholdsOf } from './calibrate.ts';
import type { Example, VoicedExample } from './corpus.ts';
import { stem } from './danish-stemmer.ts';
import { featuresOf, type Reader } from './features.ts';
import { fitModel, type Skip } from './fit-model.ts';
import type { Lexicon } from './lexicon.ts';
import type { LinearModel } from './linear-model.ts';
import { scoreText } from './score-text.ts';
import { createSpeller } from './spelling.ts';
import { unshorten, wordsOf } from './tokenise.ts';
import { voiceFoldsOf } from './train-examples.ts';

/** The stems of every word in the examples. */
function stemsIn(examples: readonly Example[]): ReadonlySet<string> {
  return new Set(
    examples.flatMap(({ text }) =>
      wordsOf(text)
        .flatMap(({ folded }) => unshorten(folded))
        .map(stem),
    ),
  );
}

function readerOf(examples: readonly Example[], lexicon: Lexicon): Reader {
  return { lexicon, speller: createSpeller(lexicon.singles), known: stemsIn(examples) };
}

/** Judges examples by a model trained on others. */
export function judge(
  training: readonly Example[],
  examples: readonly Example[],
  lexicon: Lexicon,
  skip: Skip,
): readonly Omit<Judged, 'fold'>[] {
  const reader = readerOf(training, lexicon);
  const model = fitModel(training, reader, skip);
  return examples.map((example) => {
    const { probabilities, literal } = scoreText(example.text, skip(example.text), reader, model);
    return { example, probabilities, literal };
  });
}

/** Judges the examples of one fold by a model trained on all the other folds and on `always`. */
export function judgeFold(
  folds: readonly (readonly Example[])[],
  fold: number,
  lexicon: Lexicon,
  skip: Skip,
  always: readonly Example[] = [],
): readonly Judged[] {
  const rest = [...always, ...folds.filter((_, at) => at !== fold).flat()];
  return judge(rest, folds[fold] ?? [], lexicon, skip).map((one) => ({ ...one, fold }));
}

/** Judges every example of the folds by a model that has not seen it. `always` is learnt from and not judged. */
export function crossValidate(
  folds: readonly (readonly Example[])[],
  lexicon: Lexicon,
  skip: Skip,
  always: readonly Example[] = [],
): readonly Judged[] {
  return folds.flatMap((_, fold) => judgeFold(folds, fold, lexicon, skip, always));
}

/**
 * Trains the model on the corpus and the voices. Its confidence curve and thresholds come from voices that were left out,
 * its weights from all examples.
 */
export function trainModel(
  corpus: readonly Example[],
  voices: readonly VoicedExample[],
  lexicon: Lexicon,
  skip: Skip,
): LinearModel {
  const judged = crossValidate(voiceFoldsOf(voices), lexicon, skip, corpus);
  const examples = [...corpus, ...voices];
  const calibration = calibrate(judged);
  return {
    ...fitModel(examples, readerOf(examples, lexicon), skip),
    calibration,
    thresholds: thresholdsOf(judged, calibration),
  };
}

/** The code that turns what was read into a model. What turns text into features is told by the features themselves. */
const FITTING = [
  'answer-needs.ts',
  'calibrate.ts',
  'feature-index.ts',
  'fit-model.ts',
  'linear-model.ts',
  'score-text.ts',
  'train-examples.ts',
];
/** Of so many examples one is read for the digest: reading all takes as long as half a training. */
const ONE_IN = 25;

/**
 * A digest of what a model is made of (16 hex digits): the examples, the lexicon, how a share of the examples is read,
 * and the code that fits. Equal digests mean equal models, so CI can tell a stale one.
 */
export function digestOf(examples: readonly Example[], lexicon: Lexicon, skip: Skip): string {
  const hash = createHash('sha256');
  for (const { text, areas } of examples) hash.update(`${areas.join()}|${text}\n`);
  for (const { area, strong, depth, stems } of lexicon.terms)
    hash.update(`${area}|${strong}|${depth}|${stems.join(' ')}\n`);
  const reader = readerOf(examples, lexicon);
  examples.forEach(({ text }, at) => {
    if (at % ONE_IN !== 0) return;
    for (const { name, value } of featuresOf(text, skip(text), reader).features)
      hash.update(`${name} ${value.toFixed(6)}\n`);
  });
  for (const file of FITTING) hash.update(readFileSync(new URL(file, import.meta.url)));
  return hash.digest('hex').slice(0, 16);
}

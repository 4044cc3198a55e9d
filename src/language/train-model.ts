import { createHash } from 'node:crypto';
import { calibrate, type Judged } from './calibrate.ts';
import type { Example } from './corpus.ts';
import { stem } from './danish-stemmer.ts';
import type { Reader } from './features.ts';
import { fitModel, type Skip } from './fit-model.ts';
import type { Lexicon } from './lexicon.ts';
import type { LinearModel } from './linear-model.ts';
import { scoreText } from './score-text.ts';
import { createSpeller } from './spelling.ts';
import { unshorten, wordsOf } from './tokenise.ts';
import { foldsOf } from './train-examples.ts';

/** The stems of every word in the examples. */
export function stemsIn(examples: readonly Example[]): ReadonlySet<string> {
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

/** Judges the examples of one fold by a model trained on all the other folds. */
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

/** Judges every example by a model that has not seen it. */
export function crossValidate(
  folds: readonly (readonly Example[])[],
  lexicon: Lexicon,
  skip: Skip,
): readonly Judged[] {
  return folds.flatMap((_, fold) => judgeFold(folds, fold, lexicon, skip));
}

/** Trains the model: its confidence curve from cross-validation, its weights from all examples. */
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

/** A digest of the training data (16 hex digits). Equal digests mean equal models, so CI can tell a stale one. */
export function digestOf(examples: readonly Example[], lexicon: Lexicon): string {
  const hash = createHash('sha256');
  for (const { text, areas } of examples) hash.update(`${areas.join()}|${text}\n`);
  for (const { area, strong, depth, stems } of lexicon.terms)
    hash.update(`${area}|${strong}|${depth}|${stems.join(' ')}\n`);
  return hash.digest('hex').slice(0, 16);
}

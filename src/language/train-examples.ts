import { AREAS } from '../core/vocabulary.ts';
import { mouldsOf } from './alikeness.ts';
import type { Example, VoicedExample } from './corpus.ts';
import type { Lexicon } from './lexicon.ts';

/** Folds of a cross-validation: fewer leave too little to train on, more take longer and tell the same. */
const FOLDS = 5;

/** Numbers from 0 up to 1 that look random, always the same from the same seed. */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Shuffles with a fixed seed, so that training twice gives the same model. */
export function shuffled<T>(items: readonly T[], seed: number): readonly T[] {
  const result = [...items];
  const chance = numbersFrom(seed);
  for (let at = result.length - 1; at > 0; at -= 1) {
    const other = Math.floor(chance() * (at + 1));
    const swapped = result[at] as T;
    result[at] = result[other] as T;
    result[other] = swapped;
  }
  return result;
}

/**
 * Deals examples into folds. Each area is spread evenly over them, and lines of one mould stay in the same fold:
 * otherwise a model would be judged by a sentence that it has seen in other words.
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

/** Deals the voices into folds, each voice whole: a model is then judged by people it never met. */
export function voiceFoldsOf(
  examples: readonly VoicedExample[],
  count = FOLDS,
): readonly (readonly VoicedExample[])[] {
  const voices = [...Map.groupBy(examples, ({ voice }) => voice).values()];
  return Array.from({ length: count }, (_, fold) => voices.filter((_, at) => at % count === fold).flat());
}

/**
 * The strong terms of each area as examples of their own, at most as many as the area has examples: notes are often a
 * single word.
 */
export function keywordsOf({ terms }: Lexicon, examples: readonly Example[]): readonly Example[] {
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

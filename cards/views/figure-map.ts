import { shareWords } from '../../dialogs/figure-words.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import type { Figure } from '../../src/core/indicators/figures.ts';
import { findMunicipality } from '../../src/core/municipalities.ts';
import type { Language } from '../../src/core/vocabulary.ts';

/**
 * The steps of the geographic spread (I-22), from too few services for the inhabitants to too many. `within` keeps the
 * target, `far-` is three times as far off as it allows.
 */
const SPREAD_STEPS = ['far-below', 'below', 'within', 'above', 'far-above', 'unknown'] as const;
export type SpreadStep = (typeof SPREAD_STEPS)[number];

/** A municipality of the map. */
interface SpreadCell {
  readonly code: string;
  readonly label: string;
  readonly text: string;
  readonly step: SpreadStep;
}

/** A figure that has a value for each municipality, for a map and for the table that says the same. */
export interface SpreadMap {
  readonly cells: readonly SpreadCell[];
  /** The steps that occur, in words. */
  readonly legend: readonly { readonly step: SpreadStep; readonly text: string }[];
}

const FAR = 3;

function stepOf({ value, few, target }: Figure): SpreadStep {
  if (value === null || few === true || target === null) return 'unknown';
  const off = Math.abs(value);
  if (off <= target.value) return 'within';
  const isFar = off > FAR * target.value;
  if (value < 0) return isFar ? 'far-below' : 'below';
  return isFar ? 'far-above' : 'above';
}

/** The map of a figure with a row for each municipality; null where it has none, or one alone. */
export function spreadMap(rows: readonly Figure[], language: Language): SpreadMap | null {
  const { figures } = sentencesIn(language);
  const cells = rows.flatMap((row): SpreadCell[] => {
    const municipality = findMunicipality(row.split?.municipality ?? '');
    if (!municipality) return [];
    const deviation = row.value === null ? figures.nothingCounted : shareWords(row.value, language);
    const text = row.few ? `${deviation} (${figures.few})` : deviation;
    return [{ code: municipality.code, label: municipality.name, text, step: stepOf(row) }];
  });
  if (cells.length < 2) return null;
  const target = rows.find((row) => row.target !== null)?.target?.value ?? 0;
  const legend = SPREAD_STEPS.filter((step) => cells.some((cell) => cell.step === step)).map((step) => ({
    step,
    text: figures.spread[step](shareWords(step.startsWith('far-') ? FAR * target : target, language)),
  }));
  return { cells, legend };
}

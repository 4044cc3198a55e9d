import { readFileSync } from 'node:fs';
import { AREAS, type Area } from '../../core/vocabulary.ts';

/** An area as its lexicon describes it, with its terms as they were written. */
export interface AreaWords {
  readonly area: Area;
  /** The remark that opens the file. */
  readonly about: string;
  readonly terms: readonly string[];
}

const MARKS = /^!?\s*(?:\w+: )?/;

/** The lexicon's own words, area by area, from a folder with a file for each. */
export function readAreaWords(folder: URL = new URL('../lexicon/', import.meta.url)): readonly AreaWords[] {
  return AREAS.map((area) => {
    const lines = readFileSync(new URL(`${area}.txt`, folder), 'utf8').split('\n');
    const about = lines.find((line) => line.startsWith('#'))?.replace(/^#\s*/, '') ?? '';
    const terms = lines.flatMap((line) => line.replace(/#.*$/, '').trim().replace(MARKS, '') || []);
    return { area, about, terms };
  });
}

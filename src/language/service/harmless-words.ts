import { readFileSync } from 'node:fs';
import { isFirstName } from '../entities/first-names.ts';
import { isPlace, type Places } from '../entities/places.ts';
import { isSurname } from '../entities/surnames.ts';
import { type Lexicon, stemsOf } from '../lexicon.ts';
import { type AreaWords, readAreaWords } from './lexicon-lines.ts';

/** Whether a word, in lower case, may leave the service: it is in the list of common words, or in the lexicon. */
export type IsHarmless = (word: string) => boolean;

const capitalised = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);

function readCommonWords(file: URL = new URL('./common-words.txt', import.meta.url)): readonly string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => (line.startsWith('#') ? [] : line.split(' ')))
    .filter((word) => word !== '');
}

/**
 * Reads the words that tell nobody apart. A compound with hyphens is harmless where each part is: `web-shop`. Other
 * compounds are not taken apart, because surnames and street names are compounds as well.
 */
export function readHarmlessWords(
  lexicon: Lexicon,
  places: Places,
  areas: readonly AreaWords[] = readAreaWords(),
): IsHarmless {
  // Towns and first names are words of phrases in the lexicon: `godt ry`, `bo efter ham`.
  const isName = (word: string) => isPlace(word, places) || isFirstName(capitalised(word));
  const written = areas.flatMap(({ terms }) => terms.flatMap((term) => term.toLowerCase().split(/\s+/)));
  const words = new Set([...readCommonWords(), ...written.filter((word) => !isName(word))]);
  const isKnown = (word: string) => {
    if (words.has(word)) return true;
    // `Clausen` has the stem of `clause`.
    if (isSurname(word)) return false;
    const [stem, ...more] = stemsOf(word);
    return stem !== undefined && more.length === 0 && lexicon.singles.has(stem) && !isName(word);
  };
  return (word) => isKnown(word) || (word.includes('-') && word.split('-').every((part) => words.has(part)));
}

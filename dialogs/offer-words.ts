import type { Command } from '../src/core/command.ts';
import type { MunicipalityCode } from '../src/core/municipalities.ts';
import { readMunicipality } from '../src/core/municipality-names.ts';
import { OFFER_KINDS } from '../src/core/offers/offer.ts';
import { AREAS, type Area } from '../src/core/vocabulary.ts';
import { readAreas } from './field-words.ts';
import { leading } from './fold.ts';
import { anyOf, withCodes } from './phrases.ts';

/** Reads the typed forms of the catalogue: `tilbud eksport Viborg`. */

export const OFFER_KIND_WORDS = withCodes(
  OFFER_KINDS,
  ({ offers }) => offers.kindWords,
  ({ offers }) => offers.kinds,
);

const ABOUT = new RegExp(`^(?:${anyOf(({ particles }) => particles.about)})\\s+`, 'i');
const IN = new RegExp(`\\s*(?:\\b(?:${anyOf(({ particles }) => particles.inPlace)}))?$`, 'i');
/** More words than this are a sentence, which the talk reads. */
const MOST_WORDS = 6;
/** Words of the longest name of a municipality, with `kommune`. */
const WORDS_OF_PLACE = 3;

/** What was typed after a command word: what is looked for, and where. */
export interface WordsAndPlace {
  readonly words: string;
  readonly areas: readonly Area[];
  readonly municipality?: MunicipalityCode;
}

/** The areas that a text names one by one. */
export function areasNamed(text: string): readonly Area[] {
  const codes = readAreas(text)?.split(',') ?? [];
  return AREAS.filter((area) => codes.includes(area));
}

/** `eksport i Viborg`: words, and a municipality at their end. Undefined for a whole sentence. */
export function readWordsAndPlace(rest: string): WordsAndPlace | undefined {
  const typed = rest.replace(ABOUT, '').replace(/[?.!]+$/, '');
  const all = typed.split(/\s+/).filter(Boolean);
  if (all.length > MOST_WORDS) return undefined;
  for (let count = Math.min(all.length, WORDS_OF_PLACE); count > 0; count--) {
    const municipality = readMunicipality(all.slice(-count).join(' '));
    if (!municipality) continue;
    const words = all.slice(0, -count).join(' ').replace(IN, '').trim();
    return { words, areas: areasNamed(words), municipality };
  }
  return { words: all.join(' '), areas: areasNamed(all.join(' ')) };
}

/** `tilbud programmer eksport Viborg`. The word alone lists everything that is valid. */
export function readOffers(rest: string): Command | undefined {
  const found = leading(rest.replace(ABOUT, ''), OFFER_KIND_WORDS);
  const read = readWordsAndPlace(found ? found.rest : rest);
  return read && { name: 'offers', kind: found?.value ?? null, ...read };
}

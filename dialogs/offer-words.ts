import type { Command } from '../src/core/command.ts';
import type { MunicipalityCode } from '../src/core/municipalities.ts';
import { readMunicipality } from '../src/core/municipality-names.ts';
import { OFFER_KINDS } from '../src/core/offers/offer.ts';
import { AREAS, type Area } from '../src/core/vocabulary.ts';
import { readAreas } from './field-words.ts';
import { leading } from './fold.ts';
import { anyOf, isOfSentence, withCodes } from './phrases.ts';

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
  readonly municipality?: MunicipalityCode | undefined;
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

/** Words of an offer's or adviser's name, at most, behind a word that begins sentences too. */
const MOST_OF_NAME = 2;

/**
 * Whether words after a bare `tilbud` or `rådgivere` look for something: a known need or place, or a short name.
 * `tilbud på nyt tag` is a need, and so is `tilbud og kontrakter`.
 */
export function isSearch(rest: string, { areas, municipality }: WordsAndPlace): boolean {
  const typed = rest.split(/\s+/);
  return (
    rest === '' ||
    areas.length > 0 ||
    municipality !== undefined ||
    (typed.length <= MOST_OF_NAME && !typed.some(isOfSentence))
  );
}

/** `vis tilbud grøn omstilling til landbrug`: whatever is looked for. Undefined for a whole sentence. */
export function readOfferSearch(rest: string): Extract<Command, { name: 'offers' }> | undefined {
  const found = leading(rest.replace(ABOUT, ''), OFFER_KIND_WORDS);
  const read = readWordsAndPlace(found ? found.rest : rest);
  return read && { name: 'offers', kind: found?.value ?? null, ...read };
}

/** `tilbud programmer eksport Viborg`. The word alone lists everything that is valid. */
export function readOffers(rest: string): Command | undefined {
  const read = readOfferSearch(rest);
  return read && (read.kind !== null || isSearch(rest, read)) ? read : undefined;
}

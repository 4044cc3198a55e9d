import { nameWords } from '../company-name.ts';
import { COMPANY_NAMES, fold } from '../fold.ts';
import { isWithin, slipsIn } from '../misspelt.ts';
import type { SearchedCases } from '../talk.ts';
import type { Case } from './case.ts';

/** Endings of Danish nouns: who asks for `bageren` means the `bageri` too. */
const ENDINGS = /(?:erne|ene|en|et|er|e|s)$/;
/** The fewest letters by which a word without its ending, or a part of another word, is found. */
const STEM = 3;

/** The words of a search as names are compared. */
export function searchedWords(words: string): readonly string[] {
  return nameWords(words).filter((word) => word.length > 1 && !JOINERS.has(word));
}

const JOINERS: ReadonlySet<string> = new Set(
  'i fra med hos ved til af den det en et de in from with at of the an for om'.split(' '),
);

/** A word without its ending. */
export function stemOf(word: string): string {
  const stem = word.replace(ENDINGS, '');
  return stem.length >= STEM ? stem : word;
}

/** How well a word of a name is the one searched for: 4 its beginning, 3 without its ending, 2 misspelt, 0 not. */
function likeness(wanted: string, word: string): number {
  if (word.startsWith(wanted)) return 4;
  if (!/\d/.test(wanted) && word.startsWith(stemOf(wanted))) return 3;
  const slips = slipsIn(wanted);
  return slips > 0 && isWithin(slips, wanted, word) ? 2 : 0;
}

/**
 * How well a case is one that is searched for: 0 where it is not, 4 at best, and a half where only some of the words are
 * in its names. `seen` is the case as the reader may see it (`redactedCase`): whoever has no part in a case finds it by
 * its company, never by its contact person or notes. `outline`: the reader may see where the case is. `cvr` is the number
 * of the company that the register knows by the words: it finds a case whose basis hides the name.
 */
export function fitOf(
  seen: Case,
  searched: SearchedCases,
  { outline, cvr }: { readonly outline: boolean; readonly cvr?: string | undefined },
): number {
  const { values } = seen;
  if (searched.municipality !== undefined && values.municipality !== searched.municipality) return 0;
  if (searched.number !== undefined) {
    const isPhone = values.contactPhone?.replace(/\D/g, '').endsWith(searched.number) === true;
    return values.cvr === searched.number || isPhone ? 4 : 0;
  }
  const wanted = searchedWords(searched.words);
  if (wanted.length === 0) return searched.municipality === undefined || !outline ? 0 : 1;
  if (cvr !== undefined && values.cvr === cvr) return 4;
  const { companyName, contactName, description } = values;
  const names = [companyName, contactName].filter((name) => name !== undefined).flatMap(nameWords);
  const told = [description].filter((text) => text !== undefined).flatMap(wordsOf);
  const fits = wanted.map((word) => {
    const named = Math.max(0, ...names.map((name) => likeness(word, name)));
    return named > 0 ? named : Number(told.some((one) => one.startsWith(stemOf(word))));
  });
  if (fits.every((fit) => fit > 0)) return Math.min(...fits);
  return fits.some((fit) => fit === 4) ? 0.5 : 0;
}

function wordsOf(text: string): readonly string[] {
  return fold(text, COMPANY_NAMES).split(/[^\p{L}\d]+/u);
}

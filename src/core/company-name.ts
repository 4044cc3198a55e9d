import { COMPANY_NAMES, fold } from './fold.ts';

const COMPANY_FORMS = /(?<![\p{L}\d])(?:aps|a\/s|i\/s|k\/s|p\/s|ivs|a\.?m\.?b\.?a\.?|v\/)(?![\p{L}\d])/gu;

/**
 * A company name as it is compared: lower case, no company form, no punctuation, no `og` (it stands for &), and the
 * Danish letters in one spelling however they were typed (`Ærø`, `Aeroe` and `aero` are one).
 */
export function nameWords(name: string): readonly string[] {
  return fold(name.toLowerCase().replace(COMPANY_FORMS, ' '), COMPANY_NAMES)
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '' && word !== 'og');
}

/** A name folded for searching, with its punctuation: as the store keeps it. */
export function foldedName(name: string): string {
  return fold(name, COMPANY_NAMES);
}

/** Whether two names are the same company's, apart from legal form and spelling. */
export function isSameName(name: string, other: string): boolean {
  const words = nameWords(name).join('');
  return words !== '' && words === nameWords(other).join('');
}

/** Whether each word of a search is in a name, or begins one of its words. */
export function isSearchFor(searched: string, name: string): boolean {
  const wanted = nameWords(searched);
  const words = nameWords(name);
  return wanted.length > 0 && wanted.every((word) => words.some((other) => other.startsWith(word)));
}

/** One letter or pair of letters, and how a fold spells it. */
type Spelling = readonly [letters: RegExp, spelled: string];

/** A way of comparing words in which the ways of typing the Danish letters meet. */
export interface Fold {
  /** Applied while accents still stand. */
  readonly letters: readonly Spelling[];
  /** Applied once accents are gone: pairs that people type for one letter. */
  readonly pairs: readonly Spelling[];
}

/**
 * For the words of commands and fields, which a person looks up and types: `Ærø` is `aeroe`, the spelling of addresses.
 * Lists and patterns that are compared with it are written in that spelling.
 */
export const COMMAND_WORDS: Fold = {
  letters: [
    [/[æä]/g, 'ae'],
    [/[øö]/g, 'oe'],
    [/å/g, 'aa'],
  ],
  pairs: [],
};

/**
 * For free text: `Ærø`, `Aeroe`, `Aerø` and `aro` are one. Telephone notes spell in every way, and no two words of the
 * lexicon meet by it. The language model was trained on this spelling.
 */
export const FREE_TEXT: Fold = {
  letters: [
    [/[æå]/g, 'a'],
    [/ø/g, 'o'],
    [/ß/g, 'ss'],
  ],
  pairs: [
    [/a[ae]/g, 'a'],
    [/oe/g, 'o'],
  ],
};

/** For names of companies: `æ` is not `å`, or `Bæk` and `Baak`, two companies, would be one. */
export const COMPANY_NAMES: Fold = {
  letters: [
    [/æ|ä|ae/g, 'e'],
    [/ø|ö|oe/g, 'o'],
    [/å|aa/g, 'a'],
  ],
  pairs: [],
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII
const ASCII = /^[\x00-\x7f]*$/;

/**
 * Text as it is compared: lower case, letters of one width, the Danish letters in one spelling, no accents. Punctuation and
 * spaces stay.
 */
export function fold(text: string, { letters, pairs }: Fold): string {
  let folded = text.normalize('NFKC').toLowerCase();
  for (const [pattern, spelled] of letters) folded = folded.replace(pattern, spelled);
  if (!ASCII.test(folded)) folded = folded.normalize('NFD').replace(/\p{M}+/gu, '');
  for (const [pattern, spelled] of pairs) folded = folded.replace(pattern, spelled);
  return folded;
}

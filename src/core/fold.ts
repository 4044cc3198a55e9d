/** A letter or pair of letters, and its folded spelling. */
type Spelling = readonly [letters: RegExp, spelled: string];

/** A way of comparing words in which all typed forms of the Danish letters match. */
export interface Fold {
  /** Applied before accents are removed. */
  readonly letters: readonly Spelling[];
  /** Applied after accents are removed: pairs that people type for one letter. */
  readonly pairs: readonly Spelling[];
}

/**
 * For words of commands and fields, which people look up and type: `Ærø` is `aeroe`, the spelling of addresses. Lists
 * and patterns compared with it are written in that spelling.
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
 * For free text: `Ærø`, `Aeroe`, `Aerø` and `aro` match. Telephone notes use every spelling, and no two words of the
 * lexicon collide. The language model was trained on this spelling.
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

/** For names of companies: `æ` differs from `å`, because `Bæk` and `Baak` are two companies. */
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
 * Folds a text for comparison: lower case, letters of one width, Danish letters in one spelling, no accents.
 * Punctuation and spaces stay.
 */
export function fold(text: string, { letters, pairs }: Fold): string {
  let folded = text.normalize('NFKC').toLowerCase();
  for (const [pattern, spelled] of letters) folded = folded.replace(pattern, spelled);
  if (!ASCII.test(folded)) folded = folded.normalize('NFD').replace(/\p{M}+/gu, '');
  for (const [pattern, spelled] of pairs) folded = folded.replace(pattern, spelled);
  return folded;
}

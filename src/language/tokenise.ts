import { FREE_TEXT, fold } from '../core/fold.ts';

/** One word of a text: as typed, folded for comparison, and where it stands (UTF-16 offsets). */
export interface Word {
  readonly text: string;
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

/** The most letters of a text that are read: far more than any phone note or e-mail, and few enough to stay fast. */
export const MAX_LOOKED_AT = 4_000;
/** The most words that are read: a text of single letters has far more words than any prose. */
const MAX_WORDS = 1_000;
const MAX_WORD = 40;

/**
 * Folds a text so that all ways of typing Danish letters match: æ, ae and ä become `a`; ø, oe and ö become `o`; å and
 * aa become `a`; accents, case and width are dropped.
 */
export function foldText(text: string): string {
  return fold(text, FREE_TEXT);
}

/** Shorthand of phone notes, as folded words, with its meaning. An empty list has no meaning for the need. */
const SHORTHAND: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    // Typed without the apostrophe, in two words as with it: `can't`.
    cant: ['can', 't'],
    wont: ['won', 't'],
    dont: ['don', 't'],
    doesnt: ['doesn', 't'],
    didnt: ['didn', 't'],
    isnt: ['isn', 't'],
    arent: ['aren', 't'],
    vs: ['versus'],
    ift: ['forhold', 'til'],
    mht: ['hensyn', 'til'],
    vedr: ['vedrorende'],
    ang: ['angaende'],
    tlf: ['telefon'],
    mob: ['mobil'],
    str: ['storrelse'],
    ca: [],
    evt: ['eventuelt'],
    bl: [],
    fx: [],
    feks: [],
    mv: [],
    mm: [],
    osv: [],
    kd: ['kunde'],
    vks: ['virksomhed'],
    vsh: ['virksomhed'],
    virk: ['virksomhed'],
    markf: ['markedsforing'],
    mkf: ['markedsforing'],
    udl: ['udlandet'],
    intl: ['international'],
    fin: ['finansiering'],
    finans: ['finansiering'],
    regnsk: ['regnskab'],
    bogf: ['bogforing'],
    arb: ['arbejde'],
    arbkraft: ['arbejdskraft'],
    medarb: ['medarbejder'],
    prod: ['produktion'],
    org: ['organisation'],
    udd: ['uddannelse'],
    genskifte: ['generationsskifte'],
    gen: ['generation'],
    forr: ['forretning'],
    fplan: ['forretningsplan'],
    certif: ['certificering'],
    byggetill: ['byggetilladelse'],
    erhv: ['erhverv'],
    komm: ['kommune'],
    tiltr: ['tiltrakning'],
    likv: ['likviditet'],
    ws: ['workshop'],
    digi: ['digitalisering'],
  }),
);

const WORD = /(?:[\p{L}\p{M}](?=[-‐-―][\p{L}\p{M}]{3}))|[\p{L}\p{M}\p{N}]+/gu;

/** The words of the part of a text that is read. `e-handel` is one word; other hyphens separate words. */
export function wordsOf(text: string): readonly Word[] {
  const looked = text.slice(0, MAX_LOOKED_AT);
  const words: Word[] = [];
  let letter: { text: string; start: number; end: number } | null = null;
  for (const match of looked.matchAll(WORD)) {
    if (words.length >= MAX_WORDS) break;
    const typed = match[0];
    const start = match.index;
    const end = start + typed.length;
    if (letter !== null && letter.end + 1 === start) {
      const joined: string = letter.text + typed;
      words.push({
        text: looked.slice(letter.start, end),
        folded: foldText(joined),
        start: letter.start,
        end,
      });
      letter = null;
      continue;
    }
    letter = null;
    const isHyphenated = typed.length === 1 && /[-‐-―]/.test(looked[end] ?? '') && /\p{L}/u.test(typed);
    if (isHyphenated && !/[\p{L}\p{N}/-]/u.test(looked[start - 1] ?? ' ')) {
      letter = { text: typed, start, end };
      continue;
    }
    if (typed.length <= MAX_WORD) words.push({ text: typed, folded: foldText(typed), start, end });
  }
  return words;
}

/** A folded word, or the words that it is short for. */
export function unshorten(folded: string): readonly string[] {
  return SHORTHAND.get(folded) ?? [folded];
}

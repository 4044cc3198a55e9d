import { isPNumber } from '../core/cvr-number.ts';

/** What a CPR number is replaced by (contracts, "Understanding"). */
export const CPR_MASK = '██████-████';

/** A digit, with what copying leaves behind unseen: soft hyphens, zero-width and direction marks. */
const DIGIT = String.raw`\p{Nd}[\u00ad\u200b-\u200f\u2060\ufeff]{0,2}`;
const DASH = String.raw`[\p{Pd}\u2212\u2043]`;
/** Between day, month and year: nothing, or one mark. */
const SMALL = String.raw`(?:\s|[./]|${DASH})?`;
/** Between birth date and serial number: spaces, one dash, dot or slash, and the marks of bold and italic text. */
const GAP = String.raw`[\s*_]{0,3}(?:(?:${DASH}|[./·])[\s*_]{0,3})?`;

/** Ten digits as ddmmyy-xxxx, not a part of a longer number. */
const CPR_FORM = new RegExp(
  `(?<!\\p{Nd})((?:${DIGIT}){2})(${SMALL})((?:${DIGIT}){2})(${SMALL})((?:${DIGIT}){2})(${GAP})((?:${DIGIT}){4})(?!\\p{Nd})`,
  'gu',
);
/** Ten digits in any grouping: a CPR number only where the words before say so. */
const TEN_DIGITS = /(?<!\p{Nd})(?:\p{Nd}[^\p{L}\p{Nd}]{0,3}){9}\p{Nd}(?!\p{Nd})/gu;

/** The end of a label that stands right before its number: `-nr. er: `. */
const LABEL_END = String.raw`(?:[\s.-]{0,2}(?:nr|nummer|no|number)\p{L}*)?[\s.:]*(?:er|is)?[\s.:#=(]*$`;
const SAYS_CPR =
  /(?<!\p{L})(?:cpr\p{L}*|person(?:nr|-?nummer)\p{L}*|pers[\s.-]+nr|civil registration|social security)[^\p{Nd}]{0,20}$/iu;
/** Whether such words are there at all: most texts have none. */
const NAMES_CPR = /cpr|pers|civil|social/i;
const SAYS_P_NUMBER = new RegExp(
  String.raw`(?<!\p{L})(?:p|p[\s.-]{0,2}enhed\p{L}*|produktionsenhed\p{L}*|production units?)${LABEL_END}`,
  'iu',
);
/** Said once for several: `P-numre: 1003407806, 1003407814`. */
const SAYS_P_NUMBERS =
  /(?<!\p{L})(?:p[\s.-]{0,2}(?:numre|numbers|enheder)\p{L}*|produktionsenheder\p{L}*|production units)[\s.:]*(?:er|are)?[\s.:]*(?:1\p{Nd}{9}(?:\s*(?:,|;|&|og|and|samt))*\s*)*$/iu;
const SAYS_PHONE = new RegExp(
  String.raw`(?:(?<!\p{L})(?:tlf|telefon\p{L}*|mobil\p{L}*|mob|phone|tel|cell|fax|sms|(?:ring\p{L}*|kald|call)(?:\s+(?:til|på|mig|ham|hende|dem|him|her|them|at|on)){0,3})${LABEL_END})|(?:(?:\+|(?<!\p{Nd})00)(?:\p{Nd}{1,3}[\s(-]{0,2})?$)`,
  'iu',
);
const SAYS_PAPER = new RegExp(
  String.raw`(?<!\p{L})(?:faktura\p{L}*|invoice|regning\p{L}*|bilag\p{L}*|ordre\p{L}*|order|rekvisition\p{L}*|konto|account|sags?(?=nr|nummer)|journal|j\.?\s?(?=nr)|kunde(?=nr|nummer)|vare(?=nr|nummer)|tilbuds?(?=nr|nummer)|ref|reference|ean|gln|iban)${LABEL_END}`,
  'iu',
);

/** How many letters of what stands before a number are looked at for its label. */
const LOOK_BACK = 100;

function digitsOf(text: string): string {
  return text.normalize('NFKC').replace(/\D/g, '');
}

/** Whether ten digits begin with a day. Two digits do not say the century: 29 February may be one in any leap year. */
function beginsWithDay(digits: string): boolean {
  const [day = 0, month = 0, year = 0] = [0, 2, 4].map((at) => Number(digits.slice(at, at + 2)));
  const days = [31, year % 4 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return digits.length === 10 && day >= 1 && day <= days;
}

/** Whether ten digits in the form of a CPR number are one, after these words. */
function isCpr(before: string, match: RegExpExecArray): boolean {
  const [found, , inner = '', , second = '', , gap = ''] = match;
  const digits = digitsOf(found);
  if (inner !== second || !beginsWithDay(digits)) return false;
  // Invoices are numbered by date as well: their word counts however they are written.
  if (SAYS_PAPER.test(before)) return false;
  // Telephone and P-numbers are never written with a hyphen there: after their words it is a slip.
  if (IS_HYPHENATED.test(gap)) return true;
  if (saysPNumber(before, found) || SAYS_PHONE.test(before)) return false;
  // `12-10-26 8800 Viborg` is a date and a postal code, `12.10.26.1430` a date and a time.
  if (inner !== '' && (inner.trim() !== '' || gap === '')) return false;
  // Pairs after a pair are the end of a telephone number: `40 12 10 20 8800 Viborg`.
  return inner === '' || !/(?<!\p{Nd})\p{Nd}{2}\s$/u.test(before);
}

const IS_HYPHENATED = new RegExp(DASH, 'u');

function saysPNumber(before: string, typed: string): boolean {
  return isPNumber(typed) && (SAYS_P_NUMBER.test(before) || SAYS_P_NUMBERS.test(before));
}

/** Whether ten digits in any grouping are a CPR number because the words before say so. */
function isSaidCpr(before: string, [found]: RegExpExecArray): boolean {
  if (!SAYS_CPR.test(before) || !beginsWithDay(digitsOf(found))) return false;
  return !SAYS_PAPER.test(before) && !saysPNumber(before, found) && !SAYS_PHONE.test(before);
}

interface Masked {
  readonly text: string;
  readonly removed: number;
}

/**
 * Masks the matches that are CPR numbers. One that is none may hide the beginning of one (`8800 010270-1234`), so the
 * search goes on inside it. What stands before is read as masked: masking twice then changes nothing.
 */
function mask(
  text: string,
  pattern: RegExp,
  isOne: (before: string, match: RegExpExecArray) => boolean,
): Masked {
  const parts: string[] = [];
  let end = 0;
  let tail = '';
  const search = new RegExp(pattern);
  for (let match = search.exec(text); match; match = search.exec(text)) {
    const { index } = match;
    const before = (tail + text.slice(Math.max(end, index - LOOK_BACK), index)).slice(-LOOK_BACK);
    if (isOne(before, match)) {
      parts.push(text.slice(end, index), CPR_MASK);
      tail = before + CPR_MASK;
      end = index + match[0].length;
      search.lastIndex = end;
    } else {
      // Past the whole digit: from inside one of two code units the search would go back to where it was.
      search.lastIndex = index + ((text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1);
    }
  }
  return {
    text: parts.length === 0 ? text : [...parts, text.slice(end)].join(''),
    removed: parts.length / 2,
  };
}

/**
 * Removes CPR numbers (handover.md, "Data protection"): ten digits as ddmmyy-xxxx with a valid date, with or without
 * hyphen or space, whether or not the modulus-11 test holds; never a number that says it is a P-number, CVR or phone
 * number. Returns the text with each replaced by `██████-████`, and how many there were. Never throws.
 */
export function maskCpr(text: string): Masked {
  const said = NAMES_CPR.test(text) ? mask(text, TEN_DIGITS, isSaidCpr) : { text, removed: 0 };
  const formed = mask(said.text, CPR_FORM, isCpr);
  return { text: formed.text, removed: said.removed + formed.removed };
}

import { isCvrNumber, isPNumber } from '../../core/cvr-number.ts';
import { isFirstName } from './first-names.ts';
import type { Found } from './found.ts';

/** Reads numbers and addresses that identify something: CVR and P-numbers, telephone numbers, e-mail addresses. */

/** An e-mail address. Most signs are allowed before its `@`; a label ending in `=` is not part of it. */
const EMAIL =
  /(?<![\p{L}\p{N}._%+&='’-])(?:(?:e-?mail|mail|mailto)=)?([\p{L}\p{N}_][\p{L}\p{N}._%+&='’-]{0,63})@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,4}\.\p{L}{2,20}/gu;
/** Eight digits, together or in twos, threes or fours, with or without +45. */
const EIGHT =
  /(?<!\p{N}|\p{N}[.,]|(?<!(?<!\p{L})dk)-)(\+45|0045)?[ \u00a0]?(\d{8}|\d{2}(?:[ \u00a0.-]\d{2}){3}|\d{4}[ \u00a0]\d{4}|\d{2}[ \u00a0]\d{3}[ \u00a0]\d{3})(?![\p{N}]|[.,]\d)/giu;
const TEN = /(?<![\p{N}.,+-])(1\d{9})(?![\p{N}]|[.,]\d)/gu;
const SAYS_CVR = /\b(?:cvr|c\.v\.r\.?|se)(?:[ .-]?(?:nr|nummer|no|number))?[ .:#=]*(?:er|is|dk)?[ :-]*$/i;
/** A VAT number, which is the CVR number after the country: `DK-25313763`. */
const SAYS_VAT = /(?<!\p{L})dk[ -]?$/iu;
/** A denial of the CVR number, so the digits after it are none: `har ikke CVR, 22334455`. */
const SAYS_NO_CVR =
  /(?<!\p{L})(?:ikke|intet|ingen|uden|mangler|no|not|without|lacks)(?: \p{L}+){0,3} cvr(?!\p{L})[^\d\n.]{0,25}$/iu;
const SAYS_PHONE =
  /\b(?:tlf|telefon\w*|mobil\w*|mob|phone|tel|cell|ring(?:es?)?(?: \p{L}+){0,4}?|kald|call(?: \p{L}+){0,3}?|fang(?:es|er)?(?: \p{L}+){0,3}?|træffes|nås|nr|direkte)(?:[ -]?(?:nr|nummer|no|number))?[ .:#=]*(?:på|er|is|at|on|paa)?[ :+]*$/iu;
const SAYS_OTHER =
  /\b(?:faktura\w*|invoice\w*|ordre\w*|order|konto\w*|account|sags?(?:nr|nummer)\w*|journal\w*|kundenr|varenr|ean\w*|gln|iban|reg(?:nr|istrering)\w*)(?:[ -]?(?:nr|nummer|no|number))?[ .:#=]*$/i;
/** Words that give a number to the company, where a colleague's stands beside it. */
const THEIRS =
  /(?<!\p{L})(?:kundens?|deres|hans|hendes|virksomhedens|ejerens|the customer'?s|their|his|her)(?: \p{L}+){0,3}[ :]*$/iu;
/** A person's name right before a number. */
const NAMED = /(?<![\p{L}-])(\p{Lu}[\p{L}'’-]+)(?: \p{Lu}[\p{L}.'’-]*){0,2}[ ,:]*$/u;

function before(text: string, at: number): string {
  return text.slice(Math.max(0, at - 40), at);
}

/** E-mail addresses. */
export function readEmails(text: string): readonly Found[] {
  return [...text.matchAll(EMAIL)].map((match) => {
    const end = match.index + match[0].length;
    const start = match.index + match[0].indexOf(match[1] ?? '');
    return { kind: 'contactEmail', value: text.slice(start, end).replaceAll('’', "'"), start, end };
  });
}

/**
 * P-numbers: ten digits that begin with 1. Those that could be birth dates were masked before, unless a label names
 * them.
 */
export function readPNumbers(text: string): readonly Found[] {
  return [...text.matchAll(TEN)].flatMap((match): Found[] => {
    const value = match[1] ?? '';
    if (!isPNumber(value) || SAYS_OTHER.test(before(text, match.index))) return [];
    return [{ kind: 'pNumber', value, start: match.index, end: match.index + match[0].length }];
  });
}

interface EightDigits {
  readonly value: string;
  readonly start: number;
  readonly end: number;
  readonly grouped: boolean;
  readonly says: 'cvr' | 'phone' | 'other' | null;
}

function eightDigits(text: string): readonly EightDigits[] {
  return [...text.matchAll(EIGHT)].map((match) => {
    const ahead = before(text, match.index);
    const digits = match[2] ?? '';
    const start = match.index + match[0].indexOf(digits);
    const isCvr = SAYS_CVR.test(ahead) || (SAYS_VAT.test(ahead) && isCvrNumber(digits));
    const says = SAYS_NO_CVR.test(ahead)
      ? 'phone'
      : isCvr
        ? 'cvr'
        : match[1] !== undefined || SAYS_PHONE.test(ahead) || isFirstName(NAMED.exec(ahead)?.[1] ?? '')
          ? 'phone'
          : SAYS_OTHER.test(ahead)
            ? 'other'
            : null;
    return {
      value: digits.replace(/\D/g, ''),
      start: match[1] === undefined ? start : match.index,
      end: start + digits.length,
      grouped: digits.length > 8,
      says,
    };
  });
}

/**
 * CVR and telephone numbers, which both have eight digits. The words before decide; then the check digit, and the
 * grouping usual for telephone numbers. A CVR number that fails its check is ignored.
 */
export function readEightDigits(text: string): readonly Found[] {
  const all = eightDigits(text);
  const named = all.find(({ says, value }) => says === 'cvr' && isCvrNumber(value));
  const cvr =
    named ??
    (all.some(({ says }) => says === 'cvr')
      ? undefined
      : all.find(
          ({ says, value, grouped }) => says === null && isCvrNumber(value) && (!grouped || all.length > 1),
        ));
  const isTheirs = ({ start }: EightDigits) => THEIRS.test(before(text, start));
  const found: Found[] = [];
  if (cvr) found.push({ kind: 'cvr', value: cvr.value, start: cvr.start, end: cvr.end });
  for (const number of all.toSorted((a, b) => Number(isTheirs(b)) - Number(isTheirs(a)))) {
    if (number === cvr || number.says === 'cvr' || number.says === 'other' || !/^[2-9]/.test(number.value))
      continue;
    found.push({ kind: 'contactPhone', value: number.value, start: number.start, end: number.end });
  }
  return found;
}

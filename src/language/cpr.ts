/** What a CPR number is replaced by (contracts, "Understanding"). */
export const CPR_MASK = '██████-████';

/** Digits in any script's form that people paste: full-width and mathematical ones read as digits too. */
const DIGIT = String.raw`\p{Nd}`;
/** What may stand between birth date and serial number: nothing, a space of any kind, a dash of any kind, a dot. */
const GAP = String.raw`[\s\u00a0\u2000-\u200b\u202f\u205f\u3000]{0,2}(?:[-\u2010-\u2015\u2212\u00ad.·/_][\s\u00a0\u2000-\u200b\u202f]{0,2})?`;
const SMALL = String.raw`[ \u00a0\u200b.\-/\u2010-\u2015]?`;

/** Ten digits as ddmmyy-xxxx; not a part of a longer number. */
const CANDIDATE = new RegExp(
  `(?<![${'\\p{Nd}'}])(${DIGIT}{2})(${SMALL})(${DIGIT}{2})(${SMALL})(${DIGIT}{2})(${GAP})(${DIGIT}{4})(?!${DIGIT})`,
  'gu',
);

/** Words before a number that say it is another one: a P-number, CVR, phone, invoice, account or order number. */
const OTHER_NUMBER =
  /(?:\bp[\s-]?(?:nr|nummer|no|number|enhed)|\bpnr|\bp-?nummeret|\bproduktionsenhed\w*|\bcvr(?:[\s-]?(?:nr|nummer))?|\bse[\s-]?(?:nr|nummer)|\bean(?:[\s-]?(?:nr|nummer))?|\bgln|\btlf|\btelefon\w*|\bmobil\w*|\bphone|\btel|\bring(?:\s+(?:til|på))?|\bkald|\bfaktura\w*|\binvoice(?:\s+(?:no|number))?|\bordre\w*|\border(?:\s+(?:no|number))?|\bkonto\w*|\baccount|\bsagsnr|\bsagsnummer|\bjournal\w*|\bkunde(?:nr|nummer)\w*|\bvarenr|\bvarenummer|\bref(?:erence)?)\s*(?:nr|nummer|no|number)?\s*(?:er|is)?\s*[.:#=]?\s*[.:#]?\s*$/iu;

/** Words before a number that say it is a CPR number, whatever else stands there. */
const SAYS_CPR =
  /\b(?:cpr|personnr|personnummer|person-?nummer|civil registration|social security)\b[^\p{Nd}]{0,20}$/iu;

function digitsOf(text: string): string {
  return [...text.normalize('NFKC')].filter((one) => /\d/.test(one)).join('');
}

function isDay(day: number, month: number, year: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  // Two digits say nothing of the century: 29 February is let through in every year that could be a leap year.
  const leap = year % 4 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day <= days;
}

/**
 * Removes CPR numbers (handover.md, "Data protection"): ten digits as ddmmyy-xxxx with a valid date, with or without
 * hyphen or space, whether or not the modulus-11 test holds; never a number that says it is a P-number, CVR or phone
 * number. Returns the text with each replaced by `██████-████`, and how many there were. Never throws.
 */
export function maskCpr(text: string): { readonly text: string; readonly removed: number } {
  // Ten digits are needed: most texts have none, and are left as they are at once.
  if (
    !/\p{Nd}(?:[^\p{L}]{0,4}\p{Nd}){9}/u.test(text.length > 20_000 ? text.slice(0, 20_000) : text) &&
    text.length <= 20_000
  ) {
    return { text, removed: 0 };
  }
  let removed = 0;
  const masked = text.replace(CANDIDATE, (found, d1, s1, d2, s2, d3, gap, d4, offset: number) => {
    const day = Number(digitsOf(d1));
    const month = Number(digitsOf(d2));
    const year = Number(digitsOf(d3));
    if (!isDay(day, month, year)) return found;
    const before = text.slice(Math.max(0, offset - 40), offset);
    const next = text[offset + found.length] ?? '';
    const previous = text[offset - 1] ?? '';
    if (!SAYS_CPR.test(before)) {
      if (OTHER_NUMBER.test(before)) return found;
      // A country code or a decimal: the digits are a part of something longer.
      if (previous === '+' || (/[.,]/.test(next) && /\p{Nd}/u.test(text[offset + found.length + 1] ?? '')))
        return found;
      // A date followed by a year, `01.02.26 2026`, is a date; so is anything broken up more than people break a CPR.
      if (s1 !== s2) return found;
      if (s1 !== '' && gap === '') return found;
      if (/[./]/.test(s1) && !/[-\u2010-\u2015\u2212]/.test(gap)) return found;
    }
    void d4;
    removed += 1;
    return CPR_MASK;
  });
  return { text: masked, removed };
}

/** Labels: what the words right before a number call it. */

/** How many characters before a number are searched for its label. */
const LOOK_BACK = 100;

/** The end of a label right before its number: `-nr. er: `. */
const LABEL_END = String.raw`(?:[\s.-]{0,2}(?:nr|nummer|no|number)\p{L}*)?[\s.:]*(?:er|is)?[\s.:#=(["']*$`;

const label = (words: string): RegExp => new RegExp(`(?<!\\p{L})(?:${words})${LABEL_END}`, 'iu');

const CPR =
  /(?:(?<!\p{L})(?:cpr\p{L}*|person(?:nr|-?nummer)\p{L}*|pers[\s.-]+nr|f(?:ø|oe)dsels(?:nr|nummer)\p{L}*)|civil registration|social security)(?:[\s.-]{0,2}(?:nr|nummer|no|number)\p{L}*\.?)?[^\d,;!?]{0,20}$/iu;
const CVR = new RegExp(
  String.raw`(?:(?<!\p{L})(?:c\.?v\.?r|se|moms|vat)\p{L}*${LABEL_END.replace('[\\s.:]*(?:er', '[\\s.:]*(?:dk|er')})|(?<!\p{L})dk[\s-]{0,2}$`,
  'iu',
);
const P_NUMBER = label(String.raw`p|p[\s.-]{0,2}enhed\p{L}*|produktionsenhed\p{L}*|production units?`);
/** One label for several numbers: `P-numre: 1003407806, 1003407814`. */
const P_NUMBERS =
  /(?<!\p{L})(?:p[\s.-]{0,2}(?:numre|numbers|enheder)\p{L}*|produktionsenheder\p{L}*|production units)[\s.:]*(?:er|are)?[\s.:]*(?:1\d{9}(?: ?(?:,|;|&|og|and|samt)){0,2} ?){0,9}$/iu;
const PHONE = new RegExp(
  String.raw`(?:(?<!\p{L})(?:tlf|telefon\p{L}*|mobil\p{L}*|mob|phone|tel|cell|fax|sms|(?:ring\p{L}*|kald|call)(?:\s+(?:til|på|mig|ham|hende|dem|him|her|them|at|on)){0,3})${LABEL_END})|(?:\+|(?<!\d)00)45[\s)-]{0,2}$`,
  'iu',
);
/** A foreign country code. The digits after it continue a longer number. */
const ABROAD = /(?:\+|(?<!\d)00)(?!45(?:\D|$))\d{1,3}[\s(-]{0,2}$/;
/** Documents and accounts; an account number may follow its bank branch's. */
const PAPER = new RegExp(
  String.raw`(?<!\p{L})(?:(?:faktura\p{L}*|invoice|regning\p{L}*|bilag\p{L}*|ordre\p{L}*|order|rekvisition\p{L}*|sag|case|sags?(?=[\s.-]{0,2}(?:nr|nummer))|journal|j\.?\s?(?=nr)|(?:kunde|customer|client|vare|tilbuds?)(?=[\s.-]{0,2}(?:nr|nummer|no|number))|ref|reference)${LABEL_END}|(?:konto|account)${LABEL_END.replace('$', '(?:\\d{4}[\\s-])?$')})`,
  'iu',
);
/** `IBAN` with the country and any leading digits, or a country code attached to its digits. */
const IBAN = /(?:(?<!\p{L})iban\P{L}{0,6}(?:\p{L}{2})?|(?<!\p{L})[a-z]{2})$/iu;

export interface Labels {
  /** A CPR number, whatever its shape. */
  readonly saysCpr: boolean;
  readonly saysCvr: boolean;
  readonly saysPNumber: boolean;
  readonly saysPhone: boolean;
  readonly isAbroad: boolean;
  readonly saysPaper: boolean;
}

/** The labels among the words that end at offset `at`, for the number that begins there. */
export function labelsBefore(text: string, at: number): Labels {
  const before = text.slice(Math.max(0, at - LOOK_BACK), at);
  return {
    saysCpr: CPR.test(before),
    saysCvr: CVR.test(before),
    saysPNumber: P_NUMBER.test(before) || P_NUMBERS.test(before),
    saysPhone: PHONE.test(before),
    isAbroad: ABROAD.test(before),
    saysPaper: PAPER.test(before),
  };
}

/** Whether `digits` digits from offset `at` are an account number that its own label calls an IBAN. */
export function isIban(text: string, at: number, digits: number): boolean {
  return digits >= 14 && IBAN.test(text.slice(Math.max(0, at - 12), at));
}

import type { Understanding } from '../../app/ports/language-model.ts';

/** An entity's value and its place in the text (UTF-16 offsets). */
export type Found = {
  [Kind in keyof Understanding['entities']]-?: {
    readonly kind: Kind;
    readonly value: NonNullable<Understanding['entities'][Kind]>;
    readonly start: number;
    readonly end: number;
  };
}[keyof Understanding['entities']];

export type EntityKind = Found['kind'];

/** Whether two stretches of text overlap. */
export function overlaps(
  a: { readonly start: number; readonly end: number },
  b: { readonly start: number; readonly end: number },
): boolean {
  return a.start < b.end && b.start < a.end;
}

const ONES: readonly (readonly string[])[] = [
  ['en', 'et', 'én', 'ét', 'one'],
  ['to', 'two'],
  ['tre', 'three'],
  ['fire', 'four'],
  ['fem', 'five'],
  ['seks', 'six'],
  ['syv', 'seven'],
  ['otte', 'eight'],
  ['ni', 'nine'],
  ['ti', 'ten'],
  ['elleve', 'eleven'],
  ['tolv', 'twelve'],
  ['tretten', 'thirteen'],
  ['fjorten', 'fourteen'],
  ['femten', 'fifteen'],
  ['seksten', 'sixteen'],
  ['sytten', 'seventeen'],
  ['atten', 'eighteen'],
  ['nitten', 'nineteen'],
];
const TENS: readonly (readonly string[])[] = [
  ['tyve', 'twenty'],
  ['tredive', 'thirty'],
  ['fyrre', 'forty'],
  ['halvtreds', 'fifty'],
  ['tres', 'sixty'],
  ['halvfjerds', 'seventy'],
  ['firs', 'eighty'],
  ['halvfems', 'ninety'],
];

/** `femogtyve`, `fem og tyve`, `twenty-five`, with the number that each stands for. */
function compounds(): readonly (readonly [string, number])[] {
  return TENS.flatMap(([danish = '', english = ''], tens) =>
    ONES.slice(0, 9).flatMap((words, ones): (readonly [string, number])[] => {
      const value = (tens + 2) * 10 + ones + 1;
      const [first = '', last = ''] = [words[0], words.at(-1)];
      return [
        [`${first}og${danish}`, value],
        [`${first} og ${danish}`, value],
        [`${english}-${last}`, value],
        [`${english} ${last}`, value],
      ];
    }),
  );
}

/** Danish and English number words below a hundred, and a hundred. */
const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ...ONES.flatMap((words, at) => words.map((word): [string, number] => [word, at + 1])),
  ...TENS.flatMap((words, at) => words.map((word): [string, number] => [word, (at + 2) * 10])),
  ...compounds(),
  ['hundrede', 100],
  ['hundred', 100],
]);

/** Number words as the inside of a pattern. */
export const NUMBER_WORD = [...NUMBER_WORDS.keys()].sort((a, b) => b.length - a.length).join('|');

/** What people type between thousands: a point, a space of any width, an apostrophe. */
export const THOUSANDS = String.raw`[.\s'’]`;

/** A half beside a number: `to et halvt`, `2 og en halv`. */
const AND_A_HALF = / (?:og )?(?:en|et|and a) hal(?:v|vt|f)$/;

/** The number of `12`, `1.200`, `tolv` or `to et halvt`; undefined for anything else. */
export function numberOf(typed: string): number | undefined {
  const lower = typed.toLowerCase();
  if (AND_A_HALF.test(lower)) {
    const whole = numberOf(lower.replace(AND_A_HALF, ''));
    return whole === undefined ? undefined : whole + 0.5;
  }
  if (/^halvand(?:en|et)$/.test(lower)) return 1.5;
  const word = NUMBER_WORDS.get(lower);
  if (word !== undefined) return word;
  const plain = typed.replace(new RegExp(`${THOUSANDS}(?=\\d{3}(?!\\d))`, 'g'), '').replace(',', '.');
  return /^\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

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

/** Danish and English number words. */
const NUMBER_WORDS: Readonly<Record<string, number>> = {
  en: 1,
  et: 1,
  én: 1,
  ét: 1,
  one: 1,
  to: 2,
  two: 2,
  tre: 3,
  three: 3,
  fire: 4,
  four: 4,
  fem: 5,
  five: 5,
  seks: 6,
  six: 6,
  syv: 7,
  seven: 7,
  otte: 8,
  eight: 8,
  ni: 9,
  nine: 9,
  ti: 10,
  ten: 10,
  elleve: 11,
  eleven: 11,
  tolv: 12,
  twelve: 12,
  femten: 15,
  fifteen: 15,
  tyve: 20,
  twenty: 20,
  tredive: 30,
  thirty: 30,
  fyrre: 40,
  forty: 40,
  halvtreds: 50,
  fifty: 50,
  hundrede: 100,
};

/** Number words as the inside of a pattern. */
export const NUMBER_WORD = Object.keys(NUMBER_WORDS)
  .sort((a, b) => b.length - a.length)
  .join('|');

/** The number of `12`, `1.200` or `tolv`; undefined for anything else. */
export function numberOf(typed: string): number | undefined {
  const word = NUMBER_WORDS[typed.toLowerCase()];
  if (word !== undefined) return word;
  const plain = typed.replace(/[.\s\u00a0](?=\d{3}(?!\d))/g, '').replace(',', '.');
  return /^\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

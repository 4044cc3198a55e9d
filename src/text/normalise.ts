import { createRequire } from 'node:module';

/**
 * A text that is normalised already, as most lines are: printable ASCII and Danish letters, no entity, no run of
 * spaces.
 */
const PLAIN = /^(?:[!-~æøåÆØÅéÉüÜöÖäÄ–’]| (?![ \n])|\n(?! |\n\n))*$/;

/**
 * Invisible marks without meaning: byte-order, zero-width and direction marks, soft hyphens, and variation selectors
 * outside emoji.
 */
const INVISIBLE =
  /(?!\p{Variation_Selector}|\p{Join_Control})\p{Default_Ignorable_Code_Point}|[\ufff9-\ufffb]|(?<!\p{Extended_Pictographic})\p{Variation_Selector}/gu;
/**
 * Joiners beside Latin letters, digits, signs and spaces. In other scripts and in emoji they are part of a character.
 */
const STRAY_JOINER =
  /[\u200c\u200d](?=[\p{Script=Latin}\p{N}\p{P}\s]|$)|(?<=^|[\p{Script=Latin}\p{N}\p{P}\s])[\u200c\u200d]/gu;
const SPACES = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
const CONTROL = /(?!\n)\p{Cc}|[\ue000-\ue00f\ufffe\uffff]/gu;
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/i;

const load = createRequire(import.meta.url);
let decoder: ((text: string) => string) | undefined;

/** Decodes HTML entities, named and numeric, once: `&amp;lt;` becomes `&lt;`. */
export function decodeEntities(text: string): string {
  if (!ENTITY.test(text)) return text;
  // The table of names is loaded with the first entity: it would slow every start.
  const { decodeHTMLStrict }: typeof import('entities') = load('entities');
  decoder ??= decodeHTMLStrict;
  return decoder(text);
}

/**
 * Normalises a text for comparing, storing and reading: composed letters (NFC), one kind of space and line end, nothing
 * invisible. With `oneSpace`, runs of spaces collapse. Idempotent. A text of nothing but invisible marks becomes empty.
 */
export function normalise(text: string, oneSpace: boolean): string {
  if (PLAIN.test(text)) return text.trim();
  const clean = text
    .replace(LINE_ENDS, '\n')
    .replace(SPACES, ' ')
    .replace(INVISIBLE, '')
    .replace(STRAY_JOINER, '')
    .replace(CONTROL, '')
    .normalize('NFC');
  const spaced = oneSpace
    ? clean.replace(/ {2,}/g, ' ').replace(/^ | $/gm, '')
    : clean.replace(/(?<! ) +$/gm, '');
  return spaced.replace(/\n{3,}/g, '\n\n').trim();
}

import { isPNumber } from '../core/cvr-number.ts';
import type { MaskCpr } from './ports/language-model.ts';

/** Texts of one form by the name of their field, and how many CPR numbers were removed from them. */
export interface MaskedFields {
  readonly fields: Readonly<Record<string, string>>;
  readonly removed: number;
}

/**
 * Characters at each end of a field that are read together with another field: a CPR number and its label fit within.
 */
const EDGE = 400;

/**
 * Whether a field holds its proper value, so it is no part of a split number. A refused value of an earlier turn is named
 * `cvr#0`.
 */
function isWhole(name: string, text: string): boolean {
  const plain = text.replace(/[\s.()-]/g, '');
  const [field] = name.split('#');
  switch (field) {
    case 'contactPhone':
      return /^(?:\+45|0045)?[2-9]\d{7}$/.test(plain);
    case 'cvr':
      return /^(?:dk)?\d{8}$/i.test(plain);
    case 'pNumber':
      return isPNumber(plain);
    case 'municipality':
      return /^\d{3}$/.test(plain);
    case 'founded':
      return /^(?:(?:19|20)\d\d|\d{4}-\d\d(?:-\d\d)?)$/.test(text.trim());
    default:
      return /^\d{4}-\d\d-\d\d$/.test(text.trim());
  }
}

/** More free fields than any form has: beyond it, only the first are tried. */
const MOST_FIELDS = 8;

/** All orders of two or three of the names. */
function orders(names: readonly string[]): readonly (readonly string[])[] {
  const others = (...taken: readonly string[]) => names.filter((name) => !taken.includes(name));
  const pairs = names.flatMap((a) => others(a).map((b) => [a, b]));
  return [...pairs, ...pairs.flatMap(([a = '', b = '']) => others(a, b).map((c) => [a, b, c]))];
}

/**
 * Removes CPR numbers split over the fields of one form (name `Ole 170263`, phone `4127`), in either order. The mask
 * replaces the beginning; the rest is deleted. Fields with their proper value (a telephone number of eight digits, a
 * CVR number, a year) are left alone.
 */
export function maskTogether(fields: Readonly<Record<string, string>>, maskCpr: MaskCpr): MaskedFields {
  const masked: Record<string, string> = { ...fields };
  let removed = 0;
  const open = Object.keys(fields).filter(
    (name) => /\p{N}/u.test(masked[name] ?? '') && !isWhole(name, masked[name] ?? ''),
  );
  for (const order of orders(open.slice(0, MOST_FIELDS))) {
    const texts = order.map((name) => masked[name] ?? '');
    const { edges, ends } = edgesOf(texts);
    const whole = edges.join('\n');
    const once = maskCpr(whole);
    if (once.removed === 0) continue;
    const { from, to, mask } = changed(whole, once.text);
    let start = 0;
    const parts = edges.map((edge) => {
      const end = start + edge.length;
      const part = {
        isTouched: from < end && to > start,
        text: [
          whole.slice(start, Math.min(end, Math.max(start, from))),
          from >= start && from < end ? mask : '',
          whole.slice(Math.min(end, Math.max(start, to)), end),
        ].join(''),
      };
      start = end + 1;
      return part;
    });
    // A number within one field begins amid a longer one, whose end alone is looked at.
    if (parts.filter(({ isTouched }) => isTouched).length < 2) continue;
    removed += once.removed;
    for (const [at, name] of order.entries())
      masked[name] = `${ends[at]?.before ?? ''}${parts[at]?.text ?? ''}${ends[at]?.behind ?? ''}`;
  }
  return { fields: masked, removed };
}

/** The end of the first text, the whole of those between and the beginning of the last, with the parts left out. */
function edgesOf(texts: readonly string[]): {
  readonly edges: readonly string[];
  readonly ends: readonly { readonly before: string; readonly behind: string }[];
} {
  const cuts = texts.map((text, at) => ({
    from: at === 0 ? Math.max(0, text.length - EDGE) : 0,
    to: at === texts.length - 1 ? Math.min(text.length, EDGE) : text.length,
  }));
  return {
    edges: texts.map((text, at) => text.slice(cuts[at]?.from, cuts[at]?.to)),
    ends: texts.map((text, at) => ({
      before: text.slice(0, cuts[at]?.from),
      behind: text.slice(cuts[at]?.to),
    })),
  };
}

/** The changed stretch of a text, from the first change to the last, and its replacement. */
function changed(
  before: string,
  after: string,
): { readonly from: number; readonly to: number; readonly mask: string } {
  let from = 0;
  while (before[from] === after[from]) from += 1;
  let tail = 0;
  while (tail < after.length - from && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return { from, to: before.length - tail, mask: after.slice(from, after.length - tail) };
}

import { isPNumber } from '../core/cvr-number.ts';
import type { MaskCpr } from './ports/language-model.ts';

/** Texts of one form by the name of their field, and how many CPR numbers were removed from them. */
export interface MaskedFields {
  readonly fields: Readonly<Record<string, string>>;
  readonly removed: number;
}

/** How much of a field is looked at where it may be joined to another: a CPR number and its labels fit well within. */
const EDGE = 400;

/** Whether a field holds what it is for, and so is no part of a number that goes on in another field. */
function isWhole(field: string, text: string): boolean {
  const plain = text.replace(/[\s.()-]/g, '');
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

/** No form has more free fields; whoever sends more of them splits no number by mistake. */
const MOST_FIELDS = 8;

/** Every order in which two or three of the names may be read. */
function orders(names: readonly string[]): readonly (readonly string[])[] {
  const others = (...taken: readonly string[]) => names.filter((name) => !taken.includes(name));
  const pairs = names.flatMap((a) => others(a).map((b) => [a, b]));
  return [...pairs, ...pairs.flatMap(([a = '', b = '']) => others(a, b).map((c) => [a, b, c]))];
}

/**
 * Removes CPR numbers that are split over the fields of one form (name `Ole 170263`, phone `4127`), whichever comes
 * first: the mask stands where the number begins, what the others hold of it is gone. Fields that hold what they are for
 * (a telephone number of eight digits, a CVR number, a year) are no part of one.
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
    // What is found within one field begins amid a longer number, of which only the end is looked at.
    if (parts.filter(({ isTouched }) => isTouched).length < 2) continue;
    removed += once.removed;
    for (const [at, name] of order.entries())
      masked[name] = `${ends[at]?.before ?? ''}${parts[at]?.text ?? ''}${ends[at]?.behind ?? ''}`;
  }
  return { fields: masked, removed };
}

/** The end of the first text, the beginning of the last and all of one between; and what of each is left out. */
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

/** Where a text was changed: the stretch of it from the first change to the last, and what stands there now. */
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

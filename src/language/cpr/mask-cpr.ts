import { findCpr } from './find-cpr.ts';
import { read, type Way, waysOf } from './reading.ts';

/** The replacement of a CPR number (contracts, "Understanding"). */
export const CPR_MASK = '██████-████';

export interface Masked {
  readonly text: string;
  readonly removed: number;
}

/** Texts with fewer possible digits hold no CPR number. This shortcut covers most texts. */
const FEWEST_DIGITS = 8;
const MAYBE_DIGIT = /\p{N}|&#|%3/gu;

function hasDigits(text: string): boolean {
  MAYBE_DIGIT.lastIndex = 0;
  for (let count = 0; count < FEWEST_DIGITS; count++) if (!MAYBE_DIGIT.test(text)) return false;
  return true;
}

function maskOnce(text: string, way: Way): Masked {
  const reading = read(text, way);
  const parts: string[] = [];
  let end = 0;
  for (const span of findCpr(reading.text)) {
    const from = reading.from[span.start] ?? 0;
    const to = reading.to[span.end - 1] ?? 0;
    // Where %XX stays in the text, a match that ends inside such a code is no number: `%2014%3A30` is a time.
    if (!way.percent && text[to] === '%') continue;
    parts.push(text.slice(end, from), CPR_MASK);
    end = to;
  }
  if (parts.length === 0) return { text, removed: 0 };
  return {
    text: [...parts, text.slice(end)].join(''),
    removed: parts.length / 2,
  };
}

/**
 * Masks CPR numbers in raw text from any channel (plain, HTML, Slack's or Markdown's marks, percent-encoded), however
 * they are written (`find-cpr.ts`), whether or not they pass the modulus-11 check. Returns the text with each number
 * replaced by `██████-████` and everything else unchanged, and how many were replaced. Masking twice changes nothing.
 * Linear in the text's length. Never throws.
 */
export function maskCpr(text: string): Masked {
  let masked: Masked = { text, removed: 0 };
  for (;;) {
    if (!hasDigits(masked.text)) return masked;
    const before = masked.removed;
    for (const way of waysOf(masked.text)) {
      const once = maskOnce(masked.text, way);
      masked = { text: once.text, removed: masked.removed + once.removed };
    }
    // A masked number may have stood inside another one, so the text is read again until nothing is found.
    if (masked.removed === before) return masked;
  }
}

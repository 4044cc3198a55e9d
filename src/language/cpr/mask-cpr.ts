import { findCpr } from './find-cpr.ts';
import { read, type Way, waysOf } from './reading.ts';

/** What a CPR number is replaced by (contracts, "Understanding"). */
export const CPR_MASK = '██████-████';

export interface Masked {
  readonly text: string;
  readonly removed: number;
}

/** Fewer characters that could be digits hold no CPR number: most texts are not looked at further. */
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
    // In text that %XX is left in, what ends amid such a code is no number: `%2014%3A30` is a time.
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
 * Removes CPR numbers, however they are written (`find-cpr.ts`), whether or not the modulus-11 test holds, from raw text
 * of any door: plain, HTML, Slack's or Markdown's marks, percent-encoded. Returns the text with each replaced by
 * `██████-████` and all else as it was, and how many there were. Masking twice changes nothing. Linear in the text's
 * length. Never throws.
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
    // What is gone may have stood between others.
    if (masked.removed === before) return masked;
  }
}

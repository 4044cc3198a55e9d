import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import type { Clock } from './app/ports/clock.ts';
import type { Ids } from './app/ports/ids.ts';

/** The only file that reads the system clock or draws random numbers; everything else takes them as arguments. */

export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  monotonic: () => performance.now(),
  alarm(ms, ring) {
    const timer = setTimeout(ring, ms);
    return () => clearTimeout(timer);
  },
  steady: () => true,
};

/** No vowels, and no sign mistaken for another on the phone (0/O, 1/I): no case id spells a word. */
const CASE_ID_LETTERS = '23456789BCDFGHJKLMNPQRSTVWXZ';

function letters(count: number): string {
  return Array.from({ length: count }, () => CASE_ID_LETTERS[randomInt(CASE_ID_LETTERS.length)]).join('');
}

export const randomIds: Ids = {
  caseId: () => `${letters(4)}-${letters(4)}`,
  id: () => randomUUID(),
};

/** A secret of 256 random bits, in 43 characters that need no quotes anywhere. */
export function randomSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** A key of 256 random bits. */
export function randomKey(): Uint8Array {
  return randomBytes(32);
}

/** A random number from 0 up to 1, for the jitter of retries. */
export function chance(): number {
  return randomInt(2 ** 32) / 2 ** 32;
}

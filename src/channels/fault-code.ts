import { createHash } from 'node:crypto';

/** No vowels, and no sign that is mistaken for another on the phone. */
const LETTERS = '23456789BCDFGHJKLMNPQRSTVWXZ';

/**
 * The code of a fault, `F-7K3Q`. The affected person sees it and the log holds it, so the operator can find the log
 * line. It is derived from the delivery's id, so a repeated delivery gets the same code.
 */
export function faultCode(deliveryId: string): string {
  const bytes = createHash('sha256').update(deliveryId).digest();
  return `F-${[...bytes.subarray(0, 4)].map((byte) => LETTERS[byte % LETTERS.length]).join('')}`;
}

import { createHash } from 'node:crypto';

/** No vowels, and nothing that is mistaken for something else on the phone. */
const LETTERS = '23456789BCDFGHJKLMNPQRSTVWXZ';

/**
 * The code of a fault, `F-7K3Q`: said to the person whom it met and written in the log, so that whoever runs the service
 * finds the line. It follows from the delivery's id, so a delivery that comes again has the same one.
 */
export function faultCode(deliveryId: string): string {
  const bytes = createHash('sha256').update(deliveryId).digest();
  return `F-${[...bytes.subarray(0, 4)].map((byte) => LETTERS[byte % LETTERS.length]).join('')}`;
}

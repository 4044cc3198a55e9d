import type { Clock } from '../app/ports/clock.ts';
import type { OutboxQueue, RowAhead } from '../app/ports/outbox-queue.ts';
import { LONGEST_RETRY_SECONDS, later } from './deliver-rows.ts';

/** How often rows are looked at, on the monotonic clock: longer than any lease. */
const EVERY_MS = 120_000;

/**
 * Brings back rows that wait for an instant which only a wall clock that was wrong can have named: it was three hours
 * ahead, is right again, and a card would be held for three hours. A row waits for office hours, or for another try,
 * which is never far off; a lease that another worker holds changes within its time, or its worker is dead.
 */
export function createJumpRepair(
  queue: OutboxQueue,
  clock: Clock,
  log: (event: string, fields: Readonly<Record<string, number>>) => void,
): () => Promise<void> {
  let lookedAt: number | null = null;
  let seen = new Map<string, RowAhead>();

  return async () => {
    const monotonic = clock.monotonic();
    if (lookedAt !== null && monotonic - lookedAt < EVERY_MS) return;
    lookedAt = monotonic;
    const now = clock.now();
    const far = later(now, LONGEST_RETRY_SECONDS);
    const found = await queue.ahead(far);
    let count = 0;
    for (const row of found) {
      const notBefore = ('notBefore' in row.effect ? row.effect.notBefore : undefined) ?? now;
      const isHeld = row.leasedUntil !== null && row.leasedUntil > far;
      // Seen two minutes ago as it is now: nobody works on it.
      const isDead = isHeld && seen.get(row.id)?.leasedUntil === row.leasedUntil;
      const isFar = row.leasedUntil === null && row.readyAt > far && row.readyAt > notBefore;
      if (!isDead && !isFar) continue;
      await queue.bringBack(row, notBefore > now ? notBefore : now);
      count++;
    }
    seen = new Map(found.map((row) => [row.id, row]));
    if (count > 0) log('rows-brought-back', { count });
  };
}

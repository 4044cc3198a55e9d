import type { Clock } from '../app/ports/clock.ts';
import type { OutboxQueue, RowAhead } from '../app/ports/outbox-queue.ts';
import { LONGEST_RETRY_SECONDS, later } from './deliver-rows.ts';

/** How often rows are looked at, on the monotonic clock: longer than any lease. */
const EVERY_MS = 120_000;

/**
 * Brings forward rows that wait for an instant from a wall clock that was wrong. If it was three hours ahead and is
 * right again, a card would be held for three hours. Legitimate waits (office hours, a retry) end soon; a lease held
 * by another worker changes within its time, or its worker is dead.
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
      // Unchanged since the last look: no worker has it.
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

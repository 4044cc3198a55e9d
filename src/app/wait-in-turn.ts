import type { MessagePace, RateLimit } from './message-pace.ts';
import type { Clock } from './ports/clock.ts';

/** Limits over at most so many seconds space the messages that wait. An hour's limit would space a short burst too widely. */
const SHORT_SECONDS = 60;

/** The most that a message waits for those before it. They may be called off meanwhile, and nobody says so. */
const MOST_MS = 300_000;

/**
 * A pace whose waiting messages ask again one after the other. Each would otherwise ask again at the next free instant,
 * though one can go: with ten thousand waiting, every second ten thousand rows would be claimed and put back.
 */
export function waitInTurn(pace: MessagePace, clock: Pick<Clock, 'monotonic'>): MessagePace {
  /** When the last waiting message of each place asks again, on the monotonic clock. */
  const last = new Map<string, number>();
  return {
    ...pace,
    async reserve(place, limits, patienceMs) {
      const reservation = await pace.reserve(place, limits, patienceMs);
      if (reservation.reserved) return reservation;
      const now = clock.monotonic();
      for (const [one, at] of last) if (at < now) last.delete(one);
      const free = now + reservation.waitMs;
      const turn = Math.min(Math.max(free, (last.get(place) ?? 0) + spacing(limits)), free + MOST_MS);
      last.set(place, turn);
      return { ...reservation, waitMs: turn - now };
    },
  };
}

function spacing(limits: readonly RateLimit[]): number {
  const short = limits.filter(([, seconds]) => seconds <= SHORT_SECONDS);
  return Math.max(0, ...short.map(([count, seconds]) => (seconds * 1_000) / count));
}

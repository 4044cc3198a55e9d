import type { Clock } from '../../app/ports/clock.ts';

/** Keeps posts to a channel a second apart (Slack's limit: one message per second and channel). */
export interface Pacer {
  /**
   * Waits for the channel's turn and returns 0. Where that would take too long, returns the seconds until the turn
   * comes, and the caller must not post now.
   */
  turn(channel: string): Promise<number>;
  /** Applies a pause that Slack asked for (`Retry-After`). */
  pause(channel: string, seconds: number): void;
}

const GAP_MS = 1000;
const PATIENCE_MS = 3000;
const MOST_CHANNELS = 10_000;

/** Makes a pacer. `wait` is injected so that tests need not wait. */
export function createPacer(clock: Clock, wait: (ms: number) => Promise<void>): Pacer {
  /** The next moment at which each channel may be posted to, on the monotonic clock because the wall clock may jump. */
  const next = new Map<string, number>();
  return {
    async turn(channel) {
      const now = clock.monotonic();
      const at = Math.max(now, next.get(channel) ?? now);
      if (at - now > PATIENCE_MS) return Math.ceil((at - now) / 1000);
      if (next.size >= MOST_CHANNELS) for (const [known, free] of next) if (free < now) next.delete(known);
      next.set(channel, at + GAP_MS);
      if (at > now) await wait(at - now);
      return 0;
    },
    pause(channel, seconds) {
      const until = clock.monotonic() + seconds * 1000;
      next.set(channel, Math.max(until, next.get(channel) ?? until));
    },
  };
}

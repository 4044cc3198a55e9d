import type { Clock } from '../../app/ports/clock.ts';

/** Keeps posts to one channel a second apart (Slack: one message a second and channel). */
export interface Pacer {
  /**
   * Waits for this channel's turn and gives 0; where that would take longer than is worth waiting for, gives the
   * seconds until it comes, and the caller must not post now.
   */
  turn(channel: string): Promise<number>;
  /** Slack asked for a pause (`Retry-After`). */
  pause(channel: string, seconds: number): void;
}

const GAP_MS = 1000;
const PATIENCE_MS = 3000;
const MOST_CHANNELS = 10_000;

export function createPacer(clock: Clock, wait: (ms: number) => Promise<void>): Pacer {
  /** When each channel may be posted to next, on the monotonic clock: the wall clock may jump. */
  const next = new Map<string, number>();
  return {
    async turn(channel) {
      const now = clock.monotonic();
      const at = Math.max(now, next.get(channel) ?? now);
      if (at - now > PATIENCE_MS) return Math.ceil((at - now) / 1000);
      if (next.size >= MOST_CHANNELS) for (const [one, free] of next) if (free < now) next.delete(one);
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

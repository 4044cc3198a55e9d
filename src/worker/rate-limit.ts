import type { Channel } from '../app/ports/channel.ts';

/** So many messages to one conversation in so many seconds, as the platforms publish. */
const LIMITS: Readonly<Record<Channel, readonly (readonly [count: number, seconds: number])[]>> = {
  teams: [
    [7, 1],
    [60, 30],
    [1_800, 3_600],
  ],
  slack: [[1, 1]],
};

/**
 * Counts messages to each conversation. `wait` says for how many seconds the next one must wait (0: it may go, and is
 * counted). `now` is milliseconds of the monotonic clock: a wall clock that jumps would hold messages back for hours.
 */
export function createRateLimit(): { wait(channel: Channel, conversation: string, now: number): number } {
  const sent = new Map<string, number[]>();
  return {
    wait(channel, conversation, now) {
      const key = `${channel}/${conversation}`;
      const longest = Math.max(...LIMITS[channel].map(([, seconds]) => seconds)) * 1_000;
      const times = (sent.get(key) ?? []).filter((time) => time > now - longest);
      let wait = 0;
      for (const [count, seconds] of LIMITS[channel]) {
        const within = times.filter((time) => time > now - seconds * 1_000);
        const oldest = within[within.length - count];
        if (oldest !== undefined) wait = Math.max(wait, (oldest + seconds * 1_000 - now) / 1_000);
      }
      if (wait === 0) times.push(now);
      sent.set(key, times);
      // Conversations that have been quiet are forgotten, so that the map does not grow for ever.
      if (sent.size > 5_000)
        for (const [one, last] of sent) if ((last.at(-1) ?? 0) < now - longest) sent.delete(one);
      return wait;
    },
  };
}

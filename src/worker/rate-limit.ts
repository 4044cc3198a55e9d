import type { Channel } from '../app/ports/channel.ts';

/**
 * Limits of messages to one conversation, as the platforms publish them. Slack's messenger keeps its own pace
 * (`channels/slack/pacer.ts`): the answers of turns, which do not pass here, count as well.
 */
const LIMITS: Readonly<Record<Channel, readonly (readonly [count: number, seconds: number])[]>> = {
  teams: [
    [7, 1],
    [60, 30],
    [1_800, 3_600],
  ],
  slack: [],
};

/**
 * Counts messages to each conversation. `wait` gives the seconds until the next one may go (0: it goes now, and is counted).
 * `now` is milliseconds of the monotonic clock: a wall clock that jumps would hold messages back for hours.
 */
export function createRateLimit(): { wait(channel: Channel, conversation: string, now: number): number } {
  const sent = new Map<string, number[]>();
  return {
    wait(channel, conversation, now) {
      const limits = LIMITS[channel];
      if (limits.length === 0) return 0;
      const key = `${channel}/${conversation}`;
      const longest = Math.max(...limits.map(([, seconds]) => seconds)) * 1_000;
      const times = (sent.get(key) ?? []).filter((time) => time > now - longest);
      let wait = 0;
      for (const [count, seconds] of limits) {
        const counted = times.filter((time) => time > now - seconds * 1_000);
        const oldest = counted[counted.length - count];
        if (oldest !== undefined) wait = Math.max(wait, (oldest + seconds * 1_000 - now) / 1_000);
      }
      if (wait === 0) times.push(now);
      sent.set(key, times);
      // Forget quiet conversations, or the map would grow without end.
      if (sent.size > 5_000)
        for (const [one, last] of sent) if ((last.at(-1) ?? 0) < now - longest) sent.delete(one);
      return wait;
    },
  };
}

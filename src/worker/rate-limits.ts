import type { RateLimit } from '../app/message-pace.ts';
import type { Channel } from '../app/ports/channel.ts';

/**
 * So many messages to one conversation in so many seconds, as the platforms publish. Slack's messenger keeps its own pace:
 * the answers of turns, which do not pass here, count as well.
 */
export const RATE_LIMITS: Readonly<Record<Channel, readonly RateLimit[]>> = {
  teams: [
    [7, 1],
    [60, 30],
    [1_800, 3_600],
  ],
  slack: [],
};

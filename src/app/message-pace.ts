import type { Clock } from './ports/clock.ts';

/** At most so many messages in so many seconds. */
export type RateLimit = readonly [count: number, seconds: number];

/** When a message may go. `reserved`: it is counted, and goes after `waitMs`. */
export interface Reservation {
  readonly waitMs: number;
  readonly reserved: boolean;
}

/** The pace of messages to each place, counted over all processes that send to it. */
export interface MessagePace {
  /**
   * Reserves the next message to a place within its limits. If it would wait longer than `patienceMs`, nothing is
   * reserved; the sender asks again after `waitMs`.
   */
  reserve(place: string, limits: readonly RateLimit[], patienceMs: number): Promise<Reservation>;
  /** Notes a pause that the platform asked for (`Retry-After`): nothing goes to the place for so many seconds. */
  pause(place: string, seconds: number): Promise<void>;
}

/** The sent and reserved messages of one place, in milliseconds of the counting clock. */
export interface PlacePace {
  /** Instants of messages, sent and reserved, in order. */
  readonly times: readonly number[];
  /** The end of a pause; in the past where there is none. */
  readonly until: number;
}

export const QUIET: PlacePace = { times: [], until: 0 };

/** Milliseconds that an instant is kept: the longest window of any platform's limit. */
export const REMEMBERED_MS = 3_600_000;

/** Reserves the next message to a place. Gives when it goes, and the pace with it counted. */
export function reserveIn(
  pace: PlacePace,
  limits: readonly RateLimit[],
  now: number,
  patienceMs: number,
): Reservation & { readonly pace: PlacePace } {
  // Instants further ahead than any reservation came from a clock that was wrong.
  const times = pace.times.filter((time) => time > now - REMEMBERED_MS && time < now + REMEMBERED_MS);
  let at = Math.max(now, times.at(-1) ?? now);
  if (pace.until < now + REMEMBERED_MS) at = Math.max(at, pace.until);
  for (const [count, seconds] of limits) {
    const oldest = times[times.length - count];
    if (oldest !== undefined) at = Math.max(at, oldest + seconds * 1_000);
  }
  const waitMs = at - now;
  return waitMs > patienceMs
    ? { waitMs, reserved: false, pace: { ...pace, times } }
    : { waitMs, reserved: true, pace: { ...pace, times: [...times, at] } };
}

/** The pace with a pause of so many seconds from now. */
export function pausedIn(pace: PlacePace, now: number, seconds: number): PlacePace {
  return { ...pace, until: Math.max(pace.until, now + seconds * 1_000) };
}

/** Places that are remembered; beyond that, those that have been quiet for an hour are forgotten. */
const MOST_PLACES = 10_000;

/** The pace of one process that sends alone. Kept by elapsed time: a wall clock that jumps would hold messages back for hours. */
export function createMessagePace(clock: Pick<Clock, 'monotonic'>): MessagePace {
  const places = new Map<string, PlacePace>();
  const keep = (place: string, pace: PlacePace, now: number) => {
    if (places.size >= MOST_PLACES)
      for (const [one, { times, until }] of places)
        if (Math.max(times.at(-1) ?? 0, until) < now - REMEMBERED_MS) places.delete(one);
    places.set(place, pace);
  };
  return {
    async reserve(place, limits, patienceMs) {
      const now = clock.monotonic();
      const { pace, ...reservation } = reserveIn(places.get(place) ?? QUIET, limits, now, patienceMs);
      keep(place, pace, now);
      return reservation;
    },
    async pause(place, seconds) {
      const now = clock.monotonic();
      keep(place, pausedIn(places.get(place) ?? QUIET, now, seconds), now);
    },
  };
}

import type { Clock } from './ports/clock.ts';

/** So many messages in so many seconds. */
export type RateLimit = readonly [count: number, seconds: number];

/** When a message may go; `reserved`: it is counted, and goes then. */
export interface Reservation {
  readonly waitMs: number;
  readonly reserved: boolean;
}

/** What each place was sent lately, counted over all processes that send to it. */
export interface MessagePace {
  /**
   * Reserves the next message to a place within its limits. Where that would be more than `patienceMs` from now, nothing is
   * reserved, and the sender asks again after `waitMs`.
   */
  reserve(place: string, limits: readonly RateLimit[], patienceMs: number): Promise<Reservation>;
  /** The platform asked for a pause (`Retry-After`): nothing goes to the place for so many seconds. */
  pause(place: string, seconds: number): Promise<void>;
}

/** What is known of one place, in milliseconds of whichever clock is counted by. */
export interface PlacePace {
  /** When messages went, or will go; the latest last. */
  readonly times: readonly number[];
  /** Until when nothing may go. */
  readonly until: number;
}

export const QUIET: PlacePace = { times: [], until: 0 };

/** Milliseconds that anything is remembered: the longest window that a platform counts over. */
export const REMEMBERED_MS = 3_600_000;

/** Reserves the next message to a place: where it goes in time, and what is then known of the place. */
export function reserveIn(
  pace: PlacePace,
  limits: readonly RateLimit[],
  now: number,
  patienceMs: number,
): Reservation & { readonly pace: PlacePace } {
  // What lies further ahead than anything is reserved for was noted by a clock that was wrong.
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

/** After a pause of so many seconds. */
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

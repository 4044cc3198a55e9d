import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Clocks of tests. None shows the machine's date, so no test depends on the day it is run. */

/** A clock that starts at an instant and then runs. */
export interface RunningClock {
  /** Instant, UTC. */
  now(): string;
  /** Starts again at another instant. */
  set(instant: string): void;
}

export function runningClock(start: string): RunningClock {
  let ahead = 0;
  const clock = {
    now: () => new Date(Date.now() + ahead).toISOString(),
    set: (instant: string) => {
      ahead = Date.parse(instant) - Date.now();
    },
  };
  clock.set(start);
  return clock;
}

/**
 * Environment for a child process, and for its own children, whose system clock shows `instant` now and then runs. The
 * product has no setting for its clock: the child replaces `Date` before its script starts. The monotonic clock stays.
 */
export function environmentAt(instant: string): Readonly<Record<string, string>> {
  const preload = pathToFileURL(join(import.meta.dirname, 'shifted-date.ts'));
  return {
    NODE_OPTIONS: `--import=${preload}`,
    TEST_CLOCK_AHEAD_MS: String(Date.parse(instant) - Date.now()),
  };
}

/**
 * An instant, later by the days of `TEST_DAYS_AHEAD` (none by default). `npm run test:ahead` sets it for the suites
 * with a browser, because Chromium does not start under faketime.
 */
export function ahead(instant: string): string {
  const days = Number(process.env.TEST_DAYS_AHEAD ?? 0);
  return new Date(Date.parse(instant) + days * 86_400_000).toISOString();
}

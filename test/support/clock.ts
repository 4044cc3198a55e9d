import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Clock } from '../../src/app/ports/clock.ts';
import { systemClock } from '../../src/clock-and-ids.ts';

/** Clocks of tests. None shows the machine's date, so no test depends on the day it is run. */

/** A clock that starts at an instant and then runs. */
export interface RunningClock extends Clock {
  /** All the time until a later instant passes at once, on the monotonic clock too; alarms ring when they would have. */
  set(instant: string): void;
}

export function runningClock(start: string): RunningClock {
  const first = Date.parse(start) - Date.now();
  let passed = 0;
  return {
    ...systemClock,
    now: () => new Date(Date.now() + first + passed).toISOString(),
    monotonic: () => systemClock.monotonic() + passed,
    set(instant: string) {
      passed = Date.parse(instant) - Date.now() - first;
    },
  };
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

/** A clock that stands still until a test moves it; alarms ring as it is moved past them. */
export interface SimulatedClock extends Clock {
  /** Forward to an instant, as time passes. Back to an earlier one, only the wall clock goes. */
  set(instant: string): void;
  /** So many milliseconds pass; alarms ring in order on the way. */
  pass(ms: number): void;
  /** The wall clock alone jumps, by milliseconds. */
  jump(ms: number): void;
}

export function simulatedClock(start: string): SimulatedClock {
  let wall = Date.parse(start);
  let monotonic = 0;
  let alarms: { readonly at: number; readonly ring: () => void }[] = [];
  const clock: SimulatedClock = {
    now: () => new Date(wall).toISOString(),
    monotonic: () => monotonic,
    alarm(ms, ring) {
      const alarm = { at: monotonic + ms, ring };
      alarms.push(alarm);
      return () => {
        alarms = alarms.filter((one) => one !== alarm);
      };
    },
    steady: () => true,
    pass(ms) {
      const end = monotonic + ms;
      for (;;) {
        const next = alarms.reduce<(typeof alarms)[number] | undefined>(
          (first, one) => (one.at <= end && (first === undefined || one.at < first.at) ? one : first),
          undefined,
        );
        const step = Math.max(0, (next?.at ?? end) - monotonic);
        wall += step;
        monotonic += step;
        if (next === undefined) return;
        alarms = alarms.filter((one) => one !== next);
        next.ring();
      }
    },
    set(instant) {
      const ms = Date.parse(instant) - wall;
      if (ms >= 0) clock.pass(ms);
      else clock.jump(ms);
    },
    jump(ms) {
      wall += ms;
    },
  };
  return clock;
}

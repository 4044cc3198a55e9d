import type { Clock } from './app/ports/clock.ts';

/** A wall clock that leaves the monotonic one by more than this has jumped. */
const JUMP_MS = 5 * 60_000;

/** Monotonic time for which a wall clock that has jumped must run evenly before it is believed. */
const BELIEVED_AFTER_MS = 10 * 60_000;

/** How far a wall clock may leave the monotonic one in that time and still run evenly. */
const EVEN_MS = 60_000;

/** A moment as both clocks show it, in milliseconds. */
interface Moment {
  readonly wall: number;
  readonly monotonic: number;
}

export type JumpLog = (event: string, fields: Readonly<Record<string, string | number>>) => void;

/**
 * The system clock without its jumps. `now` goes on from the last believed time while the wall clock shows another one:
 * a clock that is wrong for a second breaks no promise, and nothing is recorded before what it follows. A wall clock is
 * believed again as soon as it is back, or after ten minutes in which it ran evenly; a restart believes it at once,
 * because there is nothing to compare it with. Each jump is logged once (`clock-jumped`, `clock-believed`).
 */
export function createSteadyClock(source: Clock, log: JumpLog): Clock {
  const read = (): Moment => ({ wall: Date.parse(source.now()), monotonic: source.monotonic() });
  /** By how much the wall clock has run ahead of the monotonic one between two moments. */
  const ahead = (from: Moment, to: Moment) => to.wall - from.wall - (to.monotonic - from.monotonic);

  let believed = read();
  /** Since when the wall clock has shown another time, evenly. */
  let other: Moment | null = null;

  /** Looks at both clocks; the instant to go by. */
  function look(): number {
    const seen = read();
    const drift = ahead(believed, seen);
    if (Math.abs(drift) <= JUMP_MS) {
      if (other !== null) log('clock-believed', { seconds: Math.round(drift / 1_000) });
      other = null;
      // Not at every look: many small steps within ten minutes are a jump too.
      if (seen.monotonic - believed.monotonic >= BELIEVED_AFTER_MS) believed = seen;
      return seen.wall;
    }
    if (other === null) log('clock-jumped', { seconds: Math.round(drift / 1_000) });
    if (other === null || Math.abs(ahead(other, seen)) > EVEN_MS) other = seen;
    if (seen.monotonic - other.monotonic < BELIEVED_AFTER_MS) return seen.wall - drift;
    log('clock-believed', { seconds: Math.round(drift / 1_000) });
    believed = seen;
    other = null;
    return seen.wall;
  }

  return {
    now: () => new Date(look()).toISOString(),
    monotonic: () => source.monotonic(),
    alarm: (ms, ring) => source.alarm(ms, ring),
    steady() {
      look();
      return other === null;
    },
  };
}

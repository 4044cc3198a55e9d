import type { Clock } from './app/ports/clock.ts';

/**
 * The drift from the monotonic clock, in milliseconds, from which a wall clock has jumped. Less, and slow adjustments
 * count as jumps; more, and a wrong clock breaks promises.
 */
const JUMP_MS = 5 * 60_000;

/** Monotonic time, in milliseconds, for which a wall clock must run evenly after a jump before it is trusted again. */
const BELIEVED_AFTER_MS = 10 * 60_000;

/** The drift allowed in that time for a clock that runs evenly. */
const EVEN_MS = 60_000;

/** A moment on both clocks, in milliseconds. */
interface Moment {
  readonly wall: number;
  readonly monotonic: number;
}

export type JumpLog = (event: string, fields: Readonly<Record<string, string | number>>) => void;

/**
 * A clock without the jumps of the system clock. While the wall clock is off, `now` continues from the last trusted
 * time: a clock that is wrong for a second breaks no promise, and events stay in order. A wall clock is trusted again
 * when it returns, or after ten minutes of running evenly. A restart trusts it at once, because there is nothing to
 * compare it with. Each jump is logged once (`clock-jumped`, `clock-believed`).
 */
export function createSteadyClock(source: Clock, log: JumpLog): Clock {
  const read = (): Moment => ({ wall: Date.parse(source.now()), monotonic: source.monotonic() });
  /** How far the wall clock has run ahead of the monotonic one between two moments. */
  const ahead = (from: Moment, to: Moment) => to.wall - from.wall - (to.monotonic - from.monotonic);

  let believed = read();
  /** The moment since which the wall clock has shown another time evenly. */
  let other: Moment | null = null;

  /** Reads both clocks and returns the trusted instant. */
  function look(): number {
    const seen = read();
    const drift = ahead(believed, seen);
    if (Math.abs(drift) <= JUMP_MS) {
      if (other !== null) log('clock-believed', { seconds: Math.round(drift / 1_000) });
      other = null;
      // Not on every reading: many small steps within ten minutes are a jump too.
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

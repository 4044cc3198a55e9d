import { describe, expect, it } from 'vitest';
import { createMessagePace, type RateLimit } from '../../src/app/message-pace.ts';
import { RATE_LIMITS } from '../../src/worker/rate-limits.ts';
import { simulatedClock } from '../support/clock.ts';
import { mostWithin } from './most-within.ts';

const SECOND: readonly RateLimit[] = [[1, 1]];

describe('the pace of messages to one place', () => {
  it('stays within what Teams takes: 7 a second, 60 in 30 seconds, 1,800 an hour', async () => {
    const clock = simulatedClock('2026-11-20T09:00:00.000Z');
    const pace = createMessagePace(clock);
    const times: number[] = [];
    while (times.length < 2_000) {
      const { waitMs, reserved } = await pace.reserve('c', RATE_LIMITS.teams, 0);
      if (reserved) times.push(clock.monotonic());
      else clock.pass(Math.ceil(waitMs));
    }
    expect([1, 30, 3_600].map((seconds) => mostWithin(times, seconds))).toEqual([7, 60, 1_800]);
  });

  it('is counted for each place by itself, and reserves in order up to what a sender waits for', async () => {
    const clock = simulatedClock('2026-11-20T09:00:00.000Z');
    const pace = createMessagePace(clock);
    const reserve = (place: string) => pace.reserve(place, SECOND, 3_000);
    const reserved = await Promise.all(['a', 'a', 'b', 'a', 'a', 'a'].map(reserve));
    expect(reserved).toEqual([
      ...[0, 1_000, 0, 2_000, 3_000].map((waitMs) => ({ waitMs, reserved: true })),
      { waitMs: 4_000, reserved: false },
    ]);
    // Kept by elapsed time: a wall clock that jumps changes nothing.
    clock.jump(3 * 3_600_000);
    expect(await reserve('a')).toEqual({ waitMs: 4_000, reserved: false });
    clock.jump(-9 * 3_600_000);
    clock.pass(10_000);
    expect(await reserve('a')).toEqual({ waitMs: 0, reserved: true });
  });

  it('rests for as long as the platform asks, and for the longer of two requests', async () => {
    const clock = simulatedClock('2026-11-20T09:00:00.000Z');
    const pace = createMessagePace(clock);
    await pace.pause('a', 30);
    await pace.pause('a', 5);
    expect(await pace.reserve('a', SECOND, 0)).toEqual({ waitMs: 30_000, reserved: false });
    expect((await pace.reserve('b', SECOND, 0)).reserved).toBe(true);
    clock.pass(30_000);
    expect((await pace.reserve('a', SECOND, 0)).reserved).toBe(true);
  });

  it('remembers a place that was written to lately, however many others there are, and forgets the quiet ones', async () => {
    const clock = simulatedClock('2026-11-20T09:00:00.000Z');
    const pace = createMessagePace(clock);
    const once: readonly RateLimit[] = [[1, 7_200]];
    await pace.reserve('quiet', once, 0);
    clock.pass(3_601_000);
    await pace.reserve('lately', once, 0);
    for (let other = 0; other < 10_000; other++) await pace.reserve(`other ${other}`, SECOND, 0);
    expect((await pace.reserve('lately', once, 0)).reserved).toBe(false);
    expect((await pace.reserve('quiet', once, 0)).reserved).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { createMessagePace, type MessagePace, type RateLimit } from '../../src/app/message-pace.ts';
import { waitInTurn } from '../../src/app/wait-in-turn.ts';
import { RATE_LIMITS } from '../../src/worker/rate-limits.ts';
import { type SimulatedClock, simulatedClock } from '../support/clock.ts';
import { mostWithin } from './most-within.ts';

/** Sends so many messages to one place, each asking when it was told to. Gives when they went, and how often was asked. */
async function send(count: number, pace: MessagePace, clock: SimulatedClock, limits: readonly RateLimit[]) {
  const waiting = Array.from({ length: count }, () => clock.monotonic());
  const went: number[] = [];
  let asked = 0;
  while (waiting.length > 0) {
    const next = Math.min(...waiting);
    clock.pass(Math.max(0, Math.ceil(next - clock.monotonic())));
    const due = waiting.filter((at) => at <= clock.monotonic());
    const later = waiting.filter((at) => at > clock.monotonic());
    for (const _ of due) {
      asked++;
      const { waitMs, reserved } = await pace.reserve('c', limits, 0);
      if (reserved) went.push(clock.monotonic());
      else later.push(clock.monotonic() + waitMs);
    }
    waiting.splice(0, waiting.length, ...later);
  }
  return { went, asked };
}

const start = () => simulatedClock('2026-11-20T09:00:00.000Z');

describe('messages that wait for one place', () => {
  it('ask again one after the other, within the limits and hardly later', async () => {
    const [herd, line] = [start(), start()];
    const all = await send(1_000, createMessagePace(herd), herd, RATE_LIMITS.teams);
    const turns = await send(1_000, waitInTurn(createMessagePace(line), line), line, RATE_LIMITS.teams);
    expect([1, 30, 3_600].map((seconds) => mostWithin(turns.went, seconds))).toEqual([7, 60, 1_000]);
    expect(all.asked).toBeGreaterThan(50_000);
    expect(turns.asked).toBeLessThan(4_000);
    expect(Number(turns.went.at(-1))).toBeLessThan(Number(all.went.at(-1)) + 60_000);
  });

  it('waits for none that was called off longer than five minutes', async () => {
    const clock = start();
    const pace = waitInTurn(createMessagePace(clock), clock);
    for (let sent = 0; sent < 5_000; sent++) await pace.reserve('c', RATE_LIMITS.teams, 0);
    const { waitMs } = await pace.reserve('c', RATE_LIMITS.teams, 0);
    expect(waitMs).toBe(1_000 + 300_000);
    expect(await pace.reserve('d', RATE_LIMITS.teams, 0)).toEqual({ waitMs: 0, reserved: true });
  });

  it('leaves what has a place within its patience, and pauses, as they are', async () => {
    const clock = start();
    const pace = waitInTurn(createMessagePace(clock), clock);
    const limits: readonly RateLimit[] = [[1, 1]];
    await pace.reserve('c', limits, 0);
    expect(await pace.reserve('c', limits, 3_000)).toEqual({ waitMs: 1_000, reserved: true });
    await pace.pause('c', 10);
    expect(await pace.reserve('c', limits, 0)).toEqual({ waitMs: 10_000, reserved: false });
    expect(await pace.reserve('c', limits, 0)).toEqual({ waitMs: 11_000, reserved: false });
  });
});

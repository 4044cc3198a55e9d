import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backOffSeconds } from '../../src/worker/back-off.ts';
import { createRateLimit } from '../../src/worker/rate-limit.ts';

describe('back-off', () => {
  it('doubles up to five minutes', () => {
    const whole = [1, 2, 3, 4, 8, 9, 50].map((attempts) => backOffSeconds(attempts, () => 1));
    expect(whole).toEqual([2, 4, 8, 16, 256, 300, 300]);
  });

  it('has jitter: between half of it and all of it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (attempts, luck) => {
          const whole = backOffSeconds(attempts, () => 1);
          const seconds = backOffSeconds(attempts, () => luck);
          expect(seconds).toBeGreaterThanOrEqual(whole / 2);
          expect(seconds).toBeLessThanOrEqual(whole);
        },
      ),
    );
  });
});

describe('the rate of messages to one conversation', () => {
  /** When each of so many messages may go, in seconds, for a sender that waits as told. */
  function sentAt(channel: 'teams' | 'slack', count: number): readonly number[] {
    const limit = createRateLimit();
    const times: number[] = [];
    let now = 0;
    while (times.length < count) {
      const wait = limit.wait(channel, 'c', now);
      if (wait === 0) times.push(now / 1_000);
      else now += Math.ceil(wait * 1_000);
    }
    return times;
  }
  const within = (times: readonly number[], seconds: number) =>
    Math.max(...times.map((from) => times.filter((time) => time >= from && time < from + seconds).length));

  it('stays within what Teams takes: 7 a second, 60 in 30 seconds, 1,800 an hour', () => {
    const times = sentAt('teams', 2_000);
    expect(within(times, 1)).toBe(7);
    expect(within(times, 30)).toBe(60);
    expect(within(times, 3_600)).toBe(1_800);
  });

  it('is left to the messenger for Slack, whose pace the answers of turns share', () => {
    expect(sentAt('slack', 5)).toEqual([0, 0, 0, 0, 0]);
  });

  it('is counted for each conversation by itself', () => {
    const limit = createRateLimit();
    for (let message = 0; message < 7; message++) expect(limit.wait('teams', 'a', 0)).toBe(0);
    expect(limit.wait('teams', 'a', 0)).toBeGreaterThan(0);
    expect(limit.wait('teams', 'b', 0)).toBe(0);
  });
});

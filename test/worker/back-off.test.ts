import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backOffSeconds } from '../../src/worker/back-off.ts';

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

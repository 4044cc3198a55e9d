/**
 * Seconds before the next retry: doubling from two seconds to five minutes, with jitter so that retries do not line
 * up. `attempts` counts from 1; `chance` gives 0 to 1.
 */
export function backOffSeconds(attempts: number, chance: () => number): number {
  const whole = Math.min(2 * 2 ** Math.max(0, attempts - 1), 300);
  return whole * (0.5 + chance() / 2);
}

/**
 * A row that still fails is parked after both: so many hours since it was created, and so many attempts. A process that
 * was away for a day must not give up at once.
 */
export const PARK_AFTER_HOURS = 24;
export const PARK_AFTER_ATTEMPTS = 10;

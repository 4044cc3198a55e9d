/** Seconds before the next try: doubling from two seconds to five minutes, with jitter so that tries do not line up. */
export function backOffSeconds(attempts: number, chance: () => number): number {
  const whole = Math.min(2 * 2 ** Math.max(0, attempts - 1), 300);
  return whole * (0.5 + chance() / 2);
}

/**
 * When a row that still cannot be delivered is put aside where people see it: after a day, and not before it has been
 * tried for a while (a process that was away for a day must not give up at once).
 */
export const PARK_AFTER_HOURS = 24;
export const PARK_AFTER_ATTEMPTS = 10;

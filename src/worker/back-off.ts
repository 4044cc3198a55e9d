/** Seconds before the next try: doubling from two seconds to five minutes, with jitter so that tries do not line up. */
export function backOffSeconds(attempts: number, chance: () => number): number {
  const whole = Math.min(2 * 2 ** Math.max(0, attempts - 1), 300);
  return whole * (0.5 + chance() / 2);
}

/** Hours after which a row that still cannot be delivered is put aside where people see it. */
export const PARK_AFTER_HOURS = 24;

/** The system clock (`src/steady-clock.ts`); tests pass a simulated one. */
export interface Clock {
  /** Now, as an ISO instant in UTC: for records. */
  now(): string;
  /** Milliseconds on the monotonic clock, from any start: for measuring. */
  monotonic(): number;
  /** Calls `ring` once, after `ms` of the monotonic clock. Returns a function that cancels it. */
  alarm(ms: number, ring: () => void): () => void;
  /**
   * False while the wall clock has jumped and is not trusted yet. Reminders, expiry and broken promises wait
   * meanwhile.
   */
  steady(): boolean;
}

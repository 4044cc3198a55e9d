/** The system clock (`src/steady-clock.ts`); tests pass a simulated one. */
export interface Clock {
  /** Now, as an ISO instant in UTC: what is recorded. */
  now(): string;
  /** Milliseconds on a clock that never jumps, from any start: what is measured. */
  monotonic(): number;
  /** Calls `ring` once, after so many milliseconds of the monotonic clock. Returns what calls it off. */
  alarm(ms: number, ring: () => void): () => void;
  /** False while the wall clock has jumped and is not believed yet: reminders, expiry and broken promises wait. */
  steady(): boolean;
}

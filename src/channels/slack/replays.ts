import { MAX_AGE_SECONDS } from './signature.ts';

/**
 * Remembers signatures and event ids while they could still be accepted again: the same bytes sent twice are a replay.
 * After a restart the inbox recognises repeated deliveries.
 */
export class Replays {
  readonly #seen = new Map<string, number>();

  /** True the first time a signature or id is seen. `now` is an ISO instant. */
  take(signature: string, now: string): boolean {
    const seconds = Date.parse(now) / 1000;
    for (const [old, until] of this.#seen) {
      if (until >= seconds) break;
      this.#seen.delete(old);
    }
    if (this.#seen.has(signature)) return false;
    this.#seen.set(signature, seconds + 2 * MAX_AGE_SECONDS);
    return true;
  }

  /** Allows the same bytes again, after a request that failed without any change. */
  forget(signature: string): void {
    this.#seen.delete(signature);
  }
}

import { setTimeout as sleep } from 'node:timers/promises';

/** What `within` gives where the work takes longer. */
export const LATE = Symbol('late');

/** The result of the work, or LATE where it takes longer than `ms`; the work goes on. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T | typeof LATE> {
  const stop = new AbortController();
  const late = (): typeof LATE => LATE;
  const limit = sleep(ms, undefined, { signal: stop.signal }).then(late, late);
  return Promise.race([work, limit]).finally(() => stop.abort());
}

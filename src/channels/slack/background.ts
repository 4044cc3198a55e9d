import type { Log } from '../log.ts';

/** Work that goes on after a request has been acknowledged. */
export class Background {
  readonly #running = new Set<Promise<void>>();
  readonly #log: Log;

  constructor(log: Log) {
    this.#log = log;
  }

  /** Starts the work at once, and logs its failure by the name of the error. */
  later(work: () => Promise<void>): void {
    const done = work()
      .catch((error: unknown) => {
        this.#log('slack.after-failed', { error: error instanceof Error ? error.name : 'unknown' });
      })
      .finally(() => this.#running.delete(done));
    this.#running.add(done);
  }

  /** Resolves when no work is left, work that other work started included. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }
}

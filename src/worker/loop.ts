/** Work that is repeated, never twice at a time. */
export interface Loop {
  /** Runs the work now; if it is running, once more after that. Resolves when nothing is left to do. Never throws. */
  run(): Promise<void>;
  /** Resolves when the work is not running. */
  idle(): Promise<void>;
}

/** `failed` gets the error of a round that threw. The next round runs all the same. */
export function createLoop(work: () => Promise<void>, failed: (error: unknown) => void): Loop {
  let running: Promise<void> | null = null;
  let again = false;

  async function rounds(): Promise<void> {
    try {
      do {
        again = false;
        await work();
      } while (again);
    } catch (error) {
      failed(error);
    } finally {
      running = null;
    }
  }

  return {
    run() {
      if (running) again = true;
      else running = rounds();
      return running;
    },
    idle: () => running ?? Promise.resolve(),
  };
}

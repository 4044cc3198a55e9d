/** Work that is done over and over, never twice at a time. */
export interface Loop {
  /** Does it now; where it is being done, once more after that. Resolves when nothing is left to do. Never throws. */
  run(): Promise<void>;
  /** Resolves when it is not being done. */
  idle(): Promise<void>;
}

/** `failed` is told of a round that threw; the next one is tried all the same. */
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

import type { OutboxQueue } from './ports/outbox-queue.ts';
import type { UnitOfWork } from './ports/unit-of-work.ts';

/** Turns that may overtake one background transaction: more would stop the outbox. */
const TURNS_AHEAD = 20;

/** Two ways to one store: turns go before the worker. */
export interface RightOfWay {
  /** For turns: not delayed. */
  readonly turns: UnitOfWork;
  /**
   * For the worker: one transaction at a time, none while a turn's waits or runs, and each in its own tick of the
   * event loop. SQLite is synchronous, so ten thousand rows after a restart would otherwise run before the next
   * person's message.
   */
  readonly background: UnitOfWork;
  /** The outbox queue, behind turns in the same way. */
  queueBehind(queue: OutboxQueue): OutboxQueue;
}

/** Puts the turns of this process before its worker, over one store. */
export function createRightOfWay(unitOfWork: UnitOfWork): RightOfWay {
  let turnsUnderWay = 0;
  let turnsDone = 0;
  let goOn = (): void => undefined;
  let last: Promise<unknown> = Promise.resolve();

  async function turnsFirst(): Promise<void> {
    // Let requests that have arrived be read first.
    await new Promise(setImmediate);
    const ahead = turnsDone + TURNS_AHEAD;
    while (turnsUnderWay > 0 && turnsDone < ahead) {
      await new Promise<void>((resolve) => {
        goOn = resolve;
      });
    }
  }

  function inBackground<T>(work: () => Promise<T>): Promise<T> {
    const done = last.then(turnsFirst).then(work);
    last = done.catch(() => undefined);
    return done;
  }

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    turnsUnderWay++;
    try {
      return await work();
    } finally {
      turnsUnderWay--;
      turnsDone++;
      goOn();
    }
  }

  return {
    turns: {
      run: (work) => inTurn(() => unitOfWork.run(work)),
      read: (work) => inTurn(() => unitOfWork.read(work)),
    },
    // Reading takes no lock, but it does block the event loop.
    background: {
      run: (work) => inBackground(() => unitOfWork.run(work)),
      read: (work) => inBackground(() => unitOfWork.read(work)),
    },
    queueBehind: (queue) => ({
      ...queue,
      claim: (...given) => inBackground(() => queue.claim(...given)),
      done: (...given) => inBackground(() => queue.done(...given)),
      retry: (...given) => inBackground(() => queue.retry(...given)),
      park: (...given) => inBackground(() => queue.park(...given)),
      ahead: (...given) => inBackground(() => queue.ahead(...given)),
      bringBack: (...given) => inBackground(() => queue.bringBack(...given)),
    }),
  };
}

import type { OutboxQueue } from './ports/outbox-queue.ts';
import type { UnitOfWork } from './ports/unit-of-work.ts';

/** Turns that may go ahead of one background transaction: a stream of them must not stop the outbox for good. */
const TURNS_AHEAD = 20;

/** One store, with two ways to it. */
export interface RightOfWay {
  /** For turns: as it is. */
  readonly turns: UnitOfWork;
  /**
   * For the worker: one transaction at a time, none while a turn's waits or runs, and each in a turn of the event loop
   * of its own. SQLite is synchronous and its transactions are one behind the other, so that ten thousand rows after a
   * restart would otherwise go ahead of the next person's message.
   */
  readonly background: UnitOfWork;
  /** The same for the outbox. */
  queueBehind(queue: OutboxQueue): OutboxQueue;
}

export function createRightOfWay(unitOfWork: UnitOfWork): RightOfWay {
  let turnsUnderWay = 0;
  let turnsDone = 0;
  let goOn = (): void => undefined;
  let last: Promise<unknown> = Promise.resolve();

  async function turnsFirst(): Promise<void> {
    // Whatever has arrived meanwhile is read first.
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
    // Reading takes no lock, but the event loop as well.
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

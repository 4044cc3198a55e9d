import { describe, expect, it } from 'vitest';
import type { OutboxQueue } from '../../src/app/ports/outbox-queue.ts';
import type { Stores, UnitOfWork } from '../../src/app/ports/unit-of-work.ts';
import { createRightOfWay } from '../../src/app/right-of-way.ts';

/** A store whose transactions are one behind the other and do nothing, and that notes whose they were. */
function setUp() {
  const done: string[] = [];
  let last: Promise<unknown> = Promise.resolve();
  const inOrder = <T>(work: (stores: Stores) => Promise<T>): Promise<T> => {
    const next = last.then(() => work({} as Stores));
    last = next;
    return next;
  };
  const unitOfWork: UnitOfWork = { run: inOrder, read: inOrder };
  const way = createRightOfWay(unitOfWork);
  const note = (who: string) => async (): Promise<void> => void done.push(who);
  return { done, way, note };
}

describe('the right of way to the store', () => {
  it('is that of turns: of ten thousand rows, one at most goes ahead of a turn that comes in between', async () => {
    const { done, way, note } = setUp();
    const rows = Array.from({ length: 10_000 }, () => way.background.run(note('row')));
    await rows[9];
    await way.turns.run(note('turn'));
    expect(done.indexOf('turn')).toBeLessThanOrEqual(11);
    await Promise.all(rows);
    expect(done).toHaveLength(10_001);
  });

  it('leaves the event loop free between two rows, so that a request is read', async () => {
    const { done, way, note } = setUp();
    const rows = Array.from({ length: 100 }, () => way.background.run(note('row')));
    await new Promise(setImmediate);
    await new Promise(setImmediate);
    expect(done.length).toBeLessThanOrEqual(3);
    await Promise.all(rows);
  });

  it('does not stop the outbox, however many turns there are', async () => {
    const { done, way, note } = setUp();
    let over = false;
    const turns = (async () => {
      // Each begins before the one before it has ended, so that there is always one under way.
      let before: Promise<void> = way.turns.run(note('turn'));
      while (!over) {
        const next = way.turns.run(() => new Promise<void>(setImmediate));
        await before;
        before = next;
      }
      await before;
    })();
    const claimed = way.queueBehind({ claim: async () => [] } as unknown as OutboxQueue);
    expect(await claimed.claim('w', '', '', 1)).toEqual([]);
    await way.background.run(note('row'));
    over = true;
    await turns;
    expect(done).toContain('row');
  });

  it('goes on after a transaction that failed', async () => {
    const { way, done, note } = setUp();
    const broken = way.background.run(() => Promise.reject(new Error('disk full')));
    const next = way.background.run(note('row')).catch(() => undefined);
    await expect(broken).rejects.toThrow('disk full');
    await next;
    expect(done.length).toBeLessThanOrEqual(1);
  });
});

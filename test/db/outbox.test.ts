import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OutboxQueue, OutboxRow } from '../../src/app/ports/outbox-queue.ts';
import type { UnitOfWork } from '../../src/app/ports/unit-of-work.ts';
import type { Effect } from '../../src/core/case/effects.ts';
import { STORES, type TestStores } from './databases.ts';
import { at, CARD, REFRESH, SAVE, TELL } from './sample-rows.ts';

/** The outbox over every database: no row is held by two, none overtakes another of its case, none is lost. */

const NOW = at(0);
/** Seconds of a lease in these tests. */
const LEASE = 60;

describe.each(STORES)('the outbox in $name', ({ open }) => {
  let store: TestStores;
  let queue: OutboxQueue;
  let unitOfWork: UnitOfWork;
  beforeEach(async () => {
    let named = 0;
    store = await open(() => `row ${String(++named).padStart(4, '0')}`);
    ({ unitOfWork, queue } = store);
  });
  afterEach(() => store.close());

  const add = (caseId: string, ...effects: readonly Effect[]) =>
    unitOfWork.run((stores) => stores.outbox.add(caseId, effects, NOW));
  const claim = (worker: string, seconds = 0, limit = 16) =>
    queue.claim(worker, at(seconds), at(seconds + LEASE), limit);
  const shown = (rows: readonly OutboxRow[]) => rows.map(({ about, effect }) => `${about} ${effect.kind}`);
  const first = async (worker: string, seconds = 0): Promise<OutboxRow> => {
    const [row] = await claim(worker, seconds, 1);
    if (!row) throw new Error('nothing was ready');
    return row;
  };

  describe('a lease', () => {
    it('keeps a row from everybody else until it ends; then another takes the row over', async () => {
      await add('A', SAVE);
      const row = await first('one');
      expect(row.attempts).toBe(1);
      expect(await claim('two', LEASE - 1)).toEqual([]);
      const taken = await first('two', LEASE);
      expect(taken).toEqual({ ...row, attempts: 2 });
      // The first comes back late: the row is no longer its own, whatever it says.
      expect(await queue.done(row.id, 'one')).toBe(false);
      await queue.retry(row.id, 'one', at(9_999), 'late');
      await queue.park(row.id, 'one', at(1), 'late');
      expect(await queue.parked(9)).toEqual([]);
      expect(await queue.done(row.id, 'two')).toBe(true);
      expect(await claim('two', 9_999)).toEqual([]);
    });

    it('is on as many rows as were asked for, the longest ready first', async () => {
      for (const caseId of ['A', 'B', 'C']) await add(caseId, SAVE);
      const a = await first('one');
      await queue.retry(a.id, 'one', at(10), 'busy');
      expect(shown(await claim('one', 10, 2))).toEqual(['B crm.save', 'C crm.save']);
      expect(shown(await claim('one', 10, 2))).toEqual(['A crm.save']);
    });

    it('is never on one row twice, whoever claims at once', async () => {
      for (let one = 0; one < 40; one++) await add(`K${one}`, SAVE, CARD);
      const claims = await Promise.all(
        Array.from({ length: 12 }, (_, worker) => claim(`worker ${worker}`, 0, 8)),
      );
      const ids = claims.flat().map(({ id }) => id);
      expect(ids).toHaveLength(80);
      expect(new Set(ids).size).toBe(80);
    });
  });

  describe('order', () => {
    it('is kept among one case’s cards; its records, its notices and other cases do not wait for them', async () => {
      await add('A', CARD, REFRESH, SAVE, TELL);
      await add('B', CARD);
      await add('A', SAVE, TELL);
      expect(shown(await claim('one'))).toEqual([
        'A card.post',
        'A crm.save',
        'A tell.person',
        'B card.post',
        'A tell.person',
      ]);
    });

    it('holds while the first is under way, while it waits for another try, and after its worker died', async () => {
      await add('A', CARD, REFRESH);
      const card = await first('one');
      expect(await claim('two')).toEqual([]);
      await queue.retry(card.id, 'one', at(30), 'busy');
      expect(await claim('two', 29)).toEqual([]);
      expect(shown(await claim('two', 30))).toEqual(['A card.post']);
      expect(shown(await claim('three', 30 + LEASE))).toEqual(['A card.post']);
      await queue.done(card.id, 'three');
      expect(shown(await claim('three', 30 + LEASE))).toEqual(['A card.refresh']);
    });

    it('is that of writing, whatever fails in between, and every row comes out once', async () => {
      const fate = fc.constantFrom('done', 'retry', 'crash');
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(fc.constantFrom('A', 'B', 'C'), fc.constantFrom(SAVE, CARD, REFRESH, TELL)), {
            minLength: 1,
            maxLength: 12,
          }),
          fc.infiniteStream(fate),
          async (rows, fates) => {
            for (const [caseId, effect] of rows) await add(caseId, effect);
            const out: OutboxRow[] = [];
            for (let turn = 0; turn < 200 && out.length < rows.length; turn++) {
              for (const row of await claim(`w${turn}`, turn * LEASE, 3)) {
                const what = turn < 20 ? fates.next().value : 'done';
                if (what === 'done' && (await queue.done(row.id, `w${turn}`))) out.push(row);
                if (what === 'retry') await queue.retry(row.id, `w${turn}`, at(turn * LEASE + 90), 'busy');
              }
            }
            expect(out).toHaveLength(rows.length);
            for (const lane of new Set(out.map((row) => row.lane))) {
              const ids = out.filter((row) => row.lane === lane).map(({ id }) => id);
              expect(ids).toEqual(ids.toSorted());
            }
          },
        ),
        { numRuns: 40 },
      );
    });
  });

  describe('a notice', () => {
    it('that is not to be given yet waits, and holds up nothing', async () => {
      await add(
        'A',
        { kind: 'tell.person', person: 'anna', notice: 'promise-broken', clock: 0, notBefore: at(600) },
        CARD,
      );
      expect(shown(await claim('one'))).toEqual(['A card.post']);
      expect(shown(await claim('one', 599))).toEqual(['A card.post']);
      expect(shown(await claim('one', 600))).toContain('A tell.person');
    });
  });

  describe('a row that is put aside', () => {
    it('is listed with why, lets what is behind it go, and comes back fresh when somebody asks', async () => {
      await add('A', CARD, REFRESH);
      await add('B', CARD);
      const rows = await claim('one');
      for (const { id } of rows) await queue.park(id, 'one', at(5), 'no-place');
      expect(await queue.parked(9)).toMatchObject([
        { about: 'A', parkedAt: at(5), code: 'no-place' },
        { about: 'B', parkedAt: at(5), code: 'no-place' },
      ]);
      expect(await queue.parked(1)).toHaveLength(1);
      const refresh = await claim('one', LEASE);
      expect(shown(refresh)).toEqual(['A card.refresh']);
      for (const { id } of refresh) await queue.done(id, 'one');
      expect(await unitOfWork.run((stores) => stores.outbox.unpark('A', 'card', at(100)))).toEqual([CARD]);
      const [again] = await claim('one', 100);
      // A day of tries begins anew, or it would be put aside again at once.
      expect(again).toMatchObject({ about: 'A', attempts: 1, createdAt: at(100) });
      expect(await queue.parked(9)).toMatchObject([{ about: 'B' }]);
    });

    it('about a case that has ended is dropped, but what the CRM must know is not', async () => {
      await add('gone', CARD, SAVE);
      for (const { id } of await claim('one')) await queue.park(id, 'one', NOW, 'x');
      // No such case: nothing says that it has ended.
      expect(await unitOfWork.run((stores) => stores.outbox.dropEnded())).toBe(0);
    });
  });

  describe('figures', () => {
    it('tell how many wait, how many were put aside, and since when the oldest ready one waits', async () => {
      expect(await queue.figures(NOW)).toEqual({ waiting: 0, parked: 0, oldest: null });
      await add('A', CARD, REFRESH);
      await add('B', { kind: 'tell.person', person: 'anna', notice: 'assigned', notBefore: at(600) });
      expect(await queue.figures(at(5))).toEqual({ waiting: 3, parked: 0, oldest: NOW });
      const { id } = await first('one');
      await queue.park(id, 'one', NOW, 'x');
      expect(await queue.figures(at(5))).toEqual({ waiting: 2, parked: 1, oldest: NOW });
    });
  });
});

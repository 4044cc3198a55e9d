import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OutboxQueue, UnitOfWork } from '../../src/app/ports.ts';
import type { Case } from '../../src/core/case/case.ts';
import { newDraft } from '../../src/core/intake/change-draft.ts';
import { type Database, isReachable, openDatabase } from '../../src/db/open-database.ts';
import { createOutboxQueue } from '../../src/db/outbox-queue.ts';
import { createUnitOfWork } from '../../src/db/unit-of-work.ts';
import { opened } from '../core/case/case-world.ts';

/**
 * One suite over every way to keep the store; another database is another row of the table. Proves what the use cases
 * rely on: all or nothing, no writer overrun, no delivery taken twice, no outbox row held by two.
 */

interface Kept {
  readonly database: Database;
  readonly unitOfWork: UnitOfWork;
  readonly queue: OutboxQueue;
}

const WAYS = [
  { way: 'in memory', pathIn: () => ':memory:' },
  { way: 'in a file', pathIn: (folder: string) => join(folder, 'store.db') },
] as const;

const NOW = '2026-11-20T09:00:00.000Z';
const later = (seconds: number) => new Date(Date.parse(NOW) + seconds * 1_000).toISOString();

const kase = (id: string, more: Partial<Case> = {}): Case => ({
  ...opened().case,
  id,
  draftId: `draft-${id}`,
  ...more,
});

describe.each(WAYS)('the store $way', ({ pathIn }) => {
  let folder: string;
  let kept: Kept;
  let ids = 0;

  async function open(): Promise<Kept> {
    const database = await openDatabase({ path: pathIn(folder) });
    const unitOfWork = createUnitOfWork(database, () => `row-${++ids}`);
    return { database, unitOfWork, queue: createOutboxQueue(database) };
  }

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'indgang-store-'));
    kept = await open();
  });
  afterEach(async () => {
    await kept.database.destroy();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is reachable, and no longer once it is closed', async () => {
    expect(await isReachable(kept.database)).toBe(true);
    const other = await open();
    await other.database.destroy();
    expect(await isReachable(other.database)).toBe(false);
  });

  it('keeps all of a transaction or nothing of it', async () => {
    const fails = kept.unitOfWork.run(async (stores) => {
      await stores.inbox.record('one', NOW);
      await stores.cases.insert(kase('A'), null);
      await stores.outbox.add('A', [{ kind: 'crm.save' }], NOW);
      throw new Error('in the middle');
    });
    await expect(fails).rejects.toThrow('in the middle');
    await kept.unitOfWork.run(async (stores) => {
      expect(await stores.cases.get('A')).toBeUndefined();
      expect(await stores.inbox.record('one', NOW)).toBe(true);
    });
    expect((await kept.queue.figures(NOW)).waiting).toBe(0);
  });

  it('knows a delivery that came before, and forgets it when told', async () => {
    const record = () => kept.unitOfWork.run((stores) => stores.inbox.record('same', NOW));
    expect([await record(), await record()]).toEqual([true, false]);
    expect(await kept.unitOfWork.run((stores) => stores.inbox.forgetBefore(later(1)))).toBe(1);
    expect(await record()).toBe(true);
  });

  it('saves a case only over the revision that was read', async () => {
    await kept.unitOfWork.run((stores) => stores.cases.insert(kase('A', { revision: 1 }), null));
    const save = (revision: number, expected: number) =>
      kept.unitOfWork.run((stores) => stores.cases.update(kase('A', { revision }), expected, null));
    expect(await save(2, 1)).toBe(true);
    expect(await save(2, 1)).toBe(false);
    expect((await kept.unitOfWork.run((stores) => stores.cases.get('A')))?.revision).toBe(2);
  });

  it('makes one case of a draft, whoever tries it twice', async () => {
    const insert = (id: string) =>
      kept.unitOfWork.run((stores) => stores.cases.insert(kase(id, { draftId: 'the-same' }), null));
    await insert('A');
    await expect(insert('B')).rejects.toThrow();
    expect((await kept.unitOfWork.run((stores) => stores.cases.byDraft('the-same')))?.id).toBe('A');
  });

  it('saves a draft only over the revision that was read, and finds a person’s active one', async () => {
    const draft = newDraft('D', 'anna', 'les-791', 'form', NOW);
    await kept.unitOfWork.run(async (stores) => {
      await stores.drafts.insert(draft);
      expect(await stores.drafts.update({ ...draft, revision: 2 }, 1)).toBe(true);
      expect(await stores.drafts.update({ ...draft, revision: 2 }, 1)).toBe(false);
      expect((await stores.drafts.active('anna'))?.id).toBe('D');
      expect(await stores.drafts.active('bo')).toBeUndefined();
      await stores.drafts.update({ ...draft, revision: 3, state: 'cancelled' }, 2);
      expect(await stores.drafts.active('anna')).toBeUndefined();
    });
  });

  it('keeps history as it was written: a line is neither changed nor deleted', async () => {
    await kept.unitOfWork.run((stores) => stores.history.append(opened().history));
    const [line] = opened().history;
    await expect(
      kept.database.updateTable('history').set({ document: '{}' }).where('sequence', '>=', 0).execute(),
    ).rejects.toThrow(/append-only/);
    await expect(kept.database.deleteFrom('history').execute()).rejects.toThrow(/append-only/);
    const read = await kept.unitOfWork.run((stores) => stores.history.of(line?.caseId ?? ''));
    expect(read).toEqual(opened().history);
  });

  it('names cases whose step has fallen due, earliest first', async () => {
    await kept.unitOfWork.run(async (stores) => {
      await stores.cases.insert(kase('later'), later(60));
      await stores.cases.insert(kase('second'), later(-1));
      await stores.cases.insert(kase('first'), later(-60));
      await stores.cases.insert(kase('never'), null);
      expect(await stores.cases.withStepDue(NOW, 10)).toEqual(['first', 'second']);
      expect(await stores.cases.withStepDue(NOW, 1)).toEqual(['first']);
    });
  });

  describe('outbox', () => {
    const CARD = { kind: 'card.post', organisation: 'ehm-midtjylland', card: 'handover' } as const;
    const NOTICE = { kind: 'tell.person', person: 'anna', notice: 'accepted' } as const;
    const add = (caseId: string, ...effects: Parameters<Add>[1]) =>
      kept.unitOfWork.run((stores) => stores.outbox.add(caseId, effects, NOW));
    type Add = (caseId: string, effects: Parameters<Stores['outbox']['add']>[1], at: string) => void;
    type Stores = Parameters<Parameters<UnitOfWork['run']>[0]>[0];
    const claim = (worker: string, at = NOW, limit = 16) => kept.queue.claim(worker, at, later(60), limit);

    it('gives a row to one worker until its lease ends, and then to another', async () => {
      await add('A', { kind: 'crm.save' });
      expect(await claim('one')).toHaveLength(1);
      expect(await claim('two')).toHaveLength(0);
      const [taken] = await kept.queue.claim('two', later(61), later(120), 16);
      expect(taken?.attempts).toBe(2);
      expect(await kept.queue.done(taken?.id ?? '', 'one')).toBe(false);
      expect(await kept.queue.done(taken?.id ?? '', 'two')).toBe(true);
    });

    it('keeps the order of one case’s cards; another case, the CRM and notices do not wait for them', async () => {
      await add('A', CARD, { kind: 'card.refresh' }, { kind: 'crm.save' }, NOTICE);
      await add('B', CARD);
      const rows = await claim('one');
      expect(rows.map(({ caseId, effect }) => `${caseId} ${effect.kind}`)).toEqual([
        'A card.post',
        'A crm.save',
        'A tell.person',
        'B card.post',
      ]);
      await kept.queue.done(rows[0]?.id ?? '', 'one');
      expect((await claim('one')).map(({ effect }) => effect.kind)).toEqual(['card.refresh']);
    });

    it('brings a row back when it is ready again', async () => {
      await add('A', { kind: 'crm.save' });
      const [row] = await claim('one');
      await kept.queue.retry(row?.id ?? '', 'one', later(30), 'crm-unavailable');
      expect(await claim('one', later(29))).toHaveLength(0);
      expect(await claim('one', later(30))).toHaveLength(1);
    });

    it('puts a row aside where people see it, lets the next of its lane go, and takes it back when asked', async () => {
      await add('A', CARD, { kind: 'card.refresh' });
      const [row] = await claim('one');
      await kept.queue.park(row?.id ?? '', 'one', NOW, 'no-place');
      expect(await kept.queue.parked(10)).toMatchObject([{ caseId: 'A', code: 'no-place' }]);
      expect((await claim('one')).map(({ effect }) => effect.kind)).toEqual(['card.refresh']);
      expect(await kept.queue.figures(NOW)).toMatchObject({ waiting: 1, parked: 1 });
      expect(await kept.queue.unpark('A', NOW)).toBe(1);
      expect(await kept.queue.figures(NOW)).toMatchObject({ waiting: 2, parked: 0 });
    });

    it('tells of what was put in, after the commit only', async () => {
      let told = 0;
      const unitOfWork = createUnitOfWork(
        kept.database,
        () => `own-${++ids}`,
        () => {
          told += 1;
        },
      );
      await unitOfWork.run((stores) => stores.inbox.record('quiet', NOW));
      expect(told).toBe(0);
      await unitOfWork.run(async (stores) => {
        await stores.outbox.add('A', [{ kind: 'crm.save' }], NOW);
        expect(told).toBe(0);
      });
      expect(told).toBe(1);
    });
  });
});

describe('the store in a file', () => {
  it('is there again after a restart, brought up to date twice without harm', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'indgang-store-'));
    const path = join(folder, 'deep', 'store.db');
    try {
      const first = await openDatabase({ path });
      await createUnitOfWork(first, () => 'id').run((stores) => stores.cases.insert(kase('A'), null));
      await first.destroy();
      const second = await openDatabase({ path });
      expect((await createUnitOfWork(second, () => 'id').run((stores) => stores.cases.get('A')))?.id).toBe(
        'A',
      );
      await second.destroy();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

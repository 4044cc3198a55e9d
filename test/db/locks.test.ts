import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { UnitOfWork } from '../../src/app/ports/unit-of-work.ts';
import { type Database, openDatabase } from '../../src/db/open-database.ts';
import { createOutboxQueue } from '../../src/db/outbox-queue.ts';
import { createUnitOfWork } from '../../src/db/unit-of-work.ts';
import { DATABASES } from './databases.ts';
import { at, CARD, caseOf } from './sample-rows.ts';

/** Who waits for whom where several processes work on one store. */

let folder: string;
let path: string;
let database: Database;
let unitOfWork: UnitOfWork;
let other: DatabaseSync;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'indgang-locks-'));
  path = join(folder, 'indgang.db');
  database = await openDatabase({ path, chance: () => 0 });
  let named = 0;
  unitOfWork = createUnitOfWork(database, () => `row ${++named}`);
  await unitOfWork.run(async (stores) => {
    await stores.cases.insert(caseOf('K1'), null);
    await stores.outbox.add('K1', [CARD], at(0));
  });
  // Another process: what holds in one process between two connections holds between two.
  other = new DatabaseSync(path);
  other.exec('pragma busy_timeout = 0');
});
afterEach(async () => {
  other.close();
  await database.destroy();
  rmSync(folder, { recursive: true, force: true });
});

describe('reading', () => {
  it('goes on while another process writes, and sees what stood before', async () => {
    other.exec('begin immediate');
    other.exec("update cases set owner = 'les-751'");
    expect(await unitOfWork.read((stores) => stores.cases.owners())).toEqual([caseOf('K1').owner]);
    expect(await createOutboxQueue(database).figures(at(9))).toMatchObject({ waiting: 1 });
    other.exec('commit');
    expect(await unitOfWork.read((stores) => stores.cases.owners())).toEqual(['les-751']);
  });

  it('goes on while this process writes', async () => {
    await unitOfWork.run(async (stores) => {
      await stores.cases.insert(caseOf('K2'), null);
      expect(await unitOfWork.read(({ cases }) => cases.page('', 9))).toHaveLength(1);
    });
    expect(await unitOfWork.read(({ cases }) => cases.page('', 9))).toHaveLength(2);
  });

  it('keeps nobody from writing', async () => {
    await unitOfWork.read(async (stores) => {
      expect(await stores.cases.get('K1')).toBeDefined();
      other.exec("update cases set owner = 'les-751'");
      expect((await stores.cases.owners())[0]).toBe(caseOf('K1').owner);
    });
  });

  it('where nothing is ready to be claimed takes no lock', async () => {
    other.exec('begin immediate');
    expect(await createOutboxQueue(database).claim('worker', '2000-01-01T00:00:00Z', at(60), 9)).toEqual([]);
    other.exec('rollback');
  });
});

it.each(DATABASES)('a transaction that only reads cannot write, in $name', async ({ open }) => {
  const store = await open();
  const work = createUnitOfWork(store.database, () => 'row');
  await expect(
    work.read(async (stores) => {
      if ('inbox' in stores)
        await (stores as { inbox: { record(...given: string[]): Promise<unknown> } }).inbox.record(
          'one',
          at(0),
        );
    }),
  ).rejects.toThrow(/readonly|cannot be written to/);
  await work.run(async (stores) => expect(await stores.inbox.record('one', at(0))).toBe(true));
  await store.close();
});

describe('writing while another process holds the lock', () => {
  it('waits without blocking whatever else this process does', async () => {
    other.exec('begin immediate');
    // A timer can only fire, and give up the lock, where nothing blocks the process meanwhile.
    const released = sleep(200).then(() => other.exec('commit'));
    await unitOfWork.run((stores) => stores.cases.insert(caseOf('K2'), null));
    await released;
    expect(await unitOfWork.read(({ cases }) => cases.get('K2'))).toBeDefined();
  });

  it('also where it is one statement without a transaction', async () => {
    other.exec('begin immediate');
    const released = sleep(200).then(() => other.exec('commit'));
    expect(await createOutboxQueue(database).claim('worker', at(9), at(60), 9)).toHaveLength(1);
    await released;
  });

  it('gives up with a fault of its own, and nothing is written', async () => {
    other.exec('begin immediate');
    await expect(unitOfWork.run((stores) => stores.cases.insert(caseOf('K2'), null))).rejects.toMatchObject({
      name: 'StoreError',
      code: 'busy',
    });
    other.exec('rollback');
    await unitOfWork.run((stores) => stores.cases.insert(caseOf('K3'), null));
    expect(await unitOfWork.read(({ cases }) => cases.get('K2'))).toBeUndefined();
  });
});

describe('the files of a store', () => {
  const modeOf = (name: string) => (statSync(join(folder, name)).mode & 0o777).toString(8);

  it('are their owner’s only, with what SQLite keeps beside them', async () => {
    expect(['.', 'indgang.db', 'indgang.db-wal', 'indgang.db-shm'].map(modeOf)).toEqual([
      '700',
      '600',
      '600',
      '600',
    ]);
  });
});

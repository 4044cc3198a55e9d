import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { STORES, type TestStores } from './databases.ts';
import { caseOf, READING } from './sample-rows.ts';

/** How far the changes of the CRM have been read, over every kind of store. */

describe.each(STORES)('the reading of the CRM in $name', ({ open }) => {
  let store: TestStores;
  beforeEach(async () => {
    let named = 0;
    store = await open(
      () => `row ${++named}`,
      () => {},
    );
  });
  afterEach(() => store.close());

  it('is kept, the last one alone', async () => {
    const last = () => store.unitOfWork.read((stores) => stores.crmReading.last());
    expect(await last()).toBeUndefined();
    await store.unitOfWork.run((stores) => stores.crmReading.save(READING));
    expect(await last()).toEqual(READING);
    await store.unitOfWork.run((stores) => stores.crmReading.save({ token: 'next', scanned: null }));
    expect(await last()).toEqual({ token: 'next', scanned: null });
  });

  it('keeps which cases are to be looked at again, the longest due first, and forgets them', async () => {
    const run = store.unitOfWork.run;
    const due = (now: string) => store.unitOfWork.read((stores) => stores.crmReading.due(now, 10));
    const note = (caseId: string, at: string, failures: number) =>
      run((stores) => stores.crmReading.lookAgain({ caseId, at, failures }));
    await note('K2', '2026-11-20T10:00:00.000Z', 0);
    await note('K1', '2026-11-20T09:00:00.000Z', 1);
    await note('K1', '2026-11-20T09:30:00.000Z', 2);
    expect(await due('2026-11-20T09:00:00.000Z')).toEqual([]);
    expect(await due('2026-11-20T10:00:00.000Z')).toEqual([
      { caseId: 'K1', at: '2026-11-20T09:30:00.000Z', failures: 2 },
      { caseId: 'K2', at: '2026-11-20T10:00:00.000Z', failures: 0 },
    ]);
    const read = () =>
      store.unitOfWork.read(async ({ crmReading }) => [
        await crmReading.failuresOf('K1'),
        await crmReading.failuresOf('K3'),
        await crmReading.isNoted('K2'),
        await crmReading.unread(),
      ]);
    expect(await read()).toEqual([2, 0, true, 1]);
    await run((stores) => stores.crmReading.looked('K1'));
    expect(await read()).toEqual([0, 0, true, 0]);
  });

  it('finds a case by its id there', async () => {
    const kase = caseOf('K1');
    await store.unitOfWork.run(async (stores) => {
      await stores.cases.insert(kase, null);
      await stores.cases.saveCrmRevision(kase.id, kase.revision, 'guid-1');
    });
    const found = (id: string) => store.unitOfWork.read((stores) => stores.cases.idInCrm(id));
    expect([await found('guid-1'), await found('guid-2')]).toEqual([kase.id, null]);
  });
});

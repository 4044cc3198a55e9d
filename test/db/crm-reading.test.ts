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

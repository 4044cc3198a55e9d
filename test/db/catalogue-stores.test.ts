import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Stores, UnitOfWork } from '../../src/app/ports/unit-of-work.ts';
import { rotate } from '../../src/core/advisers/rotation.ts';
import { createUnitOfWork } from '../../src/db/unit-of-work.ts';
import { DATABASES, STORES, type TestStores } from './databases.ts';
import { ADVISER, at, CHOICE, OFFER, SHOWING } from './sample-rows.ts';

/** Imported offers and advisers, turns and choices, over every kind of store. */

describe.each(STORES)('the catalogue in $name', ({ open }) => {
  let store: TestStores;
  const run = <T>(work: (stores: Stores) => Promise<T>) => store.unitOfWork.run(work);
  beforeEach(async () => {
    let named = 0;
    store = await open(
      () => `row ${++named}`,
      () => {},
    );
  });
  afterEach(() => store.close());

  it('holds what was put there last, by id', async () => {
    const other = { ...OFFER, id: 'aa' };
    await run(({ offers }) => offers.put([OFFER, other], at(0)));
    await run(({ offers }) => offers.put([{ ...OFFER, funds: 'closed' }], at(1)));
    expect(await run(({ offers }) => offers.all())).toEqual([other, { ...OFFER, funds: 'closed' }]);
    await run(({ advisers }) => advisers.put([ADVISER], at(0)));
    expect(await run(({ advisers }) => advisers.get(ADVISER.id))).toEqual(ADVISER);
    expect(await run(({ advisers }) => advisers.all())).toEqual([ADVISER]);
  });

  it('counts turns by need, and keeps the first record of a showing', async () => {
    const share = { adviser: 'a', shown: 1, first: 1 };
    await run(({ advisers }) => advisers.show(SHOWING, [share]));
    await run(({ advisers }) => advisers.show({ ...SHOWING, fitting: 9 }, [{ ...share, shown: 2 }]));
    expect(await run(({ advisers }) => advisers.sharesOf('internationalisation'))).toEqual([
      { ...share, shown: 2 },
    ]);
    expect(await run(({ advisers }) => advisers.sharesOf('financing'))).toEqual([]);
    expect(await run(({ advisers }) => advisers.showing(SHOWING.id))).toEqual(SHOWING);
    expect(await run(({ advisers }) => advisers.forgetBefore(at(0)))).toBe(0);
    expect(await run(({ advisers }) => advisers.forgetBefore(at(1)))).toBe(1);
  });

  it('finds the choices to ask about, each until it is asked', async () => {
    const later = { ...CHOICE, id: 'later', askAt: at(60) };
    await run(async ({ advisers }) => {
      await advisers.choose(later);
      await advisers.choose(CHOICE);
      await advisers.choose({ ...CHOICE, adviser: 'other' });
    });
    expect(await run(({ advisers }) => advisers.choicesOf('K1'))).toEqual([CHOICE, later]);
    expect(await run(({ advisers }) => advisers.toAsk(at(59), 10))).toEqual([CHOICE]);
    await run(({ advisers }) => advisers.asked(CHOICE.id, at(60)));
    expect(await run(({ advisers }) => advisers.toAsk(at(60), 10))).toEqual([later]);
    expect(await run(({ advisers }) => advisers.forgetBefore(at(61)))).toBe(1);
    expect(await run(({ advisers }) => advisers.choicesOf('K1'))).toEqual([later]);
  });
});

describe.each(DATABASES)('several replicas over $name', ({ open }) => {
  it('never count the same showing twice', async () => {
    const test = await open();
    const second = await test.reopen?.();
    const units: UnitOfWork[] = [test.database, second ?? test.database].map((one) =>
      createUnitOfWork(one, () => 'x'),
    );
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    await Promise.all(
      Array.from({ length: 40 }, (_, number) =>
        units[number % 2]?.run(async ({ advisers }) => {
          const before = await advisers.sharesOf('internationalisation');
          const { order, shares } = rotate({ wanted: names, others: [] }, before, 3, () => 0.5);
          await advisers.show({ ...SHOWING, id: `showing ${number}`, advisers: order }, shares);
        }),
      ),
    );
    const shares = await units[0]?.read(({ advisers }) => advisers.sharesOf('internationalisation'));
    expect(shares?.map(({ shown }) => shown)).toEqual([20, 20, 20, 20, 20, 20]);
    await second?.destroy();
    await test.close();
  });
});

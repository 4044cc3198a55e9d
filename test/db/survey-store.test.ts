import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Stores, UnitOfWork } from '../../src/app/ports/unit-of-work.ts';
import { askCompanies } from '../../src/app/surveys/ask-companies.ts';
import { checkCases } from '../../src/db/check-store.ts';
import { createUnitOfWork } from '../../src/db/unit-of-work.ts';
import { answer, HOUSE, OFFICE, servedCase } from '../core/surveys/survey-case.ts';
import { DATABASES, STORES, type TestStores } from './databases.ts';
import { ASK, at, entryOf } from './sample-rows.ts';

/** Who was asked and what was answered, over every kind of store. */

describe.each(STORES)('the user evaluation in $name', ({ open }) => {
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

  it('holds who was asked, oldest first', async () => {
    const earlier = { ...ASK, id: 'b', at: at(-60), company: null };
    await run(({ surveys }) => surveys.ask([ASK, earlier]));
    expect(await run(({ surveys }) => surveys.asks())).toEqual([earlier, ASK]);
    expect(await run(({ surveys }) => surveys.counts())).toEqual({ asks: 2, answers: 0 });
  });

  it('holds one answer of a case, organisation and day: the last that came', async () => {
    const first = answer('K1', { satisfaction: 'satisfied', recommend: 0 });
    const others = [answer('K1', { on: '2026-11-11' }), answer('K1', { organisation: OFFICE }), answer('K0')];
    await run(({ surveys }) => surveys.put([first, ...others], at(0)));
    const second = { ...first, recommend: 10 };
    await run(({ surveys }) => surveys.put([second], at(1)));
    expect(await run(({ surveys }) => surveys.answers())).toEqual([others[2], second, others[1], others[0]]);
    expect(await run(({ surveys }) => surveys.counts())).toEqual({ asks: 0, answers: 4 });
  });
});

describe.each(DATABASES)('the user evaluation in $name', ({ open }) => {
  it('changes and deletes nobody who was asked, and says which rows are about no case', async () => {
    const { database, close } = await open();
    const { run } = createUnitOfWork(database, () => 'x');
    await run(({ surveys }) => surveys.ask([ASK]));
    await run(({ surveys }) => surveys.put([answer('K9')], at(0)));
    await expect(
      database.updateTable('survey_asks').set({ asked_on: '2020-01-01' }).execute(),
    ).rejects.toThrow('append-only');
    await expect(database.deleteFrom('survey_asks').execute()).rejects.toThrow('append-only');
    const wrong = async () =>
      (await checkCases(database, at(60))).flatMap(({ check, count, wrong }) =>
        wrong ? [[check, count]] : [],
      );
    expect(await wrong()).toEqual([['surveys-without-case', 2]]);
    await database.updateTable('survey_answers').set({ document: '{' }).execute();
    expect(await wrong()).toContainEqual(['documents-unreadable', 1]);
    await close();
  });

  it('asks no company twice, however many replicas and sides export at once', async () => {
    const test = await open();
    const second = await test.reopen?.();
    const units: UnitOfWork[] = [test.database, second ?? test.database].map((one) =>
      createUnitOfWork(one, () => 'x'),
    );
    const ids = Array.from({ length: 12 }, (_, number) => `K${number}`);
    await units[0]?.run(async ({ cases, history }) => {
      for (const [number, id] of ids.entries()) {
        // Each company has a case at either side.
        const cvr = String(10_000_000 + number);
        for (const owner of [HOUSE, OFFICE] as const) {
          const kase = servedCase(`${id} ${owner}`, owner, { companyKey: `key ${number}` });
          await cases.insert({ ...kase, values: { ...kase.values, cvr } }, null);
          await history.append([entryOf(kase.id, 1)]);
        }
      }
    });
    let named = 0;
    const lists = await Promise.all(
      [HOUSE, OFFICE, HOUSE, OFFICE].map((organisation, number) =>
        askCompanies(
          { unitOfWork: units[number % 2] as UnitOfWork },
          {
            organisation,
            closed: { from: '2026-06-01', to: '2026-11-30' },
            now: '2026-11-20T09:00:00.000Z',
            newId: () => `id ${++named}`,
          },
          async () => {},
        ),
      ),
    );
    const companies = lists.flat().map(({ case: { companyKey } }) => companyKey);
    expect(companies).toHaveLength(12);
    expect(new Set(companies).size).toBe(12);
    expect(await units[0]?.read(({ surveys }) => surveys.asks())).toHaveLength(12);
    await second?.destroy();
    await test.close();
  });
});

import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/db/open-database.ts';
import { CompiledQueries, query, Session } from '../../src/db/query.ts';

describe('a query', () => {
  it('is built once, and takes the values of its parameters each time', async () => {
    const database = await openDatabase({ path: ':memory:' });
    const queries = new CompiledQueries();
    let built = 0;
    const between = query((db, p: { from: string; to: string }) => {
      built++;
      return db
        .selectFrom('erasures')
        .select('id')
        .where('at', '>=', p.from)
        .where('at', '<=', p.to)
        .where('id', '!=', 'never')
        .where('at', '!=', p.to)
        .orderBy('id');
    });
    const add = query((db, p: { id: string; at: string }) =>
      db.insertInto('erasures').values({ id: p.id, at: p.at }),
    );
    await database.write(async (transaction) => {
      const session = new Session(transaction, queries);
      for (const id of ['1', '2', '3']) expect(await session.change(add, { id, at: id })).toBe(1);
    });
    await database.read(async (transaction) => {
      const session = new Session(transaction, queries);
      expect(await session.all(between, { from: '1', to: '3' })).toEqual([{ id: '1' }, { id: '2' }]);
      expect(await session.all(between, { to: '3', from: '2' })).toEqual([{ id: '2' }]);
      expect(await session.first(between, { from: '4', to: '9' })).toBeUndefined();
    });
    expect(built).toBe(1);
    await database.destroy();
  });

  it('in SQL takes null and text with what SQL means something by', async () => {
    const database = await openDatabase({ path: ':memory:' });
    const echo = query(
      (_, p: { one: string | null; other: string }) =>
        sql<{ one: string | null; other: string }>`select ${p.one} as one, ${p.other} as other`,
    );
    await database.read(async (transaction) => {
      const session = new Session(transaction, new CompiledQueries());
      const values = { one: null, other: "'; drop table cases; --" };
      expect(await session.first(echo, values)).toEqual(values);
    });
    await database.destroy();
  });
});

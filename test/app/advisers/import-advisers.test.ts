import { afterEach, beforeEach, expect, it } from 'vitest';
import { importAdvisers } from '../../../src/app/advisers/import-advisers.ts';
import { type Adviser, adviserSchema } from '../../../src/core/advisers/adviser.ts';
import { type AppWorld, openAppWorld } from '../app-world.ts';

let world: AppWorld;
beforeEach(async () => {
  world = await openAppWorld({ store: 'maps' });
});
afterEach(() => world.close());

const adviserOf = (id: string, name = `Rådgiver ${id}`): Adviser =>
  adviserSchema.parse({
    id,
    kind: 'private',
    name,
    areas: ['internationalisation'],
    languages: ['da'],
    source: 'Erhvervshus Midtjylland',
  });
const put = (...advisers: readonly Adviser[]) =>
  world.unitOfWork.run((stores) =>
    importAdvisers(
      stores,
      advisers.map((adviser, at) => ({ line: at + 2, adviser })),
      world.clock.now(),
    ),
  );
const stored = async () =>
  (await world.unitOfWork.read(({ advisers }) => advisers.all()))
    .map(({ id, name }) => `${id} ${name}`)
    .sort();

it('puts advisers in, all or none, and counts what is new and what replaces a known id', async () => {
  expect(await put(adviserOf('aa'), adviserOf('bb'))).toEqual({ ok: true, added: 2, replaced: 0 });
  expect(await put(adviserOf('bb', 'Nyt navn'), adviserOf('cc'), adviserOf('dd'))).toEqual({
    ok: true,
    added: 2,
    replaced: 1,
  });
  const all = ['aa Rådgiver aa', 'bb Nyt navn', 'cc Rådgiver cc', 'dd Rådgiver dd'];
  expect(await stored()).toEqual(all);
  expect(await put(adviserOf('ee'), adviserOf('ee'))).toMatchObject({
    ok: false,
    problems: [{ line: 3, code: 'id-twice', about: 'ee' }],
  });
  expect(await stored()).toEqual(all);
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { livingCase, livingCases } from '../../src/app/merge-cases.ts';
import type { Case } from '../../src/core/case/case.ts';
import { act, caseNow, logCase } from '../loop/loop-world.ts';
import { type AppWorld, HANSEN, openAppWorld } from './app-world.ts';

/** Two cases of one company become one: both halves are saved together, and whoever looks finds the one that lives on. */

const ANNA = 'anna-holm';
let world: AppWorld;
let older: Case;
let younger: Case;
beforeEach(async () => {
  world = await openAppWorld({ store: 'maps' });
  older = await logCase(world, ANNA, { areas: 'business-plan' });
  world.clock.pass(1);
  younger = await logCase(world, ANNA, { areas: 'networks-courses', cvr: HANSEN.cvr });
});
afterEach(() => world.close());

const history = async ({ id }: Case) => (await world.history(id)).map(({ event }) => event);
const merge = (on: Case, other: string) =>
  act(world, ANNA, on.id, 'case.merge', { other, confirm: 'true' }).then(({ answers }) => answers);

describe('a merging', () => {
  it.each(['older', 'younger'] as const)(
    'given on the %s one saves both, and shows the older',
    async (on) => {
      const [given, other] = on === 'older' ? [older, younger] : [younger, older];
      const answers = await merge(given, other.id);
      expect(answers).toMatchObject([
        {
          kind: 'case',
          case: { id: older.id, revision: 2, mergedFrom: [younger.id] },
          notice: { code: 'done', params: { verb: 'case.merge', caseId: given.id } },
          problems: [],
        },
      ]);
      const [living, ended] = [await caseNow(world, older.id), await caseNow(world, younger.id)];
      expect(ended).toMatchObject({ revision: 2, mergedInto: older.id });
      expect(living.values.cvr).toBe(HANSEN.cvr);
      expect(living.companyKey).toBe(younger.companyKey);
      expect(await history(older)).toEqual(['opened', 'merged']);
      expect(await history(younger)).toEqual(['opened', 'merged-into']);
    },
  );

  it.each([
    ['K9999999', 'unknown-case'],
    ['', 'case-needed'],
  ])('with "%s" is refused, and changes neither', async (other, code) => {
    expect(await merge(older, other)).toMatchObject([{ problems: [{ refusal: { code } }] }]);
    expect([await caseNow(world, older.id), await caseNow(world, younger.id)]).toEqual([older, younger]);
  });

  it('reads no other case for another verb', async () => {
    const input = { how: 'phone', other: older.id };
    const { answers } = await act(world, ANNA, younger.id, 'case.contacted', input);
    expect(answers).toMatchObject([{ case: { id: younger.id, status: 'answered' }, problems: [] }]);
    expect(await caseNow(world, older.id)).toEqual(older);
  });
});

describe('the case that lives on', () => {
  it('is found over several mergings, each once; where it is gone, the one that points to it', async () => {
    const chain: readonly Case[] = [
      { ...older, id: 'A', draftId: 'A' },
      { ...older, id: 'B', draftId: 'B', mergedInto: 'A' },
      { ...older, id: 'C', draftId: 'C', mergedInto: 'B' },
      { ...older, id: 'D', draftId: 'D', mergedInto: 'GONE' },
    ];
    await world.unitOfWork.run(async (stores) => {
      for (const kase of chain) await stores.cases.insert(kase, null);
    });
    const living = (kase: Case) =>
      world.unitOfWork.read(async (stores) => (await livingCase(kase, stores)).id);
    expect(await Promise.all(chain.map(living))).toEqual(['A', 'A', 'A', 'D']);
    const all = await world.unitOfWork.read((stores) => livingCases([...chain].reverse(), stores));
    expect(all.map(({ id }) => id)).toEqual(['D', 'A']);
  });
});

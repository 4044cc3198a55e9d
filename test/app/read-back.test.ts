import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Crm, CrmError, type CrmErrorCode } from '../../src/app/ports/crm.ts';
import { readBack } from '../../src/app/read-back.ts';
import { maskCpr } from '../../src/language/cpr/mask-cpr.ts';
import { caseOf } from '../db/sample-rows.ts';
import { calendar, type LoopWorld, openLoopWorld } from '../loop/loop-world.ts';

/** Reading back from a CRM some of whose rows cannot be read. */

let world: LoopWorld;
beforeEach(async () => {
  world = await openLoopWorld();
});
afterEach(() => world.close());

const IDS = ['K1', 'K2', 'K3', 'K4', 'K5', 'K6', 'K7', 'K8'];

/** A CRM in which every case has another telephone number, in pages of two, with rows that fail. */
function crmWith(failing: ReadonlyMap<string, CrmErrorCode | TypeError>, asked: string[] = []): Crm {
  const pages = Math.ceil(IDS.length / 2);
  return {
    ...({} as Crm),
    changesSince: async (token) => {
      const page = token?.startsWith('page ') ? Number(token.slice(5)) : token === null ? pages : 0;
      const changes = IDS.slice(page * 2, page * 2 + 2).map((caseId) => ({
        crmId: caseId,
        caseId,
        deleted: false,
      }));
      const isLast = page + 1 >= pages;
      return {
        state: 'read',
        changes: token === 'after' ? [] : changes,
        token: isLast ? 'after' : `page ${page + 1}`,
        more: !isLast,
      };
    },
    standingOf: async (caseId) => {
      asked.push(caseId);
      const fails = failing.get(caseId);
      if (fails instanceof TypeError) throw fails;
      if (fails) throw new CrmError(fails, 'not this row', { detail: `${fails}-row` });
      const kase = await world.unitOfWork.read((stores) => stores.cases.get(caseId));
      const sent = kase?.values.contactPhone ?? null;
      return {
        revision: kase?.revision ?? null,
        closed: false,
        owner: null,
        contact: { contactPhone: { sent, now: '86112233' } },
      };
    },
  };
}

const deps = (crm: Crm) => ({ unitOfWork: world.unitOfWork, calendar, maskCpr, crm });
const start = '2026-11-20T09:00:00.000Z';
const minutes = (count: number) => new Date(Date.parse(start) + count * 60_000).toISOString();
const taken = async () => {
  const cases = await world.unitOfWork.read((stores) => Promise.all(IDS.map((id) => stores.cases.get(id))));
  return cases.flatMap((one) => (one?.values.contactPhone === '86112233' ? one.id : []));
};
const token = () => world.unitOfWork.read(async ({ crmReading }) => (await crmReading.last())?.token);
const unread = () => world.unitOfWork.read(({ crmReading }) => crmReading.unread());

beforeEach(async () => {
  await world.unitOfWork.run(async (stores) => {
    for (const id of IDS) {
      const kase = caseOf(id);
      await stores.cases.insert(kase, null);
      await stores.cases.saveCrmRevision(id, kase.revision, id);
    }
    await stores.crmReading.save({ token: 'page 0', scanned: null });
  });
});

describe('a row of the CRM that cannot be read', () => {
  it.each<CrmErrorCode | TypeError>(['rejected', 'denied', 'unavailable', 'conflict', new TypeError('odd')])(
    'holds up no other (%s): it is said once, counted, and taken when it can be read',
    async (fault) => {
      const failing = new Map([['K2', fault]]);
      const first = await readBack(deps(crmWith(failing)), start);
      expect(await taken()).toEqual(IDS.filter((id) => id !== 'K2'));
      expect(await token()).toBe('after');
      expect(first.unread).toEqual([
        { caseId: 'K2', code: fault instanceof TypeError ? 'TypeError' : `${fault}-row`, isFirst: true },
      ]);
      expect(await unread()).toBe(1);
      const second = await readBack(deps(crmWith(failing)), minutes(1));
      expect(second.unread).toMatchObject([{ caseId: 'K2', isFirst: false }]);
      expect((await readBack(deps(crmWith(failing)), minutes(2))).unread).toEqual([]);
      await readBack(deps(crmWith(new Map())), minutes(6));
      expect(await taken()).toEqual(IDS);
      expect(await unread()).toBe(0);
    },
  );

  it('is asked for less and less often', async () => {
    const asked: string[] = [];
    const failing = new Map<string, CrmErrorCode>([['K2', 'rejected']]);
    // When it is due, and a minute before.
    const due = [1, 6, 36, 156, 516, 876];
    await readBack(deps(crmWith(failing, asked)), start);
    for (const minute of due.flatMap((one) => [one - 1, one]))
      await readBack(deps(crmWith(failing, asked)), minutes(minute));
    expect(asked.filter((id) => id === 'K2')).toHaveLength(1 + due.length);
  });

  it('is one of many: the rest waits a minute, nothing is lost, and bad ones do not keep good ones waiting', async () => {
    const failing = new Map(['K1', 'K2', 'K3', 'K4', 'K5'].map((id) => [id, 'rejected' as const]));
    const first = await readBack(deps(crmWith(failing)), start);
    expect(first.isAway).toBe(true);
    for (const minute of [1, 2, 3, 6, 7]) await readBack(deps(crmWith(failing)), minutes(minute));
    expect(await taken()).toEqual(['K6', 'K7', 'K8']);
    expect(await unread()).toBe(5);
    for (const minute of [60, 61, 400, 401]) await readBack(deps(crmWith(new Map())), minutes(minute));
    expect(await taken()).toEqual(IDS);
    expect(await unread()).toBe(0);
  });

  it('keeps the pages that were read before the CRM gave no more', async () => {
    const crm = crmWith(new Map());
    const cut: Crm = {
      ...crm,
      changesSince: async (at) => {
        if (at === 'page 2') throw new CrmError('unavailable', 'away', { late: true });
        return (await crm.changesSince?.(at)) ?? { state: 'expired' };
      },
    };
    await expect(readBack(deps(cut), start)).rejects.toThrow(CrmError);
    expect(await token()).toBe('page 2');
    expect(await taken()).toEqual(['K1', 'K2', 'K3', 'K4']);
    await readBack(deps(crm), minutes(1));
    expect(await taken()).toEqual(IDS);
  });
});

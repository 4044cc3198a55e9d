import { afterEach, beforeEach, expect, it } from 'vitest';
import { CrmError } from '../../src/app/ports/crm.ts';
import { settingsOf } from '../../src/core/triage/settings.ts';
import { keepClock } from '../../src/worker/keep-clock.ts';
import { calendar, caseNow, type LoopWorld, logCase, openLoopWorld } from '../loop/loop-world.ts';

/** I-12 counts the cases that the CRM has in their present revision, so every change of a case is a record to save. */

let world: LoopWorld;
beforeEach(async () => {
  // Monday 09:00 in Denmark: due Wednesday 09:00.
  world = await openLoopWorld({ start: '2026-11-23T08:00:00.000Z' });
});
afterEach(() => world.close());

/** The cases whose record waits for the CRM. Nothing is delivered: the hourly reconciliation would find what is missing. */
const waitsForCrm = async () => {
  const rows = await world.queue.claim('test', world.clock.now(), '2030-01-01T00:00:00.000Z', 1_000);
  return rows.filter(({ effect }) => effect.kind === 'crm.save').map(({ about }) => about);
};
const tick = () => keepClock({ ...world, calendar, settingsOf, log: () => undefined });

it('a reminder is one, and several steps at once are one', async () => {
  const { id, revision } = await logCase(world, 'anna-holm');
  await world.worker.drain();
  expect(await world.unitOfWork.read((stores) => stores.cases.inCrm())).toEqual({ current: 1, behind: 0 });
  world.clock.set('2026-11-24T08:30:00.000Z');
  expect(await tick()).toBe(1);
  expect((await caseNow(world, id)).revision).toBeGreaterThan(revision + 1);
  expect(await waitsForCrm()).toEqual([id]);
  expect(await tick()).toBe(0);
});

it('so is what an office with a running case is told of a crisis elsewhere', async () => {
  const company = { cvr: '25313763' };
  const running = await logCase(world, 'anna-holm', { ...company, areas: 'networks-courses' });
  await world.worker.drain();
  const before = (await caseNow(world, running.id)).revision;
  const crisis = await logCase(world, 'carla-winther', {
    ...company,
    crisis: 'true',
    consent: 'public-task',
  });
  expect(crisis.id).not.toBe(running.id);
  expect((await caseNow(world, running.id)).revision).toBe(before + 1);
  expect((await waitsForCrm()).toSorted()).toEqual([running.id, crisis.id].toSorted());
});

it('none is asked of a CRM before the moment at which it says to come back, whichever case it told so', async () => {
  await world.close();
  const asked: number[] = [];
  world = await openLoopWorld({
    start: '2026-11-23T08:00:00.000Z',
    crm: (inner, clock) => ({
      ...inner,
      async save(...given) {
        asked.push(Date.parse(clock.now()));
        if (asked.length === 1) throw new CrmError('unavailable', 'busy', { retryAfterSeconds: 7 });
        return inner.save(...given);
      },
    }),
  });
  await logCase(world, 'anna-holm', { cvr: '25313763' });
  await world.worker.drain();
  expect(asked).toHaveLength(1);
  await logCase(world, 'anna-holm', { cvr: '', companyName: 'Jensen Smede' });
  const behind = async () => (await world.unitOfWork.read((stores) => stores.cases.inCrm())).behind;
  for (let second = 0; second < 120 && (await behind()) > 0; second++) {
    await world.worker.drain();
    world.clock.pass(1 / 3_600);
  }
  expect([await behind(), asked.length]).toEqual([0, 3]);
  expect(Math.min(...asked.slice(1)) - (asked[0] ?? 0)).toBeGreaterThanOrEqual(7_000);
});

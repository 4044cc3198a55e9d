import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSteadyClock } from '../../src/steady-clock.ts';
import { act, caseNow, channelOf, type LoopWorld, logCase, openLoopWorld } from './loop-world.ts';

/** The wall clock of the machine jumps while cases run. */

let world: LoopWorld;
beforeEach(async () => {
  world = await openLoopWorld({ wrapClock: createSteadyClock });
});
afterEach(() => world.close());

const HOUR = 3_600_000;
const MINUTE_HOURS = 1 / 60;
const house = channelOf('ehm-midtjylland').id;
const jumps = () => world.logged.filter(({ event }) => event === 'clock-jumped');

it('five days ahead for a second: no promise is broken, no offer expires, nobody is reminded', async () => {
  const kase = await logCase(world, 'anna-holm');
  await world.worker.drain();
  world.clock.jump(5 * 24 * HOUR);
  await world.worker.drain();
  world.clock.pass(1 / 3_600);
  await world.worker.drain();
  world.clock.jump(-5 * 24 * HOUR);
  await world.worker.drain();
  expect(await caseNow(world, kase.id)).toMatchObject({
    revision: 1,
    status: 'offered',
    promise: { broken: false },
  });
  expect(jumps()).toHaveLength(1);
});

it('five hours back: the answer is recorded after the call, and every line of history after the one above it', async () => {
  const kase = await logCase(world, 'anna-holm');
  world.clock.jump(-5 * HOUR);
  world.clock.pass(MINUTE_HOURS);
  await act(world, 'carla-winther', kase.id, 'handover.accept');
  world.clock.pass(MINUTE_HOURS * 11);
  // Believed by now.
  await act(world, 'carla-winther', kase.id, 'case.contacted');
  const { promise } = await caseNow(world, kase.id);
  expect(promise.answeredAt && promise.answeredAt >= promise.contactedAt).toBe(true);
  const instants = (await world.history(kase.id)).map(({ at }) => at);
  expect(instants).toEqual(instants.toSorted());
});

it.each([1, 30])('three hours ahead for %i minutes and back: the next card is not held', async (minutes) => {
  await logCase(world, 'anna-holm');
  await world.worker.drain();
  world.clock.jump(3 * HOUR);
  for (let minute = 0; minute < minutes; minute++) {
    world.clock.pass(MINUTE_HOURS);
    await world.worker.drain();
  }
  // A card that has to be tried again, while the clock is wrong.
  world.fate = () => 'busy';
  await logCase(world, 'anna-holm');
  await world.worker.drain();
  world.fate = () => 'take';
  world.clock.jump(-3 * HOUR);
  for (let minute = 0; minute < 15; minute++) {
    world.clock.pass(MINUTE_HOURS);
    await world.worker.drain();
  }
  expect(world.standing.filter(({ conversation }) => conversation === house)).toHaveLength(2);
});

describe('after a restart with the right clock', () => {
  it('what a process with a wrong one left waiting or leased is taken up again, and office hours are kept', async () => {
    await logCase(world, 'anna-holm');
    world.fate = () => 'kills-before';
    world.clock.jump(3 * HOUR);
    // The jump is seen, and believed ten minutes later.
    await world.do('anna-holm', { name: 'help' });
    world.clock.pass(MINUTE_HOURS * 11);
    await world.worker.drain();
    expect(world.dead).toBe(true);
    world.clock.jump(-3 * HOUR);
    world.restart();
    world.fate = () => 'take';
    for (let minute = 0; minute < 20; minute++) {
      world.clock.pass(MINUTE_HOURS);
      await world.worker.drain();
    }
    expect(world.logged.some(({ event }) => event === 'rows-brought-back')).toBe(true);
    const { waiting } = await world.queue.figures(world.clock.now());
    expect(waiting).toBe(0);
  });
});

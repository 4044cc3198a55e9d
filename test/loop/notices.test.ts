import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  act,
  caseNow,
  channelOf,
  chatOf,
  type LoopWorld,
  logCase,
  noticesIn,
  openLoopWorld,
} from './loop-world.ts';

/** Reminders are gathered: after an outage, and over a night, each recipient hears the last of it once. */

let world: LoopWorld;
beforeEach(async () => {
  // Monday 09:00 in Denmark: due Wednesday 09:00.
  world = await openLoopWorld({ start: '2026-11-23T08:00:00.000Z' });
  await world.do('dan-ravn', { name: 'help' });
  await world.do('anna-holm', { name: 'help' });
});
afterEach(() => world.close());

const house = channelOf('ehm-midtjylland').id;
const viborg = channelOf('les-791').id;
const anna = chatOf('anna-holm').id;
const dan = chatOf('dan-ravn').id;
const events = async (id: string) => (await world.history(id)).map(({ event }) => event);

describe('several steps that fell due while the process was away', () => {
  it('are all taken and written down, and each recipient is told the last of them alone', async () => {
    const { id } = await logCase(world, 'anna-holm');
    await world.worker.drain();
    // Back on Wednesday at ten: everything has fallen due.
    world.clock.set('2026-11-25T09:00:00.000Z');
    await world.worker.drain();
    expect(await events(id)).toEqual([
      'opened-and-offered',
      'reminded',
      'reminded',
      'reminded',
      'expired',
      'promise-broken',
    ]);
    expect(noticesIn(world, viborg)).toEqual(['promise-broken']);
    // Anna is the owner's coordinator and has the case herself: two roles, two different things to know.
    expect(noticesIn(world, anna)).toEqual(['promise-broken']);
    expect(noticesIn(world, dan)).toEqual(['offer-expired-late']);
    expect(noticesIn(world, house)).toEqual([]);
  });
});

describe('steps that fall in one night', () => {
  it('wait for the office to open, and the later one takes the place of the earlier', async () => {
    await world.close();
    // Monday 18:00: three quarters on Wednesday 06:00 … so that expiry waits for eight o'clock.
    world = await openLoopWorld({ start: '2026-11-23T17:00:00.000Z' });
    await logCase(world, 'anna-holm');
    for (let hour = 0; hour < 63; hour++) {
      world.clock.pass(1);
      await world.worker.drain();
    }
    // Expired Wednesday 06:00, told at eight; broken Wednesday 18:00, told on Thursday at eight.
    expect(noticesIn(world, viborg)).toEqual(['offer-expired', 'promise-broken']);
  });

  it('of an outage at night come as one in the morning', async () => {
    const { id } = await logCase(world, 'anna-holm', { contactedAt: '' });
    await world.worker.drain();
    // Expiry falls on Tuesday 21:00; the process comes back at 22:00 and goes on through the due time.
    world.clock.set('2026-11-24T21:00:00.000Z');
    await world.worker.drain();
    expect(await events(id)).toContain('expired');
    expect(noticesIn(world, viborg)).toEqual([]);
    // The office's channel cannot be reached until the promise is broken as well.
    world.fate = ({ id: to }) => (to === viborg ? 'busy' : 'take');
    world.clock.set('2026-11-25T07:30:00.000Z');
    await world.worker.drain();
    world.clock.set('2026-11-25T08:30:00.000Z');
    await world.worker.drain();
    world.fate = () => 'take';
    world.clock.set('2026-11-25T09:30:00.000Z');
    await world.worker.drain();
    expect(noticesIn(world, viborg)).toEqual(['promise-broken']);
  });
});

describe('a reminder that nobody needs any more', () => {
  it('is not given', async () => {
    const { id } = await logCase(world, 'anna-holm');
    world.clock.set('2026-11-23T20:30:00.000Z');
    await world.worker.drain();
    await act(world, 'carla-winther', id, 'handover.accept');
    world.clock.set('2026-11-24T07:30:00.000Z');
    await world.worker.drain();
    expect(noticesIn(world, house)).toEqual([]);
  });

  it('of one office is not given to the next that the case is offered to', async () => {
    const { id } = await logCase(world, 'anna-holm');
    world.clock.set('2026-11-23T20:30:00.000Z');
    await world.worker.drain();
    await act(world, 'anna-holm', id, 'handover.withdraw');
    await act(world, 'anna-holm', id, 'handover.offer', { organisation: 'les-751' });
    world.clock.set('2026-11-24T07:30:00.000Z');
    await world.worker.drain();
    expect(noticesIn(world, house)).toEqual([]);
  });
});

describe('a grey zone that is settled by moving the case to the Erhvervshus', () => {
  it('asks for the action plan at closing, and hands follow-up to the office it came from', async () => {
    const { id } = await logCase(world, 'anna-holm', { cvr: '25313763' });
    await act(world, 'carla-winther', id, 'handover.return', { reasonCode: 'not-our-area', reason: 'Basal' });
    expect((await caseNow(world, id)).greyZone).toBe(true);
    await act(world, 'dan-ravn', id, 'case.settle', { organisation: 'ehm-midtjylland', reason: 'Aftalt' });
    expect(await caseNow(world, id)).toMatchObject({
      owner: 'ehm-midtjylland',
      greyZone: false,
      status: 'open',
      handovers: [
        { state: 'returned', counted: true },
        { from: 'les-791', to: 'ehm-midtjylland', state: 'accepted', counted: false },
      ],
    });
    await act(world, 'carla-winther', id, 'case.contacted');
    const close = (plan: string) =>
      act(world, 'carla-winther', id, 'case.close', {
        services: 'camps',
        segment: 'growth',
        selfHelpUsed: 'false',
        actionPlan: plan,
      });
    await close('');
    expect((await caseNow(world, id)).status).toBe('answered');
    await close('Besøg messen i Hamborg');
    expect(await caseNow(world, id)).toMatchObject({
      status: 'closed',
      followUp: { organisation: 'les-791', state: 'proposed' },
    });
    await world.worker.drain();
    expect((await world.crm.findByCase(id))?.referredFrom).toBe('les-791');
  });
});

import { describe, expect, it } from 'vitest';
import { createPeers, type Line } from '../../src/worker/peers.ts';
import { simulatedClock } from '../support/clock.ts';

function setUp() {
  const clock = simulatedClock('2026-11-20T09:00:00.000Z');
  return { clock, peers: createPeers(clock) };
}

function leave(line: Line, health: Parameters<Extract<Line, { open: true }>['leave']>[0]): void {
  if (!line.open) throw new Error('no line');
  line.leave(health);
}

describe('lines to other systems', () => {
  it('are two to a place; who comes third gets the first that is free', async () => {
    const { peers } = setUp();
    const [first, second] = [await peers.enter('teams', 'a'), await peers.enter('teams', 'a')];
    let third: Line | undefined;
    const waiting = peers.enter('teams', 'a').then((line) => {
      third = line;
    });
    await new Promise(setImmediate);
    expect([first.open, second.open, third]).toEqual([true, true, undefined]);
    leave(first, 'well');
    await waiting;
    expect(third?.open).toBe(true);
  });

  it('are five to a system: places that hang take no more, and other systems keep theirs', async () => {
    const { peers } = setUp();
    for (let place = 0; place < 5; place++) expect((await peers.enter('crm', `${place}`)).open).toBe(true);
    let sixth: Line | undefined;
    void peers.enter('crm', 'six').then((line) => {
      sixth = line;
    });
    await new Promise(setImmediate);
    expect(sixth).toBeUndefined();
    expect((await peers.enter('teams', 'a')).open).toBe(true);
  });

  it('send away whoever finds the waiting room full, or has waited too long', async () => {
    const { peers, clock } = setUp();
    for (let line = 0; line < 2; line++) await peers.enter('teams', 'a');
    const waiting = Array.from({ length: 6 }, () => peers.enter('teams', 'a'));
    expect(await peers.enter('teams', 'a')).toMatchObject({ open: false });
    clock.pass(15_000);
    expect((await Promise.all(waiting)).map(({ open }) => open)).toEqual(Array(6).fill(false));
  });

  it('leave a place alone that was late, longer each time, and then ask it once, by one', async () => {
    const { peers, clock } = setUp();
    const rests: number[] = [];
    for (let time = 0; time < 8; time++) {
      leave(await peers.enter('teams', 'a'), 'late');
      const away = await peers.enter('teams', 'a');
      if (away.open) throw new Error('not left alone');
      rests.push(away.waitSeconds);
      leave(await peers.enter('teams', 'b'), 'well');
      clock.pass(away.waitSeconds * 1_000);
    }
    expect(rests.map(Math.floor)).toEqual([5, 10, 20, 40, 80, 160, 300, 300]);
    const one = await peers.enter('teams', 'a');
    expect([one.open, (await peers.enter('teams', 'a')).open]).toEqual([true, false]);
    leave(one, 'well');
    expect((await peers.enter('teams', 'a')).open).toBe(true);
    expect((await peers.enter('teams', 'a')).open).toBe(true);
  });

  it('leave a system alone once three of its places were late with none that answered in between', async () => {
    const { peers } = setUp();
    for (const place of ['a', 'b']) leave(await peers.enter('teams', place), 'late');
    leave(await peers.enter('teams', 'c'), 'well');
    for (const place of ['d', 'e']) leave(await peers.enter('teams', place), 'late');
    expect((await peers.enter('teams', 'x')).open).toBe(true);
    leave(await peers.enter('teams', 'f'), 'late');
    expect((await peers.enter('teams', 'y')).open).toBe(false);
    expect((await peers.enter('slack', 'y')).open).toBe(true);
  });

  it('leave a system alone for five minutes that lets nobody in, and then ask it by one', async () => {
    const { peers, clock } = setUp();
    leave(await peers.enter('crm', 'a'), 'denied');
    expect(await peers.enter('crm', 'b')).toMatchObject({ open: false, waitSeconds: 300 });
    clock.pass(300_000);
    const one = await peers.enter('crm', 'c');
    expect([one.open, (await peers.enter('crm', 'd')).open]).toEqual([true, false]);
    leave(one, 'denied');
    expect((await peers.enter('crm', 'e')).open).toBe(false);
    clock.pass(300_000);
    leave(await peers.enter('crm', 'f'), 'well');
    expect((await peers.enter('crm', 'g')).open).toBe(true);
    expect((await peers.enter('crm', 'h')).open).toBe(true);
  });

  it('bring rows that were sent away back one behind the other', async () => {
    const { peers } = setUp();
    leave(await peers.enter('crm', 'a'), { pauseSeconds: 60 });
    const away = await Promise.all(Array.from({ length: 100 }, (_, row) => peers.enter('crm', `${row}`)));
    const seconds = away.map((line) => (line.open ? 0 : line.waitSeconds));
    expect([Math.min(...seconds), Math.max(...seconds)]).toEqual([60, 60 + 99 * 0.05]);
    expect(new Set(seconds).size).toBe(100);
  });
});

import { describe, expect, it } from 'vitest';
import { createSteadyClock } from '../src/steady-clock.ts';
import { simulatedClock } from './support/clock.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

function setUp() {
  const system = simulatedClock('2026-11-20T09:00:00.000Z');
  const logged: string[] = [];
  const clock = createSteadyClock(system, (event, { seconds }) => logged.push(`${event} ${seconds}`));
  return { system, clock, logged };
}

describe('the clock of the service', () => {
  it('shows the wall clock as long as it runs with the monotonic one, small corrections included', () => {
    const { system, clock, logged } = setUp();
    for (let hour = 0; hour < 24; hour++) {
      system.pass(HOUR);
      system.jump(hour % 2 === 0 ? 4 * MINUTE : -4 * MINUTE);
      expect(clock.now()).toBe(system.now());
      expect(clock.steady()).toBe(true);
    }
    expect(logged).toEqual([]);
  });

  it.each([5 * 24 * HOUR, -5 * HOUR])(
    'goes on through a jump of %i ms and back, which is logged once',
    (jump) => {
      const { system, clock, logged } = setUp();
      system.pass(MINUTE);
      system.jump(jump);
      for (let second = 0; second < 60; second++) {
        system.pass(1_000);
        expect(clock.steady()).toBe(false);
      }
      expect(clock.now()).toBe('2026-11-20T09:02:00.000Z');
      system.jump(-jump);
      system.pass(MINUTE);
      expect([clock.steady(), clock.now()]).toEqual([true, '2026-11-20T09:03:00.000Z']);
      expect(logged).toEqual([`clock-jumped ${jump / 1_000}`, 'clock-believed 0']);
    },
  );

  it('believes a wall clock that has run evenly for ten minutes since it jumped', () => {
    const { system, clock, logged } = setUp();
    system.jump(3 * HOUR);
    expect(clock.steady()).toBe(false);
    system.pass(10 * MINUTE - 1);
    expect([clock.steady(), clock.now()]).toEqual([false, '2026-11-20T09:09:59.999Z']);
    system.pass(1);
    expect([clock.now(), clock.steady()]).toEqual(['2026-11-20T12:10:00.000Z', true]);
    expect(logged).toEqual(['clock-jumped 10800', 'clock-believed 10800']);
  });

  it('does not believe one that keeps jumping', () => {
    const { system, clock, logged } = setUp();
    for (let minute = 0; minute < 60; minute++) {
      system.jump(HOUR);
      system.pass(MINUTE);
      expect(clock.steady()).toBe(false);
    }
    expect(clock.now()).toBe('2026-11-20T10:00:00.000Z');
    expect(logged).toEqual(['clock-jumped 3600']);
  });

  it('takes many small steps one way for the jump that they are', () => {
    const { system, clock } = setUp();
    for (let second = 0; second < 400; second++) {
      system.pass(1_000);
      system.jump(1_000);
      clock.now();
    }
    expect(clock.steady()).toBe(false);
  });

  it('believes the wall clock after a restart', () => {
    const { system } = setUp();
    system.jump(-5 * HOUR);
    const restarted = createSteadyClock(system, () => {});
    expect([restarted.now(), restarted.steady()]).toEqual([system.now(), true]);
  });
});

import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { environmentAt, runningClock } from './clock.ts';

/** What the system clock shows in a child process, asked in the three ways that JavaScript has. */
function clockOfChild(environment: Readonly<Record<string, string>>): readonly number[] {
  const script =
    'console.log(JSON.stringify([Date.now(), new Date().getTime(), Date.parse(Date()), new Date(0).getTime(), new Date() instanceof Date]))';
  const said = execFileSync(process.execPath, ['-e', script], {
    env: { ...process.env, ...environment },
    encoding: 'utf8',
  });
  return JSON.parse(said) as number[];
}

describe('the clock of a test', () => {
  it('is the system clock of a child process too, which then runs on', () => {
    const start = Date.parse('2031-03-01T08:00:00Z');
    const [now = 0, fresh = 0, words = 0, fixed, same] = clockOfChild(environmentAt('2031-03-01T08:00:00Z'));
    // Running time of the child, however slow the machine; never another day.
    for (const read of [now, fresh, words]) {
      expect(read).toBeGreaterThanOrEqual(start - 1_000);
      expect(read).toBeLessThan(start + 3_600_000);
    }
    expect([fixed, same]).toEqual([0, true]);
  });

  it('starts where it is told, and runs', () => {
    const clock = runningClock('2031-03-01T08:00:00.000Z');
    const first = clock.now();
    expect(first.slice(0, 13)).toBe('2031-03-01T08');
    expect(Date.parse(clock.now())).toBeGreaterThanOrEqual(Date.parse(first));
    const passed = clock.monotonic();
    clock.set('2031-05-01T08:00:00.000Z');
    expect(clock.now().slice(0, 10)).toBe('2031-05-01');
    expect(clock.monotonic() - passed).toBeGreaterThan(60 * 86_400_000);
  });
});

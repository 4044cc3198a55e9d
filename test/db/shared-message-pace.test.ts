import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RateLimit } from '../../src/app/message-pace.ts';
import { createSharedMessagePace } from '../../src/db/shared-message-pace.ts';
import { RATE_LIMITS } from '../../src/worker/rate-limits.ts';
import { mostWithin } from '../app/most-within.ts';
import { simulatedClock } from '../support/clock.ts';
import { DATABASES, type TestDatabase } from './databases.ts';

const SECOND: readonly RateLimit[] = [[1, 1]];

describe.each(DATABASES)('the pace that processes share in $name', ({ open }) => {
  let store: TestDatabase;
  const clock = simulatedClock('2026-11-20T09:00:00.000Z');
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  it('is kept over all of them together', async () => {
    const replicas = [1, 2, 3].map(() => createSharedMessagePace(store.database, clock));
    const times: number[] = [];
    for (let round = 0; round < 12; round++) {
      const asked = replicas.flatMap((pace) => [1, 2, 3].map(() => pace.reserve('c', RATE_LIMITS.teams, 0)));
      for (const { reserved } of await Promise.all(asked)) if (reserved) times.push(clock.monotonic());
      clock.pass(250);
    }
    expect(mostWithin(times, 1)).toBe(7);
    // Nobody waits for nothing: each full second of the three was used.
    expect(times.length).toBe(21);
  });

  it('reserves one place in time for one message, whoever asks', async () => {
    const [one, two] = [1, 2].map(() => createSharedMessagePace(store.database, clock));
    const asked = await Promise.all([
      one?.reserve('a', SECOND, 3_000),
      two?.reserve('a', SECOND, 3_000),
      one?.reserve('a', SECOND, 3_000),
    ]);
    expect(asked.map((each) => each?.waitMs).sort()).toEqual([0, 1_000, 2_000]);
  });

  it('rests everywhere where the platform asked one of them to', async () => {
    const [one, two] = [1, 2].map(() => createSharedMessagePace(store.database, clock));
    await one?.pause('a', 30);
    expect(await two?.reserve('a', SECOND, 0)).toEqual({ waitMs: 30_000, reserved: false });
  });

  it('is not held up by what was noted under a clock that was hours ahead, nor by what cannot be read', async () => {
    const pace = createSharedMessagePace(store.database, clock);
    const ahead = createSharedMessagePace(store.database, {
      now: () => new Date(Date.parse(clock.now()) + 5 * 3_600_000).toISOString(),
    });
    await ahead.reserve('a', SECOND, 0);
    await ahead.pause('a', 60);
    await sql`insert into paces values ('b', '{}', '2026')`.execute(store.database);
    for (const place of ['a', 'b'])
      expect(await pace.reserve(place, SECOND, 0)).toEqual({ waitMs: 0, reserved: true });
  });

  it('forgets places that were quiet for an hour', async () => {
    const pace = createSharedMessagePace(store.database, clock);
    await pace.reserve('a', SECOND, 0);
    clock.pass(3_700_000);
    await pace.reserve('b', SECOND, 0);
    const { rows } = await sql`select place from paces`.execute(store.database);
    expect(rows).toEqual([{ place: 'b' }]);
  });
});

import { z } from 'zod';
import {
  type MessagePace,
  type PlacePace,
  pausedIn,
  QUIET,
  REMEMBERED_MS,
  reserveIn,
} from '../app/message-pace.ts';
import type { Clock } from '../app/ports/clock.ts';
import type { Database } from './open-database.ts';
import { StoreError } from './store-error.ts';

const stateShape = z.object({ times: z.array(z.number()), until: z.number() });

/** Tries to count a message while others count theirs to the same place. Each fails only because another succeeded. */
const TRIES = 50;

/**
 * The pace of several processes that send to the same places, counted in the store: a platform counts them together. By
 * the wall clock, which they share. A state is replaced only by whoever read it last. Throws `StoreError`.
 */
export function createSharedMessagePace(database: Database, clock: Pick<Clock, 'now'>): MessagePace {
  const read = async (place: string) => {
    const row = await database
      .selectFrom('paces')
      .select('state')
      .where('place', '=', place)
      .executeTakeFirst();
    const known = row && stateShape.safeParse(JSON.parse(row.state)).data;
    return { state: row?.state, pace: known ?? QUIET };
  };

  /** False where somebody else was first. */
  async function replace(place: string, before: string | undefined, pace: PlacePace): Promise<boolean> {
    const set = { state: JSON.stringify(pace), at: clock.now() };
    if (before !== undefined) {
      const done = await database
        .updateTable('paces')
        .set(set)
        .where('place', '=', place)
        .where('state', '=', before)
        .executeTakeFirst();
      return done.numUpdatedRows === 1n;
    }
    const old = new Date(Date.parse(clock.now()) - REMEMBERED_MS).toISOString();
    await database.deleteFrom('paces').where('at', '<', old).execute();
    const done = await database
      .insertInto('paces')
      .values({ place, ...set })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return done.numInsertedOrUpdatedRows === 1n;
  }

  return {
    async reserve(place, limits, patienceMs) {
      for (let tries = 0; tries < TRIES; tries++) {
        const { state, pace } = await read(place);
        const next = reserveIn(pace, limits, Date.parse(clock.now()), patienceMs);
        const { waitMs, reserved } = next;
        if (!reserved || (await replace(place, state, next.pace))) return { waitMs, reserved };
      }
      throw new StoreError('busy', `${database.name}: too many send to one place at once`);
    },
    async pause(place, seconds) {
      for (let tries = 0; tries < TRIES; tries++) {
        const { state, pace } = await read(place);
        if (await replace(place, state, pausedIn(pace, Date.parse(clock.now()), seconds))) return;
      }
    },
  };
}

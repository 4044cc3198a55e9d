import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import type { OutboxRow } from '../../src/app/ports/outbox-queue.ts';
import { type Database, openDatabase } from '../../src/db/open-database.ts';
import { createOutboxQueue } from '../../src/db/outbox-queue.ts';
import { hasPgbouncer, hasPostgres, newPostgresDatabase } from '../support/postgres-database.ts';
import { at, CARD } from './sample-rows.ts';

/** Six workers at one outbox. Proves: each row is delivered once, and the rows of a lane in their order. */

const WORKERS = 6;
const ROWS = 10_000;
const LANES = 2_500;
const LEASE = 60;
const AT_ONCE = 16;

const WAYS = [...(hasPostgres ? (['url'] as const) : []), ...(hasPgbouncer ? (['pooledUrl'] as const) : [])];

const opened: Database[] = [];
let drop: () => Promise<void>;
afterEach(async () => {
  for (const one of opened.splice(0)) await one.destroy();
  await drop();
});

/** Puts rows into the outbox as `stores.outbox.add` does, in one statement; the lanes take turns. */
async function fill(database: Database): Promise<void> {
  await sql`insert into outbox (id, case_id, lane, effect, created_at, ready_at)
    select 'row ' || n, 'K' || n % ${LANES}::int, 'cards/K' || n % ${LANES}::int, ${JSON.stringify(CARD)}, ${at(0)}, ${at(0)}
    from generate_series(1, ${ROWS}::int) n`.execute(database);
}

describe.each(WAYS)(`${WORKERS} workers and ${ROWS} rows, by %s`, (way) => {
  it('deliver each once, in the order of its lane, though one of them dies with rows in its hands', async () => {
    const made = await newPostgresDatabase();
    drop = made.drop;
    const open = async () => {
      const database = await openDatabase({ url: made[way] });
      opened.push(database);
      return database;
    };
    await fill(await open());
    const delivered: string[] = [];
    const lastOf = new Map<string, number>();
    const underWay = new Set<string>();
    const deliver = async (row: OutboxRow) => {
      // Whoever else had a row of this lane now would overtake.
      expect(underWay.has(row.lane)).toBe(false);
      underWay.add(row.lane);
      await new Promise(setImmediate);
      const number = Number(row.id.split(' ')[1]);
      expect(number).toBeGreaterThan(lastOf.get(row.lane) ?? 0);
      lastOf.set(row.lane, number);
      delivered.push(row.id);
      underWay.delete(row.lane);
    };
    /** Works until nothing is ready for it; one that dies keeps its third handful. */
    const work = async (name: string, seconds: number, dies: boolean) => {
      const queue = createOutboxQueue(await open());
      for (let handful = 1; ; handful++) {
        const rows = await queue.claim(name, at(seconds), at(seconds + LEASE), AT_ONCE);
        if (rows.length === 0 || (dies && handful === 3)) return;
        for (const row of rows) {
          await deliver(row);
          expect(await queue.done(row.id, name)).toBe(true);
        }
      }
    };
    const all = (seconds: number, dies: boolean) =>
      Promise.all(
        Array.from({ length: WORKERS }, (_, one) => work(`worker ${one}`, seconds, dies && one === 0)),
      );
    await all(0, true);
    // Those behind the rows of the dead wait with them; another takes them over once their lease has ended.
    expect(delivered.length).toBeLessThan(ROWS);
    await all(LEASE, false);
    expect(delivered).toHaveLength(ROWS);
    expect(new Set(delivered).size).toBe(ROWS);
  });
});

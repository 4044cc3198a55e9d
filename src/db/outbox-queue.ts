import { sql } from 'kysely';
import type { OutboxQueue, OutboxRow } from '../app/ports/outbox-queue.ts';
import type { Effect } from '../core/case/effects.ts';
import type { Database } from './open-database.ts';
import { CompiledQueries, query, Session } from './query.ts';
import type { DialectSql } from './store.ts';

interface Row {
  readonly id: string;
  readonly case_id: string;
  readonly lane: string;
  readonly effect: string;
  readonly created_at: string;
  readonly attempts: number;
}

function rowOf(row: Row): OutboxRow {
  return {
    id: row.id,
    about: row.case_id,
    lane: row.lane,
    effect: JSON.parse(row.effect) as Effect,
    createdAt: row.created_at,
    attempts: row.attempts,
  };
}

/** A row that is ready and that nobody has; it may still wait for an earlier one of its lane. */
const MAY_CLAIM = query((db, p: { now: string }) =>
  db
    .selectFrom('outbox')
    .select('sequence')
    .where('parked_at', 'is', null)
    .where('ready_at', '<=', p.now)
    .where((eb) => eb.or([eb('leased_until', 'is', null), eb('leased_until', '<=', p.now)]))
    .limit(1),
);

interface Claim {
  readonly worker: string;
  readonly now: string;
  readonly leasedUntil: string;
  readonly limit: number;
}

const claimIn = ({ skipLocked }: DialectSql) =>
  query(
    (_, p: Claim) => sql<Row & { sequence: number }>`
      with ready as materialized (
        select o.sequence from outbox o
        where o.parked_at is null and o.ready_at <= ${p.now} and (o.leased_until is null or o.leased_until <= ${p.now})
          and not exists (
            select 1 from outbox e where e.lane = o.lane and e.sequence < o.sequence and e.parked_at is null)
        order by o.ready_at, o.sequence limit ${p.limit} ${skipLocked})
      update outbox set leased_by = ${p.worker}, leased_until = ${p.leasedUntil}, attempts = attempts + 1
      where sequence in (select sequence from ready)
      returning sequence, id, case_id, lane, effect, created_at, attempts`,
  );
const DONE = query((db, p: { id: string; worker: string }) =>
  db.deleteFrom('outbox').where('id', '=', p.id).where('leased_by', '=', p.worker),
);

interface Retry {
  readonly id: string;
  readonly worker: string;
  readonly readyAt: string;
  readonly code: string;
}

const RETRY = query((db, p: Retry) =>
  db
    .updateTable('outbox')
    .set({ ready_at: p.readyAt, code: p.code, leased_by: null, leased_until: null })
    .where('id', '=', p.id)
    .where('leased_by', '=', p.worker),
);
/** The same, and the attempt that claiming counted is taken back. */
const PUT_BACK = query((db, p: Retry) =>
  db
    .updateTable('outbox')
    .set((row) => ({
      ready_at: p.readyAt,
      code: p.code,
      leased_by: null,
      leased_until: null,
      attempts: row('attempts', '-', 1),
    }))
    .where('id', '=', p.id)
    .where('leased_by', '=', p.worker),
);
const PARK = query((db, p: { id: string; worker: string; at: string; code: string }) =>
  db
    .updateTable('outbox')
    .set({ parked_at: p.at, code: p.code, leased_by: null, leased_until: null })
    .where('id', '=', p.id)
    .where('leased_by', '=', p.worker),
);

/**
 * The outbox as the worker sees it. A row is claimed only while no earlier row of its lane waits. Claiming is one statement
 * that leaves out rows which another worker is claiming: two workers over one store never hold the same row. Each statement
 * is a transaction of its own, and one round trip.
 */
export function createOutboxQueue(database: Database): OutboxQueue {
  const queries = new CompiledQueries();
  const [writing, reading] = [new Session(database, queries), new Session(database.reader, queries)];
  const claimRows = claimIn(database.sql);
  return {
    async claim(worker, now, leasedUntil, limit) {
      // Claiming takes the write lock, and is asked for twice a second: only where something may be ready.
      if (!(await reading.first(MAY_CLAIM, { now }))) return [];
      const claimed = await writing.all(claimRows, { worker, now, leasedUntil, limit });
      return claimed.toSorted((a, b) => a.sequence - b.sequence).map(rowOf);
    },
    done: async (id, worker) => (await writing.change(DONE, { id, worker })) === 1,
    async retry(id, worker, readyAt, code, tried = true) {
      await writing.change(tried ? RETRY : PUT_BACK, { id, worker, readyAt, code });
    },
    async park(id, worker, at, code) {
      await writing.change(PARK, { id, worker, at, code });
    },
    async parked(limit) {
      const rows = await database.read((db) =>
        db
          .selectFrom('outbox')
          .selectAll()
          .where('parked_at', 'is not', null)
          .orderBy('sequence')
          .limit(limit)
          .execute(),
      );
      return rows.map((row) => ({ ...rowOf(row), parkedAt: row.parked_at ?? '', code: row.code ?? '' }));
    },
    async ahead(instant) {
      const rows = await database
        .selectFrom('outbox')
        .select(['id', 'effect', 'ready_at', 'leased_until'])
        .where('parked_at', 'is', null)
        .where((row) => row.or([row('ready_at', '>', instant), row('leased_until', '>', instant)]))
        .execute();
      return rows.map((row) => ({
        id: row.id,
        effect: JSON.parse(row.effect) as Effect,
        readyAt: row.ready_at,
        leasedUntil: row.leased_until,
      }));
    },
    async bringBack(row, readyAt) {
      await database
        .updateTable('outbox')
        .set({ ready_at: readyAt, leased_by: null, leased_until: null })
        .where('id', '=', row.id)
        .where('ready_at', '=', row.readyAt)
        .where('leased_until', row.leasedUntil === null ? 'is' : '=', row.leasedUntil)
        .execute();
    },
    async figures(now) {
      const figures = sql<{ waiting: number; parked: number; oldest: string | null }>`
        select count(*) filter (where parked_at is null) as waiting, count(*) filter (where parked_at is not null) as parked,
          min(case when parked_at is null and ready_at <= ${now} then ready_at end) as oldest
        from outbox`;
      const row = await database.read((db) => figures.execute(db));
      const found = row.rows[0];
      return {
        waiting: Number(found?.waiting ?? 0),
        parked: Number(found?.parked ?? 0),
        oldest: found?.oldest ?? null,
      };
    },
  };
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Case } from '../../src/core/case/case.ts';
import { isActive } from '../../src/core/case/derived.ts';
import type { HistoryEntry } from '../../src/core/case/events.ts';
import { parseOrganisation } from '../../src/core/organisation.ts';
import { runWith } from '../cli/cli-world.ts';
import { isOnPostgres } from '../support/test-store.ts';
import { channelOf, chatOf } from './loop-world.ts';
import { type Month, simulateMonth } from './month.ts';
import { figuresOf } from './month-book.ts';
import { membersOf } from './month-people.ts';

/**
 * A simulated month: 19 offices and their Erhvervshus, 5,000 cases, and the CRM, Teams and the process away for a while.
 */

/** A figure as the command line gives it. */
interface Reported {
  readonly id: string;
  readonly numerator: number;
  readonly denominator: number | null;
  readonly split: { readonly organisation?: string } | null;
}

/** A tenth of them on PostgreSQL: the rules are the same, and what differs shows in the first hundred. */
const CASES = isOnPostgres() ? 500 : 5_000;
let month: Month;
let cases: ReadonlyMap<string, Case>;
const history = new Map<string, readonly HistoryEntry[]>();

beforeAll(async () => {
  month = await simulateMonth(CASES);
  cases = new Map((await month.world.cases()).map((kase) => [kase.id, kase]));
  await month.world.unitOfWork.run(async (stores) => {
    for (const id of cases.keys()) history.set(id, await stores.history.of(id));
  });
}, 1_200_000);
afterAll(() => month.world.close());

/** When the worker first was there after an instant. */
function workedAfter(instant: string): string {
  let low = 0;
  let high = month.worked.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((month.worked[middle] ?? '') < instant) low = middle + 1;
    else high = middle;
  }
  return month.worked[low] ?? '';
}

/** The promises that nobody kept in time, as the people's own book has it, and when the worker must have seen it. */
function broken() {
  return [...month.book.values()].flatMap((note) =>
    note.promises.flatMap((promise) => {
      const { dueAt, answeredAt, endedAt } = promise;
      // A millisecond after it fell due.
      const seenAt = workedAfter(`${dueAt.slice(0, -2)}1Z`);
      const over = answeredAt ?? endedAt;
      return seenAt !== '' && (over === null || over >= seenAt) ? [{ note, promise, seenAt }] : [];
    }),
  );
}

describe('a month with outages of CRM, Teams and the process', () => {
  it('leaves every case that was logged with an owner or closed, once, whatever was away or came twice', () => {
    expect(month.book.size).toBe(CASES);
    expect([...cases.keys()].sort()).toEqual([...month.book.keys()].sort());
    const ownerless = [...cases.values()].filter(({ owner }) => parseOrganisation(owner) !== owner);
    expect(ownerless).toEqual([]);
    // No offer lies unanswered for ever: it was answered, or it has expired.
    const statuses = Map.groupBy(cases.values(), ({ status }) => status);
    expect(statuses.get('offered') ?? []).toEqual([]);
    expect(statuses.get('closed')?.length).toBeGreaterThan(CASES / 2);
    for (const [id, { status, owner }] of cases) {
      const note = month.book.get(id);
      // Only the clock changes what people last saw: an offer of theirs that expired.
      if (note && note.status !== 'offered')
        expect([id, status, owner]).toEqual([id, note.status, note.owner]);
    }
    expect(month.totals.repeated).toBeGreaterThan(CASES / 20);
  });

  it('brings every case to the CRM as it is, once that is back (outage of 2 hours)', async () => {
    for (const kase of cases.values()) {
      const record = await month.world.crm.findByCase(kase.id);
      expect([kase.id, record?.owner, record?.status]).toEqual([kase.id, kase.owner, kase.status]);
    }
  });

  it('has nothing left to deliver but what nobody can tell of (outage of Teams, process crash)', async () => {
    expect(await month.world.waiting()).toEqual([]);
    const parked = await month.world.queue.parked(100);
    expect(parked.filter(({ code }) => code !== 'uncertain')).toEqual([]);
    expect(month.uncertain).toBeGreaterThan(0);
    expect(parked.length).toBeLessThanOrEqual(month.uncertain);
    expect(month.world.worker.repaired().owner).toBe(0);
  });

  it('breaks exactly the promises that the people broke by their own book, and escalates each once', () => {
    const late = broken();
    expect(late.length).toBeGreaterThan(CASES / 25);
    const escalated = [...history].flatMap(([id, entries]) =>
      entries.flatMap(({ event, at }) => (event === 'promise-broken' ? [`${id} ${at}`] : [])),
    );
    expect(escalated.sort()).toEqual(late.map(({ note, seenAt }) => `${note.id} ${seenAt}`).sort());
    for (const [id, { promise }] of cases) {
      const last = month.book.get(id)?.promises.at(-1);
      if (!last || last.endedAt !== null) continue;
      expect([id, promise.broken]).toEqual([id, (last.answeredAt ?? month.now) > last.dueAt]);
      expect(promise).toMatchObject({ dueAt: last.dueAt, answeredAt: last.answeredAt });
    }
  });

  it('tells the owner and its coordinators of each broken promise once, through outages and repeats', () => {
    const told = [...month.arrived].filter(([key]) => key.includes(' promise-broken '));
    const times = new Map<string, number>();
    for (const { note } of broken()) times.set(note.id, (times.get(note.id) ?? 0) + 1);
    for (const [key, count] of told) {
      const [id = ''] = key.split(' ');
      expect([key, count <= (times.get(id) ?? 0)]).toEqual([key, true]);
    }
    // Those that were answered before an office opened need not be told.
    const long = broken().filter(
      ({ note, promise: { answeredAt, endedAt }, seenAt }) =>
        Date.parse(answeredAt ?? endedAt ?? month.now) - Date.parse(seenAt) > 96 * 3_600_000 &&
        note.promises.length === 1,
    );
    expect(long.length).toBeGreaterThan(CASES / 100);
    for (const { note, seenAt } of long) {
      const owner = history.get(note.id)?.findLast(({ at }) => at <= seenAt)?.owner;
      const organisation = parseOrganisation(owner ?? '');
      if (!organisation) throw new Error('no owner');
      const places = [
        channelOf(organisation).id,
        ...membersOf(organisation, 'coordinator').map(({ id }) => chatOf(id).id),
      ];
      for (const place of places) {
        const count = month.arrived.get(`${note.id} promise-broken ${place}`);
        expect([note.id, place, count]).toEqual([note.id, place, 1]);
      }
    }
  });

  it('reports the indicators that the people counted in their own book', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'indgang-month-'));
    try {
      if (isOnPostgres()) vi.stubEnv('DATABASE_URL', month.world.settings.DATABASE_URL);
      else await sql`vacuum into ${join(folder, 'indgang.db')}`.execute(month.world.database);
      vi.stubEnv('INDGANG_DATA', folder);
      const period = { from: '2026-03-08T23:00:00.000Z', to: '2026-03-31T22:00:00.000Z' };
      const dates = ['--from', '2026-03-09', '--to', '2026-03-31'];
      const house = 'ehm-midtjylland';
      for (const office of [undefined, 'les-751']) {
        const chosen = office === undefined ? [] : ['--organisation', office];
        const { out, errors, status } = await runWith(
          ['indicators', ...dates, ...chosen, '--json'],
          {},
          month.now,
        );
        expect([status, errors]).toEqual([0, []]);
        const { figures: reported } = JSON.parse(out.join('')) as { readonly figures: readonly Reported[] };
        const expected = figuresOf([...month.book.values()], period, month.now, house, office);
        const figures = Object.fromEntries(
          reported
            .filter(({ id, split }) => id in expected && (split === null || split.organisation === house))
            .map(({ id, numerator, denominator }) => [id, [numerator, denominator]]),
        );
        expect(figures).toEqual(expected);
        // Something of everything, or the figures would prove little.
        if (office === undefined) expect(Object.values(figures).filter(([count]) => count === 0)).toEqual([]);
      }
    } finally {
      vi.unstubAllEnvs();
      await rm(folder, { recursive: true });
    }
  });

  it('leaves some cases running, answered or not', () => {
    const running = [...cases.values()].filter(isActive);
    expect(running.some(({ promise }) => promise.answeredAt === null)).toBe(true);
    expect(running.some(({ promise }) => promise.answeredAt !== null)).toBe(true);
  });
});

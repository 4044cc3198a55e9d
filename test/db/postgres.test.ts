import { sql } from 'kysely';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { UnitOfWork } from '../../src/app/ports/unit-of-work.ts';
import { LISTENER, listenForOutbox } from '../../src/db/listen-for-outbox.ts';
import { type Database, openDatabase } from '../../src/db/open-database.ts';
import { createOutboxQueue } from '../../src/db/outbox-queue.ts';
import { createUnitOfWork } from '../../src/db/unit-of-work.ts';
import { brokenBy, LATER_CHANGE } from '../support/later-version.ts';
import { hasPostgres, newPostgresDatabase, type PostgresDatabase } from '../support/postgres-database.ts';
import { at, CARD, caseOf } from './sample-rows.ts';

/** What only PostgreSQL can do to a store: several servers' worth of writers, connections that end, another's order of letters. */

let made: PostgresDatabase;
let opened: Database[];

async function open(url = made.url): Promise<Database> {
  const database = await openDatabase({ url });
  opened.push(database);
  return database;
}
/** A process of its own over the same database, as far as the stores can tell. */
async function replica(): Promise<UnitOfWork> {
  let named = 0;
  const prefix = `replica ${opened.length}`;
  return createUnitOfWork(await open(), () => `${prefix} row ${++named}`);
}
async function asAdministrator<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: made.url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
/** What a promise is kept for until it is told. */
function gate(): { readonly opens: Promise<void>; open(): void } {
  let release = () => {};
  const opens = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { opens, open: () => release() };
}

describe.runIf(hasPostgres)('a store in PostgreSQL', () => {
  beforeEach(async () => {
    made = await newPostgresDatabase();
    opened = [];
  });
  afterEach(async () => {
    for (const one of opened) await one.destroy();
    await made.drop();
  });

  describe('turns that write at once', () => {
    it('in two processes wait for each other, and neither loses', async () => {
      const replicas = [await replica(), await replica()];
      await replicas[0]?.run((stores) => stores.cases.insert(caseOf('K1'), null));
      const turns = Array.from({ length: 50 }, () =>
        replicas.map((one) =>
          one.run(async (stores) => {
            const kase = await stores.cases.get('K1');
            return kase && stores.cases.update({ ...kase, revision: kase.revision + 1 }, kase.revision, null);
          }),
        ),
      ).flat();
      expect(await Promise.all(turns)).toEqual(turns.map(() => true));
      expect(await replicas[0]?.read((stores) => stores.cases.get('K1'))).toMatchObject({ revision: 101 });
    });

    it('fail with a fault of their own while somebody keeps the lock for too long, and the next one succeeds', async () => {
      const [keeper, waiter] = [await replica(), await replica()];
      const [begun, released] = [gate(), gate()];
      const keeping = keeper.run(async (stores) => {
        await stores.cases.insert(caseOf('K1'), null);
        begun.open();
        await released.opens;
      });
      await begun.opens;
      await expect(waiter.run((stores) => stores.cases.insert(caseOf('K2'), null))).rejects.toMatchObject({
        name: 'StoreError',
        code: 'busy',
      });
      released.open();
      await keeping;
      await waiter.run((stores) => stores.cases.insert(caseOf('K3'), null));
      const kept = await waiter.read((stores) => stores.cases.page('', 9));
      expect(kept.map(({ id }) => id)).toEqual(['K1', 'K3']);
    });

    it('get the lock of a process that has stopped in the middle of a transaction', async () => {
      const [keeper, waiter] = [await replica(), await replica()];
      const begun = gate();
      const stopped = gate();
      const keeping = keeper.run(async (stores) => {
        await stores.cases.insert(caseOf('K1'), null);
        begun.open();
        await stopped.opens;
        await stores.cases.insert(caseOf('K2'), null);
      });
      keeping.catch(() => undefined);
      await begun.opens;
      // The first of these may be refused: the server takes the lock back after five seconds, a writer waits for three.
      for (let tries = 0; tries < 20; tries++) {
        const done = await waiter
          .run((stores) => stores.cases.insert(caseOf('K3'), null))
          .then(
            () => true,
            () => false,
          );
        if (done) break;
      }
      stopped.open();
      await expect(keeping).rejects.toMatchObject({ name: 'StoreError', code: 'away' });
      expect((await waiter.read((stores) => stores.cases.page('', 9))).map(({ id }) => id)).toEqual(['K3']);
      // Its process goes on with a new connection.
      await keeper.run((stores) => stores.cases.insert(caseOf('K4'), null));
    });
  });

  describe('reading', () => {
    it('goes on while another process writes and while this one does, and sees what stood before', async () => {
      const [writer, other] = [await replica(), await replica()];
      await writer.run((stores) => stores.cases.insert(caseOf('K1'), null));
      await writer.run(async (stores) => {
        await stores.cases.insert(caseOf('K2'), null);
        for (const reader of [writer, other])
          expect(await reader.read(({ cases }) => cases.page('', 9))).toHaveLength(1);
      });
      for (const reader of [writer, other])
        expect(await reader.read(({ cases }) => cases.page('', 9))).toHaveLength(2);
    });

    it('sees the store as it was when it first looked', async () => {
      const [writer, reader] = [await replica(), await replica()];
      await reader.read(async (stores) => {
        expect(await stores.cases.page('', 9)).toEqual([]);
        await writer.run((more) => more.cases.insert(caseOf('K1'), null));
        expect(await stores.cases.page('', 9)).toEqual([]);
      });
    });
  });

  it('goes on with new connections when the server ends every idle one', async () => {
    const [one, database] = [await replica(), await open()];
    const end = () =>
      asAdministrator((client) =>
        client.query(
          'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
        ),
      );
    for (let round = 0; round < 5; round++) {
      await one.run((stores) => stores.cases.insert(caseOf(`K${round}`), null));
      await database.read((db) => sql`select 1`.execute(db));
      await end();
    }
    expect(await one.read((stores) => stores.cases.page('', 9))).toHaveLength(5);
    expect(await createOutboxQueue(database).claim('w', at(0), at(60), 9)).toEqual([]);
  });

  it('orders ids as SQLite does, whatever language the database is of', async () => {
    const danish = await newPostgresDatabase(
      "template template0 locale_provider icu icu_locale 'da' locale 'C.UTF-8'",
    );
    const sqlite = await openDatabase({ path: ':memory:' });
    opened.push(sqlite);
    const ids = [
      'å1',
      'Å1',
      'aa',
      'M10',
      'M-10',
      'm-2',
      'z',
      'A',
      'a',
      'æ',
      'ø',
      '_',
      '9',
      '10',
      'K 1',
      'K1',
    ];
    const ordered = async (database: Database) => {
      const work = createUnitOfWork(database, () => 'row');
      await work.run(async (stores) => {
        for (const id of ids) {
          await stores.cases.insert(caseOf(id), at(0));
          await stores.people.save({
            id,
            name: id,
            identities: [`teams:t:${id}`],
            memberships: [{ organisation: 'les-791', roles: ['coordinator'] }],
          });
          await stores.people.saveAddress(`teams:t:${id}`, `29:${id}`);
        }
      });
      return work.read(async (stores) => {
        const pages: string[] = [];
        for (let after: string | undefined = ''; after !== undefined; ) {
          const from: string = after;
          const page = await stores.cases.page(from, 3);
          pages.push(...page.map(({ id }) => id));
          after = page.at(-1)?.id;
        }
        return {
          pages,
          people: (await stores.people.membersOf('les-791')).map(({ id }) => id),
          addresses: (await stores.people.addressesOf('les-791', 'teams', 99)).toSorted(),
          unseen: (await stores.cases.unseen('M', 9)).found.map(({ caseId }) => caseId),
        };
      });
    };
    const other = await open(danish.url);
    const { rows } = await sql<{ first: boolean }>`select 'a' < 'B' as first`.execute(other);
    // The database itself would put a before B.
    expect(rows).toEqual([{ first: true }]);
    expect(await ordered(other)).toEqual(await ordered(sqlite));
    await other.destroy();
    opened.splice(opened.indexOf(other), 1);
    await danish.drop();
  });

  describe('its schema', () => {
    it('is made once, whoever starts at once', async () => {
      const empty = await newPostgresDatabase('template template0');
      const stores = await Promise.all(Array.from({ length: 4 }, () => openDatabase({ url: empty.url })));
      const [first] = stores;
      if (!first) throw new Error('none was opened');
      const noted = await sql<{ name: string }>`select name from kysely_migration`.execute(first);
      const again = await openDatabase({ url: made.url });
      const known = await sql<{ name: string }>`select name from kysely_migration`.execute(again);
      expect(noted.rows.map(({ name }) => name).sort()).toEqual(known.rows.map(({ name }) => name).sort());
      for (const one of [...stores, again]) await one.destroy();
      await empty.drop();
    });

    it('of a later version is refused, in one line that names the database and not the password', async () => {
      await sql.raw(brokenBy()).execute(await open());
      const address = new URL(made.url);
      address.password = 'hemmeligt';
      const opening = openDatabase({ url: address.href });
      await expect(opening).rejects.toMatchObject({ name: 'StoreError', code: 'newer' });
      await expect(opening).rejects.toThrow(
        new RegExp(`^PostgreSQL at 127.0.0.1:\\d+/\\w+: [^\\n]*${LATER_CHANGE}[^\\n]*$`),
      );
      await expect(opening).rejects.not.toThrow('hemmeligt');
    });
  });

  describe('a row of the outbox', () => {
    it('wakes whoever listens once it can be seen, and nobody where the turn failed', async () => {
      const one = await replica();
      const queue = createOutboxQueue(await open());
      const seen: number[] = [];
      let heard = () => {};
      const hear = () =>
        new Promise<void>((resolve) => {
          heard = resolve;
        });
      const listening = hear();
      const stop = listenForOutbox(made.url, () => heard());
      // Once it listens it says so, for what may have come before.
      await listening;
      const failing = one.run(async (stores) => {
        await stores.outbox.add('K1', [CARD], at(0));
        throw new Error('late');
      });
      await expect(failing).rejects.toThrow('late');
      for (let round = 0; round < 3; round++) {
        const next = hear();
        await one.run((stores) => stores.outbox.add(`K${round}`, [CARD], at(0)));
        await next;
        seen.push((await queue.claim('w', at(0), at(60), 9)).length);
      }
      expect(seen).toEqual([1, 1, 1]);
      await stop();
    });

    it('is heard of again after the server has ended the connection that listens', async () => {
      const one = await replica();
      let heard = () => {};
      const hear = () =>
        new Promise<void>((resolve) => {
          heard = resolve;
        });
      const listening = hear();
      const stop = listenForOutbox(made.url, () => heard());
      await listening;
      const again = hear();
      await asAdministrator((client) =>
        client.query(
          'select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1 and datname = current_database()',
          [LISTENER],
        ),
      );
      await again;
      const next = hear();
      await one.run((stores) => stores.outbox.add('K1', [CARD], at(0)));
      await next;
      await stop();
    });
  });
});

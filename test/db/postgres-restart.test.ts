import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../src/db/open-database.ts';
import { StoreError } from '../../src/db/store-error.ts';
import { createUnitOfWork } from '../../src/db/unit-of-work.ts';
import { databaseUrl, onServer, type PostgresServer, startPostgres } from '../support/postgres.ts';
import { hasPostgres } from '../support/postgres-database.ts';
import { caseOf, entryOf } from './sample-rows.ts';

/** A server that ends at once in the middle of transactions and comes back. Proves: nothing acknowledged is lost or halved. */

const WRITERS = 4;
const RESTARTS = 2;
/** Cases that each writer puts in before, between and after the restarts. */
const BETWEEN = 15;

describe.runIf(hasPostgres)(`a server that is restarted ${RESTARTS} times`, () => {
  let server: PostgresServer;
  let url: string;
  const opened: Database[] = [];
  beforeAll(async () => {
    const started = await startPostgres();
    if (!started) throw new Error('There is no PostgreSQL to start');
    server = started;
    await onServer(server.url, 'create database restarted');
    url = databaseUrl(server.url, 'restarted');
  });
  afterAll(async () => {
    for (const one of opened) await one.destroy();
    server?.stop();
  });

  it('keeps what it acknowledged, whole, and serves the same processes again', async () => {
    const acknowledged: string[] = [];
    const faults: unknown[] = [];
    let restarts = 0;
    const write = async (writer: number) => {
      const database = await openDatabase({ url });
      opened.push(database);
      const work = createUnitOfWork(database, () => 'row');
      for (let made = 0, since = 0; restarts < RESTARTS || since < BETWEEN; made++) {
        const before = restarts;
        const id = `K${writer} ${String(made).padStart(6, '0')}`;
        try {
          await work.run(async (stores) => {
            await stores.cases.insert(caseOf(id), null);
            await stores.history.append([entryOf(id, 1), entryOf(id, 2)]);
          });
          acknowledged.push(id);
          since++;
        } catch (error) {
          faults.push(error);
        }
        if (restarts !== before) since = 0;
      }
    };
    const writing = Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
    for (let one = 1; one <= RESTARTS; one++) {
      const before = acknowledged.length;
      while (acknowledged.length < before + WRITERS * BETWEEN) await new Promise((go) => setTimeout(go, 5));
      server.restart();
      restarts = one;
    }
    await writing;

    const [database] = opened;
    if (!database) throw new Error('nothing was opened');
    const kept = await createUnitOfWork(database, () => 'row').read(async (stores) => {
      const cases = await stores.cases.page('', 1_000_000);
      const lines = [];
      for (const { id } of cases) lines.push((await stores.history.of(id)).length);
      return { ids: cases.map(({ id }) => id), lines };
    });
    expect(kept.ids).toEqual(expect.arrayContaining(acknowledged));
    // A turn whose answer was lost may have been kept; nothing is there by half.
    expect(kept.ids.length).toBeLessThanOrEqual(acknowledged.length + faults.length);
    expect(new Set(kept.lines)).toEqual(new Set([2]));
    // Those that were under way were refused as what they were; whoever came later waited for the server.
    expect(faults.length).toBeLessThanOrEqual(RESTARTS * WRITERS);
    for (const fault of faults) expect(fault).toMatchObject({ name: StoreError.name, code: 'away' });
  });
});

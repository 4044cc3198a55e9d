import { copyFileSync, mkdtempSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/db/open-database.ts';
import { heartbeatAt, probeStore } from '../../src/db/readiness.ts';
import type { Schema } from '../../src/db/schema.ts';
import { SqliteStore } from '../../src/db/sqlite.ts';
import { addedTo, brokenBy } from '../support/later-version.ts';
import { chatOf, openTeamsWorld, type TeamsWorld } from './teams-world.ts';

/** What `/readyz` says while something happens to the files under a running service. */

let folder: string;
let world: TeamsWorld;
let path: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'indgang-ready-'));
  path = join(folder, 'indgang.db');
  world = await openTeamsWorld({}, { data: folder });
  await world.say('anna-holm', chatOf('anna-holm'), 'ny');
  expect(await ready()).toEqual([200, { status: 'ready' }]);
});
afterEach(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

async function ready(): Promise<[number, unknown]> {
  const response = await fetch(`${world.base}/readyz`);
  return [response.status, await response.json()];
}
const notReady = (...failed: string[]) => [503, { status: 'not ready', failed }];
/** What somebody writes now would be gone with the file: they are told that it is not kept. */
async function expectRefused(): Promise<void> {
  const [answer] = await world.say('anna-holm', chatOf('anna-holm'), 'log Kagehuset i Viborg vil bygge om');
  expect(JSON.stringify(answer?.card)).toContain('ikke gemt');
}
const said = () =>
  world.logged.filter((line) => line.includes('"readiness"')).map((line) => JSON.parse(line));

describe('a service whose store', () => {
  it('was deleted is not ready', async () => {
    rmSync(path);
    expect(await ready()).toEqual(notReady('store-file'));
    await expectRefused();
  });

  it('was replaced by another file is not ready', async () => {
    copyFileSync(path, `${path}.copy`);
    renameSync(`${path}.copy`, path);
    expect(await ready()).toEqual(notReady('store-file'));
    await expectRefused();
  });

  it('has lost its write-ahead log is not ready', async () => {
    rmSync(`${path}-wal`);
    expect((await ready())[1]).toMatchObject({ failed: expect.arrayContaining(['store-file']) });
  });

  it('was overwritten is not ready', async () => {
    const other = new DatabaseSync(path);
    other.exec('pragma wal_checkpoint(truncate)');
    other.close();
    writeFileSync(path, 'Ring til Hansen VVS. '.repeat(5_000), { flag: 'r+' });
    expect((await ready())[1]).toMatchObject({ failed: expect.arrayContaining(['store-integrity']) });
  });

  it('cannot be read still gives the figures of the process', async () => {
    const figures = async () => (await fetch(`${world.base}/metrics`)).text();
    expect(await figures()).toMatch(/^indgang_outbox_rows\{/m);
    const other = new DatabaseSync(path);
    other.exec('drop table outbox');
    other.close();
    expect(await figures()).toMatch(/^process_cpu_seconds_total /m);
    expect(await figures()).not.toMatch(/^indgang_outbox_rows\{/m);
  });

  it('was emptied is not ready', async () => {
    const other = new DatabaseSync(path);
    other.exec('pragma wal_checkpoint(truncate)');
    other.close();
    truncateSync(path, 0);
    expect((await ready())[0]).toBe(503);
  });

  it('is kept locked by somebody is not ready until it is released', async () => {
    const other = new DatabaseSync(path);
    other.exec('begin immediate');
    expect(await ready()).toEqual(notReady('store-busy'));
    other.exec('rollback');
    other.close();
    expect(await ready()).toEqual([200, { status: 'ready' }]);
  });

  it('a later version has changed meanwhile is not ready', async () => {
    const other = new DatabaseSync(path);
    other.exec(brokenBy());
    other.close();
    expect(await ready()).toEqual(notReady('store-schema'));
  });

  it('a later version has only added to is ready: the two work side by side while they change over', async () => {
    const other = new DatabaseSync(path);
    other.exec(addedTo());
    other.close();
    expect(await ready()).toEqual([200, { status: 'ready' }]);
  });

  it('is not ready says so in the log once, and once more when it is again', async () => {
    const other = new DatabaseSync(path);
    other.exec(brokenBy());
    await ready();
    await ready();
    other.exec("delete from kysely_migration where name = '2031-01-01-surveys'");
    other.close();
    await ready();
    await ready();
    expect(said()).toEqual([
      { event: 'readiness', state: 'not ready', failed: 'store-schema', degraded: '' },
      { event: 'readiness', state: 'ready', failed: '', degraded: '' },
    ]);
  });
});

it('a service whose embedded CRM lost its file serves on, and says so', async () => {
  rmSync(join(folder, 'embedded-crm.db'));
  expect(await ready()).toEqual([200, { status: 'ready', degraded: ['crm-file'] }]);
});

describe('a full disk', () => {
  it('is told by the write that fails', async () => {
    const store = await openDatabase({ path: join(folder, 'full.db') });
    await sql`pragma max_page_count = 1`.execute(store);
    const probe = (name: string) =>
      probeStore({
        store,
        heartbeat: sql`insert into heartbeats (name, at) values (${name}, '2026')`,
        schemaIsKnown: async () => true,
      });
    expect(await probe('a'.repeat(100_000))).toEqual(['disk-full']);
    await store.destroy();
  });

  it('is told while the last writes still go through', async () => {
    await (await openDatabase({ path: join(folder, 'full.db') })).destroy();
    const freeBytes = () => 1_000_000;
    const store = new SqliteStore<Schema>(join(folder, 'full.db'), undefined, freeBytes);
    const heartbeat = heartbeatAt('2026-11-20T09:00:00Z');
    expect(await probeStore({ store, heartbeat, schemaIsKnown: async () => true })).toEqual(['disk-full']);
    await store.destroy();
  });
});

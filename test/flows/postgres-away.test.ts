import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { environmentAt } from '../support/clock.ts';
import { databaseUrl, freePort, onServer, type PostgresServer, startPostgres } from '../support/postgres.ts';
import { hasPostgres } from '../support/postgres-database.ts';

/** How the service starts where its database cannot be used: one line, no stack, and no password. */

const ROOT = join(import.meta.dirname, '../..');
const PASSWORD = 'hemmeligt-kodeord';

describe.runIf(hasPostgres)('the service does not start, and says why in one line', () => {
  let server: PostgresServer;
  let folder: string;
  beforeAll(async () => {
    const started = await startPostgres();
    if (!started) throw new Error('There is no PostgreSQL to start');
    server = started;
    folder = mkdtempSync(join(tmpdir(), 'indgang-away-'));
    // One user must show a password; the others are let in.
    await onServer(server.url, `create role guarded login password '${PASSWORD}x'`);
    await onServer(
      server.url,
      `do $$ begin execute format('copy (values (%L), (%L)) to %L',
        'host all guarded all scram-sha-256', 'host all all all trust', current_setting('hba_file')); end $$`,
    );
    await onServer(server.url, 'select pg_reload_conf()');
  });
  afterAll(() => {
    server?.stop();
    rmSync(folder, { recursive: true });
  });

  /** Starts it on a database; its exit status and all that it says. */
  async function run(url: string) {
    const child = spawn(process.execPath, [join(ROOT, 'src/main.ts')], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        PORT: '0',
        INDGANG_DATA: join(folder, 'data'),
        MICROSOFT_APP_ID: '',
        DATABASE_URL: url,
        ...environmentAt('2026-11-20T09:00:00Z'),
      },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (said += data));
    const [status] = await once(child, 'close');
    return { status, said };
  }
  function urlWith(change: (address: URL) => void): string {
    const address = new URL(databaseUrl(server.url, 'postgres'));
    address.username = 'guarded';
    address.password = PASSWORD;
    change(address);
    return address.href;
  }

  it('where the password is wrong', async () => {
    expect(await run(urlWith(() => {}))).toEqual({
      status: 2,
      said: `indgang: PostgreSQL at 127.0.0.1:${server.port}/postgres: DATABASE_URL is not let in, or names a database that is not there\n`,
    });
  });

  it('where there is no such database', async () => {
    const nowhere = urlWith((address) => {
      address.username = 'postgres';
      address.pathname = '/nowhere';
    });
    expect(await run(nowhere)).toEqual({
      status: 2,
      said: `indgang: PostgreSQL at 127.0.0.1:${server.port}/nowhere: DATABASE_URL is not let in, or names a database that is not there\n`,
    });
  });

  it('where nobody answers at the port', async () => {
    const port = await freePort();
    const closed = urlWith((address) => {
      address.port = String(port);
    });
    expect(await run(closed)).toEqual({
      status: 1,
      said: `indgang: PostgreSQL at 127.0.0.1:${port}/postgres: the database does not answer\n`,
    });
  });

  it('where there is no such host', async () => {
    const { status, said } = await run(
      urlWith((address) => {
        address.hostname = 'database.invalid';
      }),
    );
    // A machine without a name server cannot tell whether the host is there.
    expect([1, 2]).toContain(status);
    expect(said).toMatch(
      /^indgang: PostgreSQL at database\.invalid:\d+\/postgres: (DATABASE_URL names a host that is not there|the database does not answer)\n$/,
    );
  });

  it('where the user may not write there', async () => {
    await onServer(server.url, `create role reader login`);
    await onServer(server.url, 'create database readable');
    const readable = databaseUrl(server.url, 'readable');
    // Nobody but its owner may make tables in it.
    const said = await run(readable.replace('postgres@', 'reader@'));
    expect(said.status).toBe(1);
    expect(said.said).toMatch(
      /^indgang: PostgreSQL at [^\n]+\/readable: the database cannot be written to\n$/,
    );
  });
});

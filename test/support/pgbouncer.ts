import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { freePort, ownTime, serverUser } from './postgres.ts';

/** A pgbouncer that lends the connections of a PostgreSQL server by the transaction, as clouds put it in between. */
export interface Pgbouncer {
  /** Address of the server's maintenance database through it; other databases are reached beside it. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Debian keeps it where ordinary paths do not look. */
const PATH = `${process.env.PATH}:/usr/sbin`;

/** Whether there is one on this machine. */
export function mayHavePgbouncer(): boolean {
  return spawnSync('pgbouncer', ['--version'], { env: { ...process.env, PATH } }).status === 0;
}

/** Starts one in front of the server at `url`. */
export async function startPgbouncer(url: string): Promise<Pgbouncer> {
  const { hostname, port: serverPort } = new URL(url);
  const folder = mkdtempSync(join(tmpdir(), 'indgang-pgbouncer-'));
  const port = await freePort();
  const users = join(folder, 'users');
  writeFileSync(users, '"postgres" ""\n');
  const config = join(folder, 'pgbouncer.ini');
  writeFileSync(
    config,
    `[databases]
* = host=${hostname} port=${serverPort}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = trust
auth_file = ${users}
pool_mode = transaction
default_pool_size = 10
max_client_conn = 1000
; A server that restarts is asked again after a second, not after fifteen.
server_login_retry = 1
`,
  );
  const owner = serverUser();
  if (owner) {
    chmodSync(folder, 0o755);
    for (const path of [folder, users, config]) chownSync(path, owner.uid, owner.gid);
  }
  const child: ChildProcess = spawn('pgbouncer', ['--quiet', config], {
    ...owner,
    cwd: folder,
    stdio: 'ignore',
    env: { ...ownTime(), PATH },
  });
  const gone = once(child, 'exit');
  const address = new URL(url);
  address.port = String(port);
  for (let tries = 0; !(await answers(address.href)); tries++) {
    if (tries === 600 || child.exitCode !== null) throw new Error('pgbouncer does not answer');
    await sleep(50);
  }
  return {
    url: address.href,
    async stop() {
      child.kill('SIGKILL');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

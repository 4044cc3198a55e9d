import { statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type RawBuilder, sql } from 'kysely';
import type { SqliteStore } from './sqlite.ts';
import { SQLITE, StoreError, sqliteCode } from './store-error.ts';

/**
 * What can be wrong with a store. `file`: another file stands at its path than the one that is open; `disk-full`: there
 * is no room to write; `write`: no row can be written; `busy`: somebody keeps the lock; `integrity`: a table cannot be
 * read from disk, or something was damaged that was read or written since the start; `schema`: its changes are not those
 * of this version.
 */
const STORE_CHECKS = ['file', 'disk-full', 'write', 'busy', 'integrity', 'schema'] as const;
export type StoreCheck = (typeof STORE_CHECKS)[number];

/** Bytes that must be free: a case is a few kilobytes, and SQLite's log grows to some megabytes before it is put back. */
const ROOM = 16 * 1024 * 1024;

export interface ProbeOptions<Tables> {
  readonly store: SqliteStore<Tables>;
  /** Writes the row that is tried. */
  readonly heartbeat: RawBuilder<unknown>;
  /** Whether the schema is what this version knows. */
  readonly schemaIsKnown: () => Promise<boolean>;
  /** Bytes that are free where the file is. */
  readonly freeBytes?: (folder: string) => number;
}

/** Tries a store; resolves with the checks that failed, never rejects. It takes a few milliseconds. */
export async function probeStore<Tables>({
  store,
  heartbeat,
  schemaIsKnown,
  freeBytes = freeIn,
}: ProbeOptions<Tables>): Promise<readonly StoreCheck[]> {
  const failed = new Set<StoreCheck>();
  const isFile = store.file !== null;
  if (isFile && store.isReplaced()) failed.add('file');
  if (isFile && !hasRoom(dirname(store.path), freeBytes)) failed.add('disk-full');
  if (store.damaged || (isFile && !canBeRead(store.path))) failed.add('integrity');
  try {
    await heartbeat.execute(store);
  } catch (error) {
    failed.add(checkOf(error));
  }
  try {
    if (!(await schemaIsKnown())) failed.add('schema');
  } catch {
    failed.add('integrity');
  }
  return STORE_CHECKS.filter((check) => failed.has(check));
}

function checkOf(error: unknown): StoreCheck {
  if (error instanceof StoreError && error.code === 'busy') return 'busy';
  switch (sqliteCode(error)) {
    case SQLITE.full:
      return 'disk-full';
    case SQLITE.corrupt:
    case SQLITE.notADatabase:
      return 'integrity';
    default:
      return 'write';
  }
}

function freeIn(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

function hasRoom(folder: string, freeBytes: (folder: string) => number): boolean {
  try {
    return freeBytes(folder) >= ROOM;
  } catch {
    // The folder is gone: that is the file's check.
    return true;
  }
}

/**
 * Whether the header and the first page of every table can be read from the file as it is on disk now; the open
 * connections may read from memory what is no longer there. A full check takes minutes on a big store: `indgang store
 * check` does it. Only through SQLite: closing the file in any other way would give up this process's locks on it.
 */
function canBeRead(path: string): boolean {
  let file: DatabaseSync | undefined;
  try {
    statSync(path);
    file = new DatabaseSync(path, { readOnly: true });
    file.exec('pragma busy_timeout = 25');
    const tables = file.prepare("select name from sqlite_master where type = 'table'").all();
    for (const { name } of tables) file.prepare(`select * from "${name}" limit 1`).get();
    return true;
  } catch (error) {
    // A missing file is the file's check, and a lock says nothing about what is in it.
    const code = sqliteCode(error);
    return code !== SQLITE.corrupt && code !== SQLITE.notADatabase && code !== SQLITE.ioError;
  } finally {
    file?.close();
  }
}

/** The row that readiness writes into the case store. */
export function heartbeatAt(now: string): RawBuilder<unknown> {
  return sql`insert into heartbeats (name, at) values ('readiness', ${now})
    on conflict (name) do update set at = excluded.at`;
}

/** What stands in the way of serving, and what is missing but does not; by name. */
export interface Readiness {
  readonly failed: readonly string[];
  readonly degraded: readonly string[];
}

/**
 * Asks `probe` for readiness: those who ask at the same time get one answer, and a change is logged once.
 */
export function watchReadiness(
  probe: () => Promise<Readiness>,
  log: (event: string, fields: Readonly<Record<string, string>>) => void,
): () => Promise<Readiness> {
  let asking: Promise<Readiness> | null = null;
  let said = '';
  const ask = async () => {
    const found = await probe();
    const state = JSON.stringify([found.failed, found.degraded]);
    if (state !== said && (said !== '' || found.failed.length + found.degraded.length > 0)) {
      log('readiness', {
        state: found.failed.length > 0 ? 'not ready' : 'ready',
        failed: found.failed.join(' '),
        degraded: found.degraded.join(' '),
      });
    }
    said = state;
    return found;
  };
  return () => {
    asking ??= ask().finally(() => {
      asking = null;
    });
    return asking;
  };
}

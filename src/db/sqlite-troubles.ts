import { statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { StoreCheck } from './store.ts';
import { SQLITE, StoreError, sqliteCode } from './store-error.ts';

/** Bytes that must be free: a case is a few kilobytes, and SQLite's log grows to some megabytes before it is put back. */
const ROOM = 16 * 1024 * 1024;

/** Bytes that are free where a folder is. */
export type FreeBytes = (folder: string) => number;

/** What is wrong with the file of a store, and with its disk. */
export function troublesOfFile(path: string, freeBytes: FreeBytes = freeIn): readonly StoreCheck[] {
  return [
    ...(hasRoom(dirname(path), freeBytes) ? [] : (['disk-full'] as const)),
    ...(canBeRead(path) ? [] : (['integrity'] as const)),
  ];
}

/** The check that an error of SQLite means has failed. */
export function checkOfSqlite(error: unknown): StoreCheck {
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

function hasRoom(folder: string, freeBytes: FreeBytes): boolean {
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

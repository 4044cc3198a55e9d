import { closeSync, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { makeFolder } from './private-files.ts';
import { SQLITE, StoreError, sqliteCode } from './store-error.ts';

/** Gives a lock back. */
export type Release = () => void;

/** Milliseconds that taking a lock waits for whoever has it. */
const WAIT_MS = 2_000;

/** Name of the file whose locks stand for the folder's. */
const LOCK_FILE = 'indgang.lock';

/**
 * Says that this process works with the stores of a folder, until it gives that back or ends, however it ends. Any number
 * of processes may. Throws `StoreError` `busy` while a restore has the folder, and
 * `folder` where there can be none.
 */
export function useFolder(folder: string): Release {
  return lock(folder, 'shared', `${folder}: a backup is being restored here; try again when that is done`);
}

/**
 * Takes the folder for this process alone, to put other stores in it. Throws `StoreError` `busy` while anybody else works
 * with them, and `folder` where there can be none.
 */
export function takeFolder(folder: string): Release {
  return lock(
    folder,
    'exclusive',
    `${folder}: the service, or another command, works with this store; stop it first`,
  );
}

/**
 * The lock is SQLite's own, on a file in which nothing stands: the system takes it back when a process is killed, it is
 * kept also where the store itself is damaged or is being replaced, and it works wherever the store does.
 */
function lock(folder: string, kind: 'shared' | 'exclusive', busy: string): Release {
  const path = join(folder, LOCK_FILE);
  makeLock(folder, path);
  const file = new DatabaseSync(path);
  try {
    file.exec(`pragma busy_timeout = ${WAIT_MS}`);
    file.exec(kind === 'exclusive' ? 'begin exclusive' : 'begin');
    // A reading transaction takes its lock with its first statement.
    file.prepare('select count(*) from sqlite_master').all();
  } catch (error) {
    file.close();
    if (sqliteCode(error) === SQLITE.busy) throw new StoreError('busy', busy, { cause: error });
    throw new StoreError('unusable', `${path}: the file cannot be locked`, { cause: error });
  }
  return () => {
    if (file.isOpen) file.close();
  };
}

function makeLock(folder: string, path: string): void {
  try {
    makeFolder(folder);
    // SQLite would make it readable by everybody.
    if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600));
  } catch (error) {
    const full = error instanceof Error && 'code' in error && error.code === 'ENOSPC';
    throw full
      ? new StoreError('unusable', `${folder}: there is no room on the disk`, { cause: error })
      : new StoreError(
          'folder',
          'INDGANG_DATA, or --data, must be a folder that can be made and written to',
          {
            cause: error,
          },
        );
  }
}

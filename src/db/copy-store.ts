import { closeSync, openSync } from 'node:fs';
import { backup, DatabaseSync } from 'node:sqlite';
import { storeErrorOf } from './sqlite.ts';
import { SQLITE, StoreError, sqliteCode } from './store-error.ts';

/** Pages that SQLite copies at once: all. In steps, every write in between would begin the copy anew. */
const ALL_PAGES = 2 ** 31 - 1;

/**
 * Copies a store as it is at one moment, with SQLite's online backup, while others go on writing to it; the copy is one
 * file. Throws `StoreError`, `corrupt` where the copy is not whole: a backup of a damaged store would be none.
 */
export async function copyStore(from: string, to: string): Promise<void> {
  closeSync(openSync(to, 'wx', 0o600));
  try {
    const source = new DatabaseSync(from);
    try {
      source.exec('pragma busy_timeout = 5000');
      await backup(source, to, { rate: ALL_PAGES });
    } finally {
      source.close();
    }
  } catch (error) {
    throw storeErrorOf(from, error);
  }
  leaveWriteAheadLog(to);
  if (!isWhole(to)) throw damaged(from);
}

const damaged = (path: string) =>
  new StoreError('corrupt', `${path}: the file is damaged; "indgang store check" tells where`);

/** Whether SQLite finds every page and row of the file where it belongs. */
export function isWhole(path: string): boolean {
  const file = new DatabaseSync(path);
  try {
    return file.prepare('pragma quick_check(1)').all()[0]?.quick_check === 'ok';
  } catch (error) {
    const code = sqliteCode(error);
    if (code === SQLITE.corrupt || code === SQLITE.notADatabase) return false;
    throw error;
  } finally {
    file.close();
  }
}

/**
 * Puts the write-ahead log back into the file, which needs the file for itself. Throws `StoreError` `busy` where somebody
 * has it open.
 */
export function leaveWriteAheadLog(path: string): void {
  const file = new DatabaseSync(path);
  try {
    file.exec('pragma busy_timeout = 500');
    const mode = file.prepare('pragma journal_mode = delete').all()[0]?.journal_mode;
    if (mode !== 'delete') throw new StoreError('busy', `${path}: another program has the file open`);
  } catch (error) {
    throw storeErrorOf(path, error);
  } finally {
    file.close();
  }
}

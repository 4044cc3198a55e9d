import { chmodSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** Bits by which others than the owner get at a file or folder. */
const OTHERS = 0o077;

/** Bits of a folder that is shared on purpose: sticky (`/tmp`), and files that take the folder's group. */
const SHARED = 0o3000;

function tighten(path: string, mode: number): void {
  if ((statSync(path).mode & OTHERS) !== 0) chmodSync(path, mode);
}

/**
 * Takes a store's file, what SQLite keeps beside it, and its folder from everybody but the owner: earlier versions left
 * them readable by all. A folder is left as it is where it belongs to somebody else, is shared on purpose, or holds more
 * than files of ours; so is everything on a system without such modes.
 */
export function keepPrivate(path: string): void {
  const uid = process.getuid?.();
  if (uid === undefined) return;
  const folder = dirname(path);
  const names = readdirSync(folder);
  for (const name of names) {
    if (!name.startsWith(basename(path))) continue;
    const file = join(folder, name);
    try {
      if (statSync(file).uid === uid) tighten(file, 0o600);
    } catch {
      // The write-ahead log of a process that has just ended is gone.
    }
  }
  const { uid: owner, mode } = statSync(folder);
  if (owner === uid && (mode & SHARED) === 0 && names.every(isOurs)) tighten(folder, 0o700);
}

/** What the data folder holds: the stores with SQLite's own files, the journal of erasures, installations, logs. */
const OURS = /^(indgang|embedded-crm|slack-installs|erasures|playground|before-restore|restoring)\b/;

function isOurs(name: string): boolean {
  return OURS.test(name);
}

/**
 * Makes a folder that is its owner's only, and those above it; one that is there stays as it is. Node's own recursive
 * `mkdir` runs for ever where a folder takes no others (`/proc/data`). Throws what the system says.
 */
export function makeFolder(path: string): void {
  const folder = resolve(path);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another process may have made it at the same moment.
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error;
  }
}

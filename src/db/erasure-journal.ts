import { createHmac } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Erasure } from '../app/erasure.ts';
import { makeFolder } from './private-files.ts';
import { StoreError } from './store-error.ts';

/** Names of the journal's files in the data folder. */
export const JOURNAL_FILES = { journal: 'erasures.jsonl', key: 'erasures.key' } as const;

const erasureShape: z.ZodType<Erasure> = z.object({
  id: z.string().min(1),
  at: z.iso.datetime(),
  cause: z.enum(['retention', 'request']),
  cases: z.array(z.string()),
  contacts: z.array(z.string()),
  words: z.array(z.string()).optional(),
  drafts: z.array(z.string()),
  outreach: z.array(z.string()).optional(),
  subject: z.array(z.string()),
});

/** What a journal holds: its erasures, and how many lines cannot be read (the last, where the power went). */
interface JournalContent {
  readonly erasures: readonly Erasure[];
  readonly unreadable: number;
}

/**
 * The journal of erasures: one JSON line each, in a file beside the store, since a store that is restored from a backup
 * knows nothing of what was erased after it. It names nobody: subjects stand in it as keyed hashes.
 */
export interface ErasureJournal {
  /** Adds lines; they are on disk when it returns. Throws where they cannot be written. */
  append(erasures: readonly Erasure[]): void;
  /** Adds those that are not in it yet. Returns how many. */
  merge(erasures: readonly Erasure[]): number;
  read(): JournalContent;
  fingerprint(key: string): string;
}

/** The journal of a data folder. `newKey`: what the key is made from where there is none yet. */
export function createErasureJournal(folder: string, newKey: () => string): ErasureJournal {
  const path = join(folder, JOURNAL_FILES.journal);
  const keyPath = join(folder, JOURNAL_FILES.key);
  let key: string | undefined;

  /** Whoever finds no key makes one; of two at once the second takes that of the first. */
  function keyOf(): string {
    if (key !== undefined) return key;
    makeFolder(folder);
    const made = createKey(keyPath, `${newKey()}${newKey()}`);
    if (made) syncFolder(folder);
    key = readFileSync(keyPath, 'utf8').trim();
    if (key === '')
      throw new StoreError('unusable', `${keyPath}: the key of the journal of erasures is empty`);
    return key;
  }

  const read = () => readJournal(path);
  const append = (erasures: readonly Erasure[]) => {
    makeFolder(folder);
    const file = openSync(path, 'a+', 0o600);
    try {
      const { size } = fstatSync(file);
      // The previous version reads no line without `countedAs`.
      const lines = erasures
        .map((erasure) => `${JSON.stringify({ ...erasure, countedAs: null })}\n`)
        .join('');
      // A line that was cut off ends there, so that the next can be read.
      writeSync(file, size > 0 && !endsLine(file, size) ? `\n${lines}` : lines);
      fsyncSync(file);
      if (size === 0) syncFolder(folder);
    } finally {
      closeSync(file);
    }
  };
  return {
    append,
    read,
    merge(erasures) {
      const known = new Set(read().erasures.map(({ id }) => id));
      const more = erasures.filter(({ id }) => !known.has(id));
      if (more.length > 0) append(more);
      return more.length;
    },
    fingerprint: (text) => createHmac('sha256', keyOf()).update(text).digest('base64url'),
  };
}

/** Reads the journal in a file; where there is none, nothing was ever erased. */
function readJournal(path: string): JournalContent {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return { erasures: [], unreadable: 0 };
    throw error;
  }
  const erasures: Erasure[] = [];
  let unreadable = 0;
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const erasure = erasureIn(line);
    if (erasure) erasures.push(erasure);
    else unreadable++;
  }
  return { erasures, unreadable };
}

function erasureIn(line: string): Erasure | undefined {
  try {
    return erasureShape.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

/** Makes the file of the key, whole from the first moment that it can be seen; false where there is one. */
function createKey(path: string, key: string): boolean {
  if (existsSync(path)) return false;
  const draft = `${path}.${key.slice(0, 8)}`;
  writeFileSync(draft, `${key}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function endsLine(file: number, size: number): boolean {
  const last = Buffer.alloc(1);
  readSync(file, last, 0, 1, size - 1);
  return last.toString() === '\n';
}

/** A file that was just made survives a power cut only once its folder is on disk as well. */
export function syncFolder(folder: string): void {
  let handle: number;
  try {
    handle = openSync(folder, 'r');
  } catch {
    // Some systems open no folders, and need not.
    return;
  }
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

import { closeSync, existsSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely, sql, type Transaction } from 'kysely';
import { keepPrivate, makeFolder } from './private-files.ts';
import {
  type Chance,
  clientOf,
  type Damage,
  JITTER_MS,
  type Mode,
  NodeSqliteDialect,
  PAUSE_MS,
} from './sqlite-dialect.ts';
import { SQLITE_SQL } from './sqlite-sql.ts';
import { checkOfSqlite, type FreeBytes, troublesOfFile } from './sqlite-troubles.ts';
import type { Store, StoreCheck } from './store.ts';
import { SQLITE, StoreError, sqliteCode } from './store-error.ts';

/**
 * A store in an SQLite file. `sqlite-dialect.ts` connects kysely to it, `sqlite-sql.ts` holds its SQL, and
 * `sqlite-troubles.ts` what can be wrong with the file.
 */

/** Milliseconds that SQLite itself waits for a lock. It blocks the event loop meanwhile, and with it every other turn. */
const BUSY_WAIT_MS = 25;

/** Milliseconds that opening may wait: nothing is served yet, and another process may be changing the schema. */
const OPEN_WAIT_MS = 5_000;

/** Tries to turn on the write-ahead log while opening. With the pauses between them they fill `OPEN_WAIT_MS`. */
const LOG_TRIES = OPEN_WAIT_MS / (PAUSE_MS + JITTER_MS);

/**
 * Turns on the write-ahead log, which a new file does not have yet. Of two processes that do so at once SQLite refuses
 * one without waiting, whatever its busy timeout: both read the file and want to write it. That one tries again.
 */
function turnOnWriteAheadLog(client: DatabaseSync, chance: Chance): void {
  const clock = new Int32Array(new SharedArrayBuffer(4));
  for (let tries = 1; ; tries++) {
    try {
      client.exec('pragma journal_mode = wal');
      return;
    } catch (error) {
      if (sqliteCode(error) !== SQLITE.busy || tries >= LOG_TRIES) throw error;
      Atomics.wait(clock, 0, 0, PAUSE_MS + chance() * JITTER_MS);
    }
  }
}

function open(path: string, mode: Mode, chance: Chance): DatabaseSync {
  const client = new DatabaseSync(path);
  try {
    // First, so that of two processes that start at once on a new file one waits for the other.
    client.exec(`pragma busy_timeout = ${OPEN_WAIT_MS}`);
    turnOnWriteAheadLog(client, chance);
    // An acknowledged case must survive a power cut.
    client.exec('pragma synchronous = full');
    client.exec('pragma foreign_keys = on');
    // What is erased is overwritten: otherwise it stays readable in the file until its page is used again.
    client.exec('pragma secure_delete = on');
    if (mode === 'read') client.exec('pragma query_only = on');
    client.exec(`pragma busy_timeout = ${BUSY_WAIT_MS}`);
    return client;
  } catch (error) {
    client.close();
    throw storeErrorOf(path, error);
  }
}

const IN_MEMORY = ':memory:';

/** What SQLite says of a file that it cannot use, as a `StoreError` that names the file; any other error as it is. */
export function storeErrorOf(path: string, error: unknown): unknown {
  if (error instanceof StoreError) return error;
  switch (sqliteCode(error)) {
    case SQLITE.corrupt:
    case SQLITE.notADatabase:
      return new StoreError(
        'corrupt',
        `${path}: the file is damaged, or is no store; "indgang store restore" puts a backup in its place`,
        { cause: error },
      );
    case SQLITE.busy:
      return new StoreError('busy', `${path}: another process holds the lock of the store`, { cause: error });
    case SQLITE.readOnly:
    case SQLITE.cannotOpen:
    case SQLITE.ioError:
    case SQLITE.full:
      return new StoreError('unusable', `${path}: the file cannot be read and written`, { cause: error });
    default:
      return error;
  }
}

/**
 * A store in one SQLite file: a connection that writes, and one beside it that only reads, so that what reads neither
 * takes the write lock nor waits for whoever has it. In memory one connection does both.
 */
export class SqliteStore<Tables> extends Kysely<Tables> implements Store<Tables> {
  readonly kind = 'sqlite';
  readonly sql = SQLITE_SQL;
  /** The file, or `:memory:`. */
  readonly name: string;
  readonly #freeBytes: FreeBytes | undefined;
  /** The connection that only reads. */
  readonly reader: Kysely<Tables>;
  /** Which file is open; null in memory. */
  readonly file: string | null;
  readonly #damage: Damage;
  readonly #connections: readonly DatabaseSync[];
  #log: string | null = null;

  /** Opens the file, and makes it where there is none, readable by its owner only. Throws `StoreError`. */
  constructor(path: string, chance: Chance = () => 0.5, freeBytes?: FreeBytes) {
    const damage: Damage = { found: false };
    const isFile = path !== IN_MEMORY;
    if (isFile) makeFile(path);
    const writing = open(path, 'write', chance);
    const connections = [writing];
    const dialectOf = (connection: DatabaseSync, mode: Mode) =>
      new NodeSqliteDialect(clientOf(connection, mode), chance, damage);
    super({ dialect: dialectOf(writing, 'write') });
    this.name = path;
    this.#freeBytes = freeBytes;
    this.file = isFile ? identityOf(path) : null;
    if (isFile) {
      const reading = open(path, 'read', chance);
      connections.unshift(reading);
      this.reader = new Kysely<Tables>({ dialect: dialectOf(reading, 'read') });
    } else this.reader = this;
    this.#connections = connections;
    this.#damage = damage;
  }

  async troubles(): Promise<readonly StoreCheck[]> {
    return [
      ...(this.#damage.found ? (['integrity'] as const) : []),
      ...(this.isReplaced() ? (['file'] as const) : []),
      ...(this.file === null ? [] : troublesOfFile(this.name, this.#freeBytes)),
    ];
  }

  checkOf(error: unknown): StoreCheck {
    return checkOfSqlite(error);
  }

  errorOf(error: unknown): unknown {
    return storeErrorOf(this.name, error);
  }

  /**
   * Whether another file stands at the path than the one that is open, or none: what is written goes into a file that
   * nobody will find again. The same of SQLite's write-ahead log beside it.
   */
  isReplaced(): boolean {
    if (this.file === null) return false;
    const log = identityOf(`${this.name}-wal`);
    const isLogLost = this.#log !== null && log !== this.#log;
    this.#log ??= log;
    return isLogLost || identityOf(this.name) !== this.file;
  }

  /**
   * One writing transaction. Throws `StoreError` `unusable` where the file was deleted or replaced: what is written to a
   * file that nobody finds again must not be acknowledged.
   */
  write<T>(work: (transaction: Transaction<Tables>) => Promise<T>): Promise<T> {
    return this.transaction().execute(async (transaction) => {
      const done = await work(transaction);
      if (this.isReplaced())
        throw new StoreError('unusable', `${this.name}: the file was deleted or replaced`);
      return done;
    });
  }

  /** One reading transaction: it sees the store as it was when it first read, and a write in it fails. */
  read<T>(work: (transaction: Transaction<Tables>) => Promise<T>): Promise<T> {
    if (this.reader !== this) return this.reader.transaction().execute(work);
    return this.transaction().execute(async (transaction) => {
      await sql`pragma query_only = on`.execute(transaction);
      try {
        return await work(transaction);
      } finally {
        await sql`pragma query_only = off`.execute(transaction);
      }
    });
  }

  override async destroy(): Promise<void> {
    if (this.reader !== this) await this.reader.destroy();
    await super.destroy();
    // Kysely closes no connection that it has never used, and one left open keeps others from the file.
    for (const connection of this.#connections) if (connection.isOpen) connection.close();
  }
}

/** Which file stands at a path; null where there is none. */
function identityOf(path: string): string | null {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found ? `${found.dev}:${found.ino}` : null;
}

/**
 * Makes the file before SQLite does, which would leave it readable by everybody. A file that is there is never opened
 * here: closing it would give up the locks that SQLite holds on it in this process.
 */
function makeFile(path: string): void {
  makeFolder(dirname(path));
  if (!existsSync(path)) {
    try {
      closeSync(openSync(path, 'wx', 0o600));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST'))
        throw new StoreError('unusable', `${path}: the file cannot be made`, { cause: error });
    }
  }
  keepPrivate(path);
}

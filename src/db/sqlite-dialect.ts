import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  type SqliteDatabase as SqliteClient,
  SqliteDialect,
  SqliteDriver,
} from 'kysely';
import { SQLITE, StoreError, sqliteCode } from './store-error.ts';

/** Node's own SQLite in the shape that kysely's dialect asks for. */

/** Milliseconds between two tries of a statement that met a lock: from, and how many more by chance. */
export const PAUSE_MS = 5;
export const JITTER_MS = 45;

/** Tries before a statement fails: about three seconds, within which a platform's redelivery has not begun. */
const TRIES = 60;

/** A number from 0 up to 1. Where none is given, pauses are all of one length. */
export type Chance = () => number;

/** Whether any statement met a damaged page. */
export interface Damage {
  found: boolean;
}

/**
 * Runs a statement again while another process holds the lock. A statement that met a lock did nothing, so each may be
 * repeated; a writing transaction takes the lock when it begins, and a reading one never asks for it, so that none of
 * them decides on what has changed meanwhile.
 */
class PatientConnection implements DatabaseConnection {
  readonly #inner: DatabaseConnection;
  readonly #chance: Chance;
  readonly #damage: Damage;

  constructor(inner: DatabaseConnection, chance: Chance, damage: Damage) {
    this.#inner = inner;
    this.#chance = chance;
    this.#damage = damage;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    for (let tries = 1; ; tries++) {
      try {
        return await this.#inner.executeQuery<Row>(query);
      } catch (error) {
        const code = sqliteCode(error);
        if (code === SQLITE.corrupt || code === SQLITE.notADatabase) this.#damage.found = true;
        if (code !== SQLITE.busy) throw error;
        if (tries === TRIES)
          throw new StoreError('busy', 'Another process holds the lock of the store', { cause: error });
        await sleep(PAUSE_MS + this.#chance() * JITTER_MS);
      }
    }
  }

  streamQuery<Row>(query: CompiledQuery, chunkSize: number): AsyncIterableIterator<QueryResult<Row>> {
    return this.#inner.streamQuery<Row>(query, chunkSize);
  }
}

class PatientDriver extends SqliteDriver {
  readonly #chance: Chance;
  readonly #damage: Damage;

  constructor(client: SqliteClient, chance: Chance, damage: Damage) {
    super({ database: client });
    this.#chance = chance;
    this.#damage = damage;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    return new PatientConnection(await super.acquireConnection(), this.#chance, this.#damage);
  }
}

/**
 * SQLite changes its schema in transactions as well, which kysely does not count on. Without one, a process that ends in
 * the middle of a migration leaves a store that can never be opened again, and two that start at once both migrate.
 */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** Kysely's dialect over a client of `clientOf`. */
export class NodeSqliteDialect extends SqliteDialect {
  readonly #client: SqliteClient;
  readonly #chance: Chance;
  readonly #damage: Damage;

  constructor(client: SqliteClient, chance: Chance, damage: Damage) {
    super({ database: client });
    this.#client = client;
    this.#chance = chance;
    this.#damage = damage;
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }

  override createDriver(): Driver {
    return new PatientDriver(this.#client, this.#chance, this.#damage);
  }
}

/** `read`: the connection never writes. */
export type Mode = 'write' | 'read';

/** A client for kysely. It prepares each statement once, and takes the write lock when a writing transaction begins. */
export function clientOf(database: DatabaseSync, mode: Mode): SqliteClient {
  const prepared = new Map<string, StatementSync>();
  const prepare = (text: string): StatementSync => {
    // A transaction that reads first and writes later must hold the write lock from the start, or two processes could
    // decide on the same revision.
    const statementText = text === 'begin' && mode === 'write' ? 'begin immediate' : text;
    let statement = prepared.get(statementText);
    if (statement === undefined) {
      statement = database.prepare(statementText);
      if (prepared.size < 500) prepared.set(statementText, statement);
    }
    return statement;
  };
  const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
  return {
    close: () => database.close(),
    prepare(text) {
      const statement = prepare(text);
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...values(parameters)),
        run: (parameters) => statement.run(...values(parameters)),
        iterate: (parameters) => statement.iterate(...values(parameters)),
      };
    },
  };
}

import { setTimeout as sleep } from 'node:timers/promises';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresDialect,
  PostgresDriver,
  type PostgresPool,
  type PostgresPoolClient,
  type Transaction,
  type TransactionSettings,
} from 'kysely';
import { Pool, type PoolClient, types } from 'pg';
import { checkOfPostgres, isConnectionLost, postgresErrorOf } from './postgres-errors.ts';
import { POSTGRES_SQL } from './postgres-sql.ts';
import type { Store, StoreCheck } from './store.ts';
import { StoreError } from './store-error.ts';

/** Everything that only PostgreSQL needs; how it writes SQL stands in `postgres-sql.ts`. */

/** Milliseconds that connecting may take. Within a turn's 15 seconds, a try that hangs must leave room for another. */
const CONNECT_MS = 3_000;

/** Milliseconds after which a query is given up, and its connection closed: the server may have gone without a word. */
const QUERY_MS = 10_000;

/** Milliseconds that a writer waits for the one before it, as long as SQLite's would. */
const LOCK_MS = 3_000;

/** Milliseconds after which the server takes back the lock of a process that has stopped in the middle of a transaction. */
const IDLE_MS = 5_000;

/** Milliseconds between tries to reach a server that does not answer, and how many: about three seconds, as for a lock. */
const PAUSE_MS = 250;
const TRIES = 12;

/** Connections of one process: one writes, one delivers, the others read. */
const CONNECTIONS = 6;

/** The lock that every writing transaction takes: Indgang's own number in the database. */
const WRITER = 70_151_618;

/**
 * Takes the writers' lock in the same round trip as the transaction begins. SQLite lets one writer in at a time, and every
 * rule of the house was proven on that: nobody changes what a turn decides on. The lock ends with its transaction, so it
 * holds behind a pgbouncer that lends its connections by the transaction, and nobody keeps it who has gone.
 */
const BEGIN_WRITING = `begin; set local lock_timeout = ${LOCK_MS};
  set local idle_in_transaction_session_timeout = ${IDLE_MS}; set local statement_timeout = ${QUERY_MS};
  select pg_advisory_xact_lock(${WRITER})`;
const BEGIN_READING = `begin isolation level repeatable read read only;
  set local idle_in_transaction_session_timeout = ${IDLE_MS}; set local statement_timeout = ${QUERY_MS}`;

/** A client of the pool that is closed, and not lent again, once a query on it was given up. */
class WatchedClient implements PostgresPoolClient {
  readonly #client: PoolClient;
  #broken = false;

  constructor(client: PoolClient) {
    this.#client = client;
  }

  get processID(): number {
    return (this.#client as PoolClient & { readonly processID: number }).processID;
  }

  query<R>(...given: unknown[]): never {
    const answer = (this.#client.query as (...given: unknown[]) => Promise<R>)(...given);
    return answer.catch((error: unknown) => {
      if (isConnectionLost(error)) this.#broken = true;
      throw error;
    }) as never;
  }

  release(destroy?: boolean): void {
    this.#client.release(destroy === true || this.#broken);
  }
}

function watched(pool: Pool): PostgresPool {
  return {
    connect: async () => new WatchedClient(await pool.connect()),
    end: () => pool.end(),
    options: pool.options,
  } as unknown as PostgresPool;
}

class PatientDriver extends PostgresDriver {
  readonly #name: string;

  constructor(pool: PostgresPool, name: string) {
    super({ pool });
    this.#name = name;
  }

  /** A server that restarts is away for a second or two: nothing was asked of it yet, so asking again repeats nothing. */
  override async acquireConnection(...given: Parameters<PostgresDriver['acquireConnection']>) {
    for (let tries = 1; ; tries++) {
      try {
        return await super.acquireConnection(...given);
      } catch (error) {
        if (!isConnectionLost(error) || tries === TRIES) throw postgresErrorOf(this.#name, error);
        await sleep(PAUSE_MS);
      }
    }
  }

  override async beginTransaction(
    connection: DatabaseConnection,
    { accessMode }: TransactionSettings,
  ): Promise<void> {
    try {
      await connection.executeQuery(
        CompiledQuery.raw(accessMode === 'read only' ? BEGIN_READING : BEGIN_WRITING),
      );
    } catch (error) {
      // The transaction may have begun without its lock: whoever is lent the connection next would be refused everything.
      await connection.executeQuery(CompiledQuery.raw('rollback')).catch(() => undefined);
      throw error;
    }
  }
}

/** Changes of the schema are made in writing transactions, which take turns already. */
class WriterAdapter extends PostgresAdapter {
  override async acquireMigrationLock(): Promise<void> {}
  override async releaseMigrationLock(): Promise<void> {}
}

class PatientDialect extends PostgresDialect {
  readonly #pool: PostgresPool;
  readonly #name: string;

  constructor(pool: PostgresPool, name: string) {
    super({ pool });
    this.#pool = pool;
    this.#name = name;
  }

  override createAdapter(): PostgresAdapter {
    return new WriterAdapter();
  }

  override createDriver(): Driver {
    return new PatientDriver(this.#pool, this.#name);
  }
}

/** Where and as whom, without the password. */
function nameOf(url: string): string {
  const { hostname, port, pathname, searchParams } = new URL(url);
  const host = hostname || searchParams.get('host') || 'localhost';
  return `PostgreSQL at ${host}${port && `:${port}`}${pathname}`;
}

export interface PostgresOptions {
  /** `postgres://user:password@host:port/database`, of the server or of a pgbouncer in front of it. */
  readonly url: string;
  /** Connections at most. */
  readonly connections?: number;
}

/** A store in a PostgreSQL database, which any number of processes may share. */
export class PostgresStore<Tables> extends Kysely<Tables> implements Store<Tables> {
  readonly kind = 'postgres';
  readonly name: string;
  readonly sql = POSTGRES_SQL;
  readonly reader: Kysely<Tables> = this;
  /**
   * The writing transaction before the next one of this process. They would wait for each other at the server as well, each
   * with a connection that readers then lack.
   */
  #lastWriter: Promise<unknown> = Promise.resolve();

  /** Connects when it is first asked something. */
  constructor({ url, connections = CONNECTIONS }: PostgresOptions) {
    const pool = new Pool({
      connectionString: url,
      application_name: 'indgang',
      max: connections,
      connectionTimeoutMillis: CONNECT_MS,
      query_timeout: QUERY_MS,
      keepAlive: true,
      types: {
        // Counts and keys are far below what a number holds exactly.
        getTypeParser: (id, format) =>
          id === types.builtins.INT8 ? Number : types.getTypeParser(id, format as 'text'),
      },
    });
    // A connection that is lost while nobody uses it, or between two queries, must not end the process.
    pool.on('error', () => undefined);
    pool.on('connect', (client) => client.on('error', () => undefined));
    const name = nameOf(url);
    super({ dialect: new PatientDialect(watched(pool), name) });
    this.name = name;
  }

  write<T>(work: (transaction: Transaction<Tables>) => Promise<T>): Promise<T> {
    const waited = AbortSignal.timeout(LOCK_MS);
    const done = this.#lastWriter.then(() => {
      // While the database is away each of those before waits for it: the last would learn of it minutes later.
      if (waited.aborted)
        throw new StoreError('busy', `${this.name}: too many wait to write, or the database does not answer`);
      return this.#attempt(this.transaction(), work);
    });
    this.#lastWriter = done.catch(() => undefined);
    return done;
  }

  read<T>(work: (transaction: Transaction<Tables>) => Promise<T>): Promise<T> {
    return this.#attempt(this.transaction().setAccessMode('read only'), work);
  }

  /** Tries again, with another connection, where one turned out to be lost before the work began. */
  async #attempt<T>(
    transaction: ReturnType<Kysely<Tables>['transaction']>,
    work: (transaction: Transaction<Tables>) => Promise<T>,
  ): Promise<T> {
    for (let tries = 1; ; tries++) {
      let begun = false;
      try {
        return await transaction.execute((open) => {
          begun = true;
          return work(open);
        });
      } catch (error) {
        // A StoreError: no connection could be had at all, which was tried for long enough.
        const isOver = begun || tries > CONNECTIONS || error instanceof StoreError;
        if (isOver || !isConnectionLost(error)) throw this.errorOf(error);
      }
    }
  }

  /** Nothing that a query would not show: the server looks after its disk itself. */
  async troubles(): Promise<readonly StoreCheck[]> {
    return [];
  }

  checkOf(error: unknown): StoreCheck {
    return checkOfPostgres(error);
  }

  errorOf(error: unknown): unknown {
    return postgresErrorOf(this.name, error);
  }
}

import type { CompiledQuery, Kysely, QueryResult, RawBuilder } from 'kysely';
import type { Schema } from './schema.ts';

/** A query that kysely can compile: of its builder, or written in SQL. */
type Buildable<Row> = { compile(): CompiledQuery<Row> } | RawBuilder<Row>;

/** A query whose text never changes. Its parameters have names, and get their values each time it runs. */
export interface Query<Params, Row> {
  readonly build: (db: Kysely<Schema>, params: Params) => Buildable<Row>;
}

/**
 * Declares a query. `build` runs once a database: it must use its parameters only as values, never to decide what the
 * query says.
 */
export function query<Row, Params = Record<never, never>>(
  build: (db: Kysely<Schema>, params: Params) => Buildable<Row>,
): Query<Params, Row> {
  return { build };
}

/** Stands in a compiled query where the value of a parameter belongs. */
class Placeholder {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

const PLACEHOLDERS = new Proxy(Object.freeze({}), {
  get: (_, name) => new Placeholder(String(name)),
});

/**
 * The queries of one database, compiled when they first run. Kysely builds a tree and prints it for each query; in a
 * turn of twenty queries that took as long as SQLite itself.
 */
export class CompiledQueries {
  readonly #compiled = new Map<unknown, CompiledQuery<unknown>>();

  compile<Params extends object, Row>(
    db: Kysely<Schema>,
    { build }: Query<Params, Row>,
    params: Params,
  ): CompiledQuery<Row> {
    let compiled = this.#compiled.get(build);
    if (compiled === undefined) {
      compiled = build(db, PLACEHOLDERS as Params).compile(db);
      this.#compiled.set(build, compiled);
    }
    const values = new Map(Object.entries(params));
    const parameters = compiled.parameters.map((value) =>
      value instanceof Placeholder ? values.get(value.name) : value,
    );
    return { ...compiled, parameters } as CompiledQuery<Row>;
  }
}

/** Runs queries in one transaction, or each in one of its own. */
export class Session {
  /** For the few queries whose text depends on what they are asked. */
  readonly db: Kysely<Schema>;
  readonly #queries: CompiledQueries;

  constructor(db: Kysely<Schema>, queries: CompiledQueries) {
    this.db = db;
    this.#queries = queries;
  }

  /** All rows. */
  async all<Params extends object, Row>(one: Query<Params, Row>, params: Params): Promise<readonly Row[]> {
    return (await this.#execute(one, params)).rows;
  }

  /** The first row, where there is one. */
  async first<Params extends object, Row>(one: Query<Params, Row>, params: Params): Promise<Row | undefined> {
    return (await this.#execute(one, params)).rows[0];
  }

  /** Runs a query that changes rows. Returns how many it changed. */
  async change<Params extends object>(one: Query<Params, unknown>, params: Params): Promise<number> {
    return Number((await this.#execute(one, params)).numAffectedRows ?? 0n);
  }

  #execute<Params extends object, Row>(one: Query<Params, Row>, params: Params): Promise<QueryResult<Row>> {
    return this.db.executeQuery(this.#queries.compile(this.db, one, params));
  }
}

/** The named parameters alone, as columns of the same names. */
export function columns<Params, Name extends keyof Params>(
  params: Params,
  names: readonly Name[],
): Pick<Params, Name> {
  return Object.fromEntries(names.map((name) => [name, params[name]])) as Pick<Params, Name>;
}

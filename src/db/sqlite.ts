import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { SqliteAdapter, type SqliteDatabase, SqliteDialect } from 'kysely';

/**
 * SQLite changes its schema in transactions as well, which kysely does not count on. Without one, a process that ends in
 * the middle of a migration leaves a store that can never be opened again, and two that start at once both migrate.
 */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class TransactionalSqliteDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }
}

/**
 * Node's own SQLite in the shape kysely's dialect asks for. Everything that only SQLite needs is in this file:
 * PostgreSQL would be another dialect beside it.
 */
export function sqliteDialect(path: string): SqliteDialect {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  const database = new DatabaseSync(path);
  // First, so that of two processes that start at once on a new file one waits for the other.
  database.exec('pragma busy_timeout = 5000');
  database.exec('pragma journal_mode = wal');
  // An acknowledged case must survive a power cut.
  database.exec('pragma synchronous = full');
  database.exec('pragma foreign_keys = on');

  const prepared = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    // A transaction that reads first and writes later must hold the write lock from the start, or two processes could
    // decide on the same revision.
    const text = sql === 'begin' ? 'begin immediate' : sql;
    let statement = prepared.get(text);
    if (statement === undefined) {
      statement = database.prepare(text);
      if (prepared.size < 500) prepared.set(text, statement);
    }
    return statement;
  };
  const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
  const adapter: SqliteDatabase = {
    close: () => database.close(),
    prepare(sql) {
      const statement = prepare(sql);
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...values(parameters)),
        run: (parameters) => statement.run(...values(parameters)),
        iterate: (parameters) => statement.iterate(...values(parameters)),
      };
    },
  };
  return new TransactionalSqliteDialect({ database: adapter });
}

import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { databaseUrl, onServer } from './postgres.ts';
import { TEMPLATE } from './postgres-setup.ts';

/** Whether this machine has a PostgreSQL for tests, and a pgbouncer to put in between. */
export const hasPostgres = (inject('postgres') ?? null) !== null;
export const hasPgbouncer = (inject('pgbouncer') ?? null) !== null;

/** A database of its own for one test. */
export interface PostgresDatabase {
  readonly url: string;
  /** The same through a pgbouncer in transaction mode. */
  readonly pooledUrl: string;
  readonly drop: () => Promise<void>;
}

/** An empty database with the schema up to date, or as `like` has it. */
export async function newPostgresDatabase(like = `template ${TEMPLATE}`): Promise<PostgresDatabase> {
  const server = inject('postgres');
  if (!server) throw new Error('There is no PostgreSQL on this machine');
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, `create database ${name} ${like}`);
  return {
    url: databaseUrl(server, name),
    get pooledUrl() {
      const pooled = inject('pgbouncer');
      if (!pooled) throw new Error('There is no pgbouncer on this machine');
      return databaseUrl(pooled, name);
    },
    drop: async () => void (await onServer(server, `drop database ${name} with (force)`)),
  };
}

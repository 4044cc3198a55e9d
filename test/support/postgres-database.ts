import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { databaseUrl, onServer } from './postgres.ts';
import { TEMPLATE } from './postgres-setup.ts';

/** An empty database of its own for one test, with the schema up to date. */
export async function newPostgresDatabase(): Promise<{
  readonly url: string;
  readonly drop: () => Promise<void>;
}> {
  const server = inject('postgres');
  if (server === null) throw new Error('There is no PostgreSQL on this machine');
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, `create database ${name} template ${TEMPLATE}`);
  return {
    url: databaseUrl(server, name),
    drop: () => onServer(server, `drop database ${name} with (force)`),
  };
}

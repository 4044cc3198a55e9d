import type { TestProject } from 'vitest/node';
import { openDatabase } from '../../src/db/open-database.ts';
import { databaseUrl, onServer, startPostgres } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the tests' PostgreSQL server; null where the machine has none. */
    readonly postgres: string | null;
  }
}

/** The database that others are copies of: it has the whole schema. */
export const TEMPLATE = 'indgang_template';

/** Starts one PostgreSQL server for all tests, where there is one to start. */
export default async function setup(project: TestProject): Promise<() => void> {
  const given = process.env.TEST_POSTGRES_URL;
  const server = given === undefined ? await startPostgres() : null;
  const url = given ?? server?.url ?? null;
  if (url === null) {
    const missing = 'PostgreSQL was not found (Debian: apt install postgresql, or TEST_POSTGRES_URL)';
    if (process.env.CI) throw new Error(missing);
    process.stderr.write(`${missing}: the stores are tested on SQLite alone\n`);
  } else {
    await onServer(url, `drop database if exists ${TEMPLATE}`);
    await onServer(url, `create database ${TEMPLATE}`);
    await (await openDatabase({ url: databaseUrl(url, TEMPLATE) })).destroy();
  }
  project.provide('postgres', url);
  return () => server?.stop();
}

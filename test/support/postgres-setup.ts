import type { TestProject } from 'vitest/node';
import { openEmbeddedCrm } from '../../src/crm/embedded/open-embedded-crm.ts';
import { openDatabase } from '../../src/db/open-database.ts';
import { mayHavePgbouncer, startPgbouncer } from './pgbouncer.ts';
import { databaseUrl, onServer, startPostgres } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the tests' PostgreSQL server; null where the machine has none. */
    readonly postgres: string | null;
    /** The same through a pgbouncer in transaction mode; null where the machine has none. */
    readonly pgbouncer: string | null;
  }
}

/** The database that others are copies of: it has the whole schema. */
export const TEMPLATE = 'indgang_template';

/** Starts one PostgreSQL server for all tests, where there is one to start. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_POSTGRES_URL;
  const server = given === undefined ? await startPostgres() : null;
  const url = given ?? server?.url ?? null;
  if (url === null) {
    const missing = 'PostgreSQL was not found (Debian: apt install postgresql, or TEST_POSTGRES_URL)';
    if (process.env.CI) throw new Error(missing);
    process.stderr.write(`${missing}; everything is tested on SQLite alone\n`);
  } else {
    await onServer(url, `drop database if exists ${TEMPLATE}`);
    await onServer(url, `create database ${TEMPLATE}`);
    const template = { url: databaseUrl(url, TEMPLATE) };
    await (await openDatabase(template)).destroy();
    await (await openEmbeddedCrm(template)).destroy();
  }
  const bouncer = url !== null && mayHavePgbouncer() ? await startPgbouncer(url) : null;
  if (url !== null && bouncer === null) {
    const missing = 'pgbouncer was not found (Debian: apt install pgbouncer)';
    if (process.env.CI) throw new Error(missing);
    process.stderr.write(`${missing}: PostgreSQL is tested without one in between\n`);
  }
  project.provide('postgres', url);
  project.provide('pgbouncer', bouncer?.url ?? null);
  return async () => {
    await bouncer?.stop();
    server?.stop();
  };
}

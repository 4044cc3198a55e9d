import { sql } from 'kysely';
import { LISTENER } from '../listen-for-outbox.ts';
import type { Store } from '../store.ts';

/** What a move needs to know of its two ends besides their tables. */

/** Whether a service works with a PostgreSQL database: it has no folder to lock, but each service listens to it. */
export async function isServed(cases: Store<unknown>): Promise<boolean> {
  const { rows } = await sql`
    select 1 from pg_stat_activity
    where datname = current_database() and application_name = ${LISTENER}`.execute(cases);
  return rows.length > 0;
}

/** The documents of the Slack installations in a store. */
export async function installsIn(cases: Store<unknown>): Promise<readonly string[]> {
  const { rows } = await sql<{ document: string }>`
    select document from slack_installs order by team`.execute(cases.reader);
  return rows.map(({ document }) => document);
}

/** Puts other Slack installations in place of those of a store. */
export async function replaceInstalls(
  cases: Store<unknown>,
  installs: readonly { readonly team: string; readonly document: string }[],
): Promise<void> {
  await cases.write(async (db) => {
    await sql`delete from slack_installs`.execute(db);
    for (const { team, document } of installs)
      await sql`insert into slack_installs (team, document) values (${team}, ${document})`.execute(db);
  });
}

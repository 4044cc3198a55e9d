import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { OUTBOX_CHANNEL } from './postgres-sql.ts';

/** What the server calls a connection that listens: every service that works has one. */
export const LISTENER = 'indgang listens';

/** Milliseconds that connecting may take. */
const CONNECT_MS = 3_000;

/** Milliseconds before listening is tried again. Polling finds the rows meanwhile. */
const LISTEN_AGAIN_MS = 5_000;

/**
 * Calls `heard` whenever a process has put rows into the outbox. `url` must lead to the server itself: a pgbouncer passes
 * no notifications on. Where it cannot listen it tries again, and polling finds the rows. Returns what ends it.
 */
export function listenForOutbox(url: string, heard: () => void): () => Promise<void> {
  const ending = new AbortController();
  let client: Client | undefined;
  const listen = async () => {
    while (!ending.signal.aborted) {
      const lost = new Promise<void>((resolve) => {
        client = new Client({
          connectionString: url,
          application_name: LISTENER,
          connectionTimeoutMillis: CONNECT_MS,
          keepAlive: true,
        });
        client.on('notification', heard);
        client.on('error', () => resolve());
        client.on('end', () => resolve());
      });
      try {
        await client?.connect();
        await client?.query(`listen ${OUTBOX_CHANNEL}`);
        // Rows may have come while nobody listened.
        heard();
        await lost;
      } catch {
        // The server is away.
      }
      await client?.end().catch(() => undefined);
      await sleep(LISTEN_AGAIN_MS, undefined, { signal: ending.signal }).catch(() => undefined);
    }
  };
  const ended = listen();
  return async () => {
    ending.abort();
    await client?.end().catch(() => undefined);
    await ended;
  };
}

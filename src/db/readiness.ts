import { type RawBuilder, sql } from 'kysely';
import { STORE_CHECKS, type Store, type StoreCheck } from './store.ts';

/** Tries a store; resolves with the checks that failed, never rejects. It takes a few milliseconds. */
export async function probeStore<Tables>({
  store,
  heartbeat,
  schemaIsKnown,
}: {
  readonly store: Store<Tables>;
  /** Writes the row that is tried. */
  readonly heartbeat: RawBuilder<unknown>;
  /** Whether the schema is what this version knows. */
  readonly schemaIsKnown: () => Promise<boolean>;
}): Promise<readonly StoreCheck[]> {
  const failed = new Set(await store.troubles());
  try {
    await heartbeat.execute(store);
  } catch (error) {
    failed.add(store.checkOf(error));
  }
  // A server that does not answer would only make whoever asks wait once more.
  if (failed.has('away')) return ['away'];
  try {
    if (!(await schemaIsKnown())) failed.add('schema');
  } catch {
    failed.add('integrity');
  }
  return STORE_CHECKS.filter((check) => failed.has(check));
}

/** The row that readiness writes into the case store. */
export function heartbeatAt(now: string): RawBuilder<unknown> {
  return sql`insert into heartbeats (name, at) values ('readiness', ${now})
    on conflict (name) do update set at = excluded.at`;
}

/** What stands in the way of serving, and what is missing but does not; by name. */
export interface Readiness {
  readonly failed: readonly string[];
  readonly degraded: readonly string[];
}

/**
 * Asks `probe` for readiness: those who ask at the same time get one answer, and a change is logged once.
 */
export function watchReadiness(
  probe: () => Promise<Readiness>,
  log: (event: string, fields: Readonly<Record<string, string>>) => void,
): () => Promise<Readiness> {
  let asking: Promise<Readiness> | null = null;
  let said = '';
  const ask = async () => {
    const found = await probe();
    const state = JSON.stringify([found.failed, found.degraded]);
    if (state !== said && (said !== '' || found.failed.length + found.degraded.length > 0)) {
      log('readiness', {
        state: found.failed.length > 0 ? 'not ready' : 'ready',
        failed: found.failed.join(' '),
        degraded: found.degraded.join(' '),
      });
    }
    said = state;
    return found;
  };
  return () => {
    asking ??= ask().finally(() => {
      asking = null;
    });
    return asking;
  };
}

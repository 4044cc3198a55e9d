import type { Clock } from '../app/ports/clock.ts';
import { probeEmbeddedCrm } from '../crm/embedded/open-embedded-crm.ts';
import { isUpToDate, schemaState } from '../db/open-database.ts';
import { heartbeatAt, probeStore, watchReadiness } from '../db/readiness.ts';
import type { HttpDeps } from '../http/server.ts';
import type { OpenStores } from '../open-stores.ts';
import type { Worker } from '../worker/worker.ts';
import type { Log } from './log.ts';

/** What `/readyz` answers: checks of the stores that fail, and of the CRM, without which intake goes on. */
export function readinessOf(
  { database, crmStore }: OpenStores,
  { crmDenied }: Pick<Worker, 'crmDenied'>,
  clock: Clock,
  log: Log,
): HttpDeps['ready'] {
  return watchReadiness(async () => {
    const [failed, behind] = await Promise.all([
      probeStore({
        store: database,
        heartbeat: heartbeatAt(clock.now()),
        schemaIsKnown: async () => isUpToDate(await schemaState(database)),
      }),
      // Intake goes on without the CRM: its rows wait in the outbox.
      crmStore ? probeEmbeddedCrm(crmStore) : [],
    ]);
    return {
      failed: failed.map((check) => `store-${check}`),
      degraded: [...behind.map((check) => `crm-${check}`), ...(crmDenied() ? ['crm-denied'] : [])],
    };
  }, log);
}

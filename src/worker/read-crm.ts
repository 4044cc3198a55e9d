import type { Dependencies } from '../app/dependencies.ts';
import { CrmError } from '../app/ports/crm.ts';
import { readBack } from '../app/read-back.ts';

/** How often the CRM is asked for what people changed there. */
const READ_MS = 60_000;

interface ReadCrmDeps extends Pick<Dependencies, 'unitOfWork' | 'crm' | 'calendar' | 'maskCpr' | 'clock'> {
  readonly log: (event: string, fields: Readonly<Record<string, string | number>>) => void;
}

/**
 * Reads the changes of the CRM, at most once a minute in this worker. A CRM that is away is asked again the next minute. A row
 * that cannot be read is logged once; the figures count it until it can.
 */
export function createCrmReading(deps: ReadCrmDeps): () => Promise<void> {
  let ranAt: number | null = null;
  return async () => {
    const { clock, log, crm } = deps;
    const monotonic = clock.monotonic();
    if (!crm.changesSince || !clock.steady() || (ranAt !== null && monotonic - ranAt < READ_MS)) return;
    ranAt = monotonic;
    try {
      const { changed, unread, isAway } = await readBack(deps, clock.now());
      if (changed > 0) log('crm-read', { cases: changed });
      for (const { caseId, code } of unread.filter(({ isFirst }) => isFirst))
        log('crm-row-not-read', { case: caseId, code });
      if (isAway) log('crm-not-read', { code: unread.at(-1)?.code ?? 'away' });
    } catch (error) {
      if (!(error instanceof CrmError)) throw error;
      log('crm-not-read', { code: error.detail ?? error.code });
    }
  };
}

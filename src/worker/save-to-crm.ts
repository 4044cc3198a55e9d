import { crmRecordOf } from '../app/crm-record.ts';
import type { Dependencies } from '../app/dependencies.ts';
import { CrmError } from '../app/ports/crm.ts';
import type { ReadStores } from '../app/ports/unit-of-work.ts';
import type { Case } from '../core/case/case.ts';
import type { CrmStanding } from './crm-standing.ts';
import type { Health, Peers } from './peers.ts';
import { DONE, type RowOutcome } from './send.ts';
import { withCase } from './with-case.ts';

interface SaveDeps extends Pick<Dependencies, 'unitOfWork' | 'crm'> {
  readonly peers: Peers;
  readonly crmStanding: CrmStanding;
  readonly log: (event: string, fields: Readonly<Record<string, string>>) => void;
}

/** The Entra object id of the colleague who has the case; null where they are known by Slack alone. */
async function authorOf({ assignee }: Case, stores: ReadStores): Promise<string | null> {
  const person = assignee && (await stores.people.get(assignee.person));
  const identity = person?.identities.find((one) => one.startsWith('teams:'));
  return identity?.split(':')[2] ?? null;
}

/** How a failed save ends for its row. */
function outcomeOf({ code, retryAfterSeconds }: CrmError): RowOutcome {
  switch (code) {
    case 'rejected':
      return { state: 'park', code: 'crm-rejected' };
    case 'denied':
      // No fault of the case: parking it would put aside every case until somebody released them one by one.
      return { state: 'wait', afterSeconds: 0, code: 'crm-denied' };
    case 'unavailable':
    case 'conflict':
      return { state: 'retry', afterSeconds: retryAfterSeconds, code: `crm-${code}` };
    default: {
      const never: never = code;
      return never;
    }
  }
}

/** How it ends for the CRM as a peer. */
function healthAfter({ code, retryAfterSeconds, late }: CrmError): Health {
  if (late) return 'late';
  if (code === 'denied') return 'denied';
  return retryAfterSeconds === null ? 'well' : { pauseSeconds: retryAfterSeconds };
}

/**
 * Gives the CRM the record of a case as it is now, and notes the revision that the CRM has. Nothing is sent where it
 * has that revision.
 */
export async function saveToCrm(id: string, deps: SaveDeps): Promise<RowOutcome> {
  const found = await withCase(id, deps, async (kase, stores) => ({
    kase,
    told: await stores.cases.crmRevision(id),
    author: await authorOf(kase, stores),
  }));
  if (!found || found.told >= found.kase.revision) return DONE;
  const { kase, told, author } = found;
  const line = await deps.peers.enter('crm', id);
  if (!line.open) return { state: 'wait', afterSeconds: line.waitSeconds, code: 'busy' };
  let health: Health = 'well';
  try {
    const record = crmRecordOf(kase);
    // Where the basis lets the CRM have no colleague's name, none of them is its author either.
    const by = record.assignee === null ? null : author;
    const { crmId } = await deps.crm.save(record, { known: told > 0, author: by });
    if (kase.erasedAt !== null) await deps.crm.erase(kase.id);
    deps.crmStanding.granted();
    await deps.unitOfWork.run((stores) => stores.cases.saveCrmRevision(kase.id, kase.revision, crmId));
    return DONE;
  } catch (error) {
    if (!(error instanceof CrmError)) throw error;
    health = healthAfter(error);
    if (error.code === 'denied') deps.crmStanding.denied(error.detail);
    if (error.code === 'rejected') deps.crmStanding.granted();
    if (error.code === 'rejected') deps.log('crm-rejected', { case: id, code: error.detail ?? 'rejected' });
    return outcomeOf(error);
  } finally {
    line.leave(health);
  }
}

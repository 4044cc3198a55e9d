import { isDeepStrictEqual } from 'node:util';
import type { Case } from '../core/case/case.ts';
import { crmRecordOf } from './crm-record.ts';
import type { Dependencies } from './dependencies.ts';
import { type Crm, CrmError, type CrmRecord } from './ports/crm.ts';

/**
 * What became of a record. `moved`: it is in the new CRM, and was compared. `there`: it was there before. `to-move`: it
 * would be moved, in a dry run. `without-case`: no case is known that it belongs to, so nothing says what may be sent.
 * `refused`: the new CRM does not take it. `unlike`: the new CRM holds something else than was sent.
 */
type Fate = 'moved' | 'there' | 'to-move' | 'without-case' | 'refused' | 'unlike';
export type MigrationCounts = Readonly<Record<Fate, number>>;

/** A record that stays behind, with the new CRM's code. */
interface LeftBehind {
  readonly caseId: string;
  readonly fate: Exclude<Fate, 'moved' | 'there' | 'to-move'>;
  readonly code: string | null;
}

interface Migration extends Pick<Dependencies, 'unitOfWork'> {
  /** The ids of the records that the embedded CRM holds. */
  readonly caseIds: readonly string[];
  readonly target: Crm;
  /** What the new CRM keeps of a record, and of that of an erased case. */
  readonly keptOf: (record: CrmRecord, isErased: boolean) => CrmRecord;
  /** Nothing is sent. */
  readonly isDry: boolean;
  /** Waits before a call that failed is tried again. */
  readonly pause: (attempt: number, afterSeconds: number | null) => Promise<void>;
  readonly left: (one: LeftBehind) => void;
}

/** Attempts where the new CRM does not answer, or somebody else changes the row at the same time. */
const ATTEMPTS = 4;

/**
 * Moves the records of the embedded CRM to another: the record of each case as its basis allows it now. Each is asked for
 * before it is sent and compared after, so that a move that was stopped goes on when it is begun again, and nothing
 * stands there twice. A case that people have deleted there since it was moved is not made again. Throws `CrmError`
 * where the new CRM is away, or lets nobody in.
 */
export async function migrateCrm(migration: Migration): Promise<MigrationCounts> {
  const counts = { moved: 0, there: 0, 'to-move': 0, 'without-case': 0, refused: 0, unlike: 0 };
  for (const caseId of migration.caseIds) {
    const { fate, code } = await tried(migration, () => moveOne(caseId, migration));
    counts[fate]++;
    if (fate === 'without-case' || fate === 'refused' || fate === 'unlike')
      migration.left({ caseId, fate, code });
  }
  return counts;
}

interface Moved {
  readonly fate: Fate;
  readonly code: string | null;
}

const ended = (fate: Fate, code: string | null = null): Moved => ({ fate, code });

/** Does the work again where that may help; a record that is refused ends there. */
async function tried({ pause }: Migration, work: () => Promise<Moved>): Promise<Moved> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof CrmError) || error.code === 'denied') throw error;
      if (error.code === 'rejected') return ended('refused', error.detail);
      if (attempt === ATTEMPTS) throw error;
      await pause(attempt, error.retryAfterSeconds);
    }
  }
}

/** The case, and whether another CRM than the embedded one has had it. */
async function caseOf(caseId: string, { unitOfWork }: Migration) {
  return unitOfWork.read(async (stores) => {
    const kase = await stores.cases.get(caseId);
    const told = await stores.cases.crmRevision(caseId);
    const embedded = await stores.cases.idInCrm(`embedded-${caseId}`);
    return kase && { kase, known: told > 0 && embedded === null };
  });
}

async function moveOne(caseId: string, migration: Migration): Promise<Moved> {
  const { target, isDry } = migration;
  const found = await caseOf(caseId, migration);
  if (!found) return ended('without-case');
  const { kase, known } = found;
  const there = await target.findByCase(caseId);
  const isThere = there !== null && there.revision >= kase.revision;
  if (isThere && known) return compared(kase, there, 'there', migration);
  if (isDry) return ended('to-move');
  const { crmId } = await target.save(crmRecordOf(kase), { known, author: null });
  if (kase.erasedAt !== null) await target.erase(caseId);
  const saved = await target.findByCase(caseId);
  const result = compared(kase, saved, isThere ? 'there' : 'moved', migration);
  // Only what was seen there counts as there; until then the service goes on as before.
  if (saved !== null && result.fate !== 'unlike')
    await migration.unitOfWork.run((stores) => stores.cases.saveCrmRevision(caseId, saved.revision, crmId));
  return result;
}

/** Compares what the new CRM holds with what it was to be given. A newer revision was saved by the service meanwhile. */
function compared(kase: Case, saved: CrmRecord | null, fate: Fate, { keptOf }: Migration): Moved {
  if (saved === null) return ended('unlike', 'not-there');
  if (saved.revision > kase.revision) return ended(fate);
  const given = keptOf(crmRecordOf(kase), kase.erasedAt !== null);
  const differing = Object.keys(given).filter(
    (field) => !isDeepStrictEqual(given[field as keyof CrmRecord], saved[field as keyof CrmRecord]),
  );
  return differing.length === 0 ? ended(fate) : ended('unlike', differing.join(' '));
}

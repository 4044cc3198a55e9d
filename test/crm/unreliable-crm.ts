import { type Crm, CrmError, type CrmRecord } from '../../src/app/ports/crm.ts';

/** How the next call goes wrong. `answer-lost`: the record was saved, but the caller never hears of it. */
type Mishap = 'down' | 'answer-lost' | 'rejected' | { readonly waitFor: Promise<void> };

/** A CRM that fails as told: the mishaps one call each, in order; `down` until told otherwise. */
export interface UnreliableCrm extends Crm {
  /** Every save that was tried, and whether it reached the CRM behind. */
  readonly saves: readonly {
    readonly caseId: string;
    readonly revision: number;
    readonly reached: boolean;
  }[];
  next(...mishaps: readonly Mishap[]): void;
  down(isDown: boolean): void;
}

export function unreliableCrm(behind: Crm): UnreliableCrm {
  const saves: { caseId: string; revision: number; reached: boolean }[] = [];
  const coming: Mishap[] = [];
  let isDown = false;

  async function through<T>(call: () => Promise<T>): Promise<T> {
    const mishap = coming.shift();
    if (isDown || mishap === 'down') throw new CrmError('unavailable', 'Down, as the test wanted');
    if (mishap === 'rejected') throw new CrmError('rejected', 'Rejected, as the test wanted');
    if (typeof mishap === 'object') await mishap.waitFor;
    const result = await call();
    if (mishap === 'answer-lost') throw new CrmError('unavailable', 'Saved, but the answer was lost');
    return result;
  }

  async function save(record: CrmRecord) {
    const tried = { caseId: record.caseId, revision: record.revision, reached: false };
    saves.push(tried);
    return through(async () => {
      const result = await behind.save(record);
      tried.reached = true;
      return result;
    });
  }

  return {
    saves,
    next: (...mishaps) => void coming.push(...mishaps),
    down(now) {
      isDown = now;
    },
    save,
    findByCase: (caseId) => through(() => behind.findByCase(caseId)),
    findByCvr: (cvr) => through(() => behind.findByCvr(cvr)),
    servedCases: (cvr) => through(() => behind.servedCases(cvr)),
    erase: (caseId) => through(() => behind.erase(caseId)),
  };
}

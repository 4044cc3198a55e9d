import type { Case } from '../core/case/case.ts';
import type { HistoryEntry } from '../core/case/events.ts';
import type { CaseRecord } from '../core/indicators/case-record.ts';
import { ownCaseOf } from '../core/indicators/own-case.ts';
import type { OwnSources } from '../core/indicators/own-figures.ts';
import { recordOfCase, type StoredCase } from '../core/indicators/record-of-case.ts';
import { outreachRecords } from './outreach/outreach-records.ts';
import type { UnitOfWork } from './ports/unit-of-work.ts';

/** Cases read at a time. More holds too many in memory; fewer makes 100,000 cases slow. */
const PAGE = 1_000;

/**
 * Reads the store's cases that meet the condition with their history, in order of id, and keeps what `read` makes of each.
 * Each page is read in a transaction of its own, so that a long report holds up nobody; a case and its history are always
 * of one moment.
 */
async function readStored<T>(
  unitOfWork: UnitOfWork,
  read: (stored: StoredCase) => T,
  fits: (kase: Case) => boolean = () => true,
  pageSize = PAGE,
): Promise<readonly T[]> {
  const found: T[] = [];
  for (let after: string | undefined = ''; after !== undefined; ) {
    const from: string = after;
    const { cases, history, current } = await unitOfWork.read(async (stores) => {
      const page = await stores.cases.page(from, pageSize);
      const last = page.at(-1)?.id ?? from;
      return {
        cases: page,
        history: linesByCase(await stores.history.ofCases(from, last)),
        current: new Set(await stores.cases.currentInCrm(from, last)),
      };
    });
    for (const kase of cases.filter(fits)) {
      const { id } = kase;
      found.push(read({ case: kase, history: history.get(id) ?? [], crmCurrent: current.has(id) }));
    }
    after = cases.length < pageSize ? undefined : cases.at(-1)?.id;
  }
  return found;
}

/** The records of the store's cases that meet the condition, in order of id. */
export async function caseRecords(
  unitOfWork: UnitOfWork,
  fits: (kase: Case) => boolean = () => true,
  pageSize = PAGE,
): Promise<readonly CaseRecord[]> {
  return readStored(unitOfWork, recordOfCase, fits, pageSize);
}

/** Everything that figures are counted from: the records, what the own figures need beside them, and outreach. */
export async function figureSources(unitOfWork: UnitOfWork): Promise<OwnSources> {
  const read = await readStored(unitOfWork, (stored) => {
    const record = recordOfCase(stored);
    return { record, own: ownCaseOf(stored, record) };
  });
  return {
    records: read.map(({ record }) => record),
    own: read.map(({ own }) => own),
    contacts: await outreachRecords(unitOfWork),
  };
}

function linesByCase(lines: readonly HistoryEntry[]): ReadonlyMap<string, readonly HistoryEntry[]> {
  const byCase = new Map<string, HistoryEntry[]>();
  for (const line of lines) {
    const list = byCase.get(line.caseId);
    if (list) list.push(line);
    else byCase.set(line.caseId, [line]);
  }
  return byCase;
}

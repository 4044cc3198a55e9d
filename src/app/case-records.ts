import type { Case } from '../core/case/case.ts';
import type { HistoryEntry } from '../core/case/events.ts';
import type { CaseRecord } from '../core/indicators/case-record.ts';
import { recordOfCase } from '../core/indicators/record-of-case.ts';
import type { UnitOfWork } from './ports/unit-of-work.ts';

/** Cases read at a time. More holds too many in memory; fewer makes 100,000 cases slow. */
const PAGE = 1_000;

/**
 * The records of the store's cases that meet the condition, in order of id. Each page is read in a transaction of its
 * own, so that a long report holds up nobody; a case and its history are always of one moment.
 */
export async function caseRecords(
  unitOfWork: UnitOfWork,
  fits: (kase: Case) => boolean = () => true,
  pageSize = PAGE,
): Promise<readonly CaseRecord[]> {
  const records: CaseRecord[] = [];
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
      records.push(recordOfCase({ case: kase, history: history.get(id) ?? [], crmCurrent: current.has(id) }));
    }
    after = cases.length < pageSize ? undefined : cases.at(-1)?.id;
  }
  return records;
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

import type { Case } from '../core/case/case.ts';
import type { HistoryEntry } from '../core/case/events.ts';
import { visibleToCrm } from '../core/case/visibility.ts';
import type { CaseRecord } from '../core/indicators/case-record.ts';
import { ownCaseOf } from '../core/indicators/own-case.ts';
import type { AgreedSources, FigureSources } from '../core/indicators/own-figures.ts';
import { recordOfCase, type StoredCase } from '../core/indicators/record-of-case.ts';
import { type Advice, adviceOf, advisersOf } from '../core/indicators/trained-figures.ts';
import { type Area, OPEN_AREAS } from '../core/vocabulary.ts';
import { outreachRecords } from './outreach/outreach-records.ts';
import type { UnitOfWork } from './ports/unit-of-work.ts';
import { surveyRecords } from './surveys/survey-records.ts';

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

/** What the agreed figures are counted from: the records, outreach, answers, and who advised whom with their training. */
export async function agreedSources(unitOfWork: UnitOfWork): Promise<AgreedSources> {
  const read = await readStored(unitOfWork, (stored) => ({
    record: recordOfCase(stored),
    advice: adviceOf(stored.case),
  }));
  return sourcesOf(unitOfWork, read);
}

/** Everything that figures are counted from: besides, what the own figures need. */
export async function figureSources(unitOfWork: UnitOfWork): Promise<FigureSources> {
  const read = await readStored(unitOfWork, (stored) => {
    const record = recordOfCase(stored);
    return { record, own: ownCaseOf(stored, record), advice: adviceOf(stored.case) };
  });
  return { ...(await sourcesOf(unitOfWork, read)), own: read.map(({ own }) => own) };
}

async function sourcesOf(
  unitOfWork: UnitOfWork,
  read: readonly { readonly record: CaseRecord; readonly advice: readonly Advice[] }[],
): Promise<AgreedSources> {
  const records = read.map(({ record }) => record);
  const people = await unitOfWork.read((stores) => stores.people.all());
  return {
    records,
    contacts: await outreachRecords(unitOfWork),
    answers: await surveyRecords(unitOfWork, records),
    advisers: advisersOf(
      read.flatMap(({ advice }) => advice),
      people,
    ),
  };
}

/** The free text of an enquiry, with the needs that it stands under. */
export interface AskedText {
  /** The intake that it is from, or the text itself where that is not known. */
  readonly enquiry: string;
  readonly at: string;
  readonly areas: readonly Area[];
  readonly text: string;
}

/**
 * What demand is counted from: the records, the texts of cases that stand under no need of the list, and those that
 * colleagues corrected. Only texts whose basis covers their words, and of no crisis.
 */
export async function demandSources(
  unitOfWork: UnitOfWork,
): Promise<{ readonly records: readonly CaseRecord[]; readonly texts: readonly AskedText[] }> {
  const read = await readStored(unitOfWork, (stored) => ({
    record: recordOfCase(stored),
    text: openTextOf(stored.case),
  }));
  const corrected = await unitOfWork.read((stores) => stores.examples.all());
  return {
    records: read.map(({ record }) => record),
    texts: [
      ...read.flatMap(({ text }) => text ?? []),
      ...corrected.map(({ draftId, at, areas, text }) => ({ enquiry: draftId ?? text, at, areas, text })),
    ],
  };
}

function openTextOf(kase: Case): AskedText | null {
  const { description = '', areas = [] } = kase.values;
  const open = areas.filter((area) => OPEN_AREAS.some((one) => one === area));
  if (open.length === 0 || description === '' || !visibleToCrm(kase).notes) return null;
  return { enquiry: kase.draftId, at: kase.createdAt, areas: open, text: description };
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

import { type Area, OPEN_AREAS } from '../vocabulary.ts';
import { askedNeeds } from './asked-needs.ts';
import type { CaseRecord } from './case-record.ts';
import { countedCases } from './counted-case.ts';
import { danishDays } from './danish-days.ts';
import type { OwnQuestion } from './own-question.ts';

/**
 * A smaller number is not shown: whoever knows the place could tell who asked. It holds for companies, many of which are
 * one person, and for words, which may be a name that was not recognised.
 */
export const SMALLEST_SHOWN = 5;

/** What companies of one municipality asked for in one month (`2026-10`). */
export interface DemandRow {
  readonly month: string;
  readonly municipality: string;
  readonly area: Area;
  /** Null under `SMALLEST_SHOWN`. */
  readonly companies: number | null;
}

/** A word of enquiries that stand under no need of the list, or that a colleague corrected, with the need it then got. */
export interface DemandWord {
  readonly word: string;
  readonly area: Area;
  /** The enquiries with the word: never fewer than `SMALLEST_SHOWN`. */
  readonly enquiries: number;
}

/** Words of one enquiry, each once. `enquiry` tells enquiries apart. */
export interface AskedWords {
  readonly enquiry: string;
  readonly areas: readonly Area[];
  readonly words: readonly string[];
}

const isOpen = (area: Area): boolean => OPEN_AREAS.some((open) => open === area);

/** Needs that the list has no name for come first: that is where the editors find what is missing. */
const openFirst = (a: Area, b: Area): number => Number(isOpen(b)) - Number(isOpen(a));

/** Companies by month, municipality and need, the needs outside the list first. */
export function demandOf(records: readonly CaseRecord[], question: OwnQuestion): readonly DemandRow[] {
  const recordById = new Map(records.map((record) => [record.caseId, record]));
  const cases = countedCases(records, question.asOf).flatMap((counted) => {
    const record = recordById.get(counted.caseId);
    return record ? [{ counted, record }] : [];
  });
  const groups = new Map<
    string,
    { readonly row: Omit<DemandRow, 'companies'>; readonly companies: Set<string> }
  >();
  for (const { company, municipality, on, areas } of askedNeeds(cases, {
    ...question,
    dayOf: danishDays(),
  })) {
    for (const area of areas) {
      const row = { month: on.slice(0, 7), municipality, area };
      const key = `${row.month} ${municipality} ${area}`;
      const group = groups.get(key) ?? { row, companies: new Set<string>() };
      group.companies.add(company);
      groups.set(key, group);
    }
  }
  return [...groups]
    .sort(([a, one], [b, other]) => openFirst(one.row.area, other.row.area) || (a < b ? -1 : 1))
    .map(([, { row, companies }]) => ({
      ...row,
      companies: companies.size < SMALLEST_SHOWN ? null : companies.size,
    }));
}

/** The words that enough enquiries have, those under no need of the list first, then the most used. */
export function demandWords(asked: readonly AskedWords[]): readonly DemandWord[] {
  const counts = new Map<
    string,
    { readonly word: string; readonly area: Area; readonly enquiries: Set<string> }
  >();
  for (const { enquiry, areas, words } of asked) {
    for (const area of areas) {
      for (const word of words) {
        const key = `${word} ${area}`;
        const count = counts.get(key) ?? { word, area, enquiries: new Set<string>() };
        count.enquiries.add(enquiry);
        counts.set(key, count);
      }
    }
  }
  return [...counts.values()]
    .map(({ word, area, enquiries }) => ({ word, area, enquiries: enquiries.size }))
    .filter(({ enquiries }) => enquiries >= SMALLEST_SHOWN)
    .sort((a, b) => openFirst(a.area, b.area) || b.enquiries - a.enquiries || (a.word < b.word ? -1 : 1));
}

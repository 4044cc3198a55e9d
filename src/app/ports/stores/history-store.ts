import type { HistoryEntry } from '../../../core/case/events.ts';

/** The lines of a case's history, in order; lines are only ever added. */
export interface HistoryReader {
  of(caseId: string): Promise<readonly HistoryEntry[]>;
  /** The lines of every case after `after` up to and including `last`, in order of case and line. */
  ofCases(after: string, last: string): Promise<readonly HistoryEntry[]>;
}

export interface HistoryStore extends HistoryReader {
  append(entries: readonly HistoryEntry[]): Promise<void>;
}

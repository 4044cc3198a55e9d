import type { HistoryEntry } from '../../../core/case/events.ts';

export interface HistoryReader {
  of(caseId: string): Promise<readonly HistoryEntry[]>;
}

export interface HistoryStore extends HistoryReader {
  append(entries: readonly HistoryEntry[]): Promise<void>;
}

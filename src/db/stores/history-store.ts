import type { Transaction } from 'kysely';
import type { HistoryStore } from '../../app/ports/stores/history-store.ts';
import type { HistoryEntry } from '../../core/case/events.ts';
import type { Schema } from '../schema.ts';
import { read } from './read-document.ts';

export function historyStore(db: Transaction<Schema>): HistoryStore {
  return {
    async append(entries) {
      if (entries.length === 0) return;
      await db
        .insertInto('history')
        .values(
          entries.map((entry) => ({
            case_id: entry.caseId,
            sequence: entry.sequence,
            at: entry.at,
            document: JSON.stringify(entry),
          })),
        )
        .execute();
    },
    async of(caseId) {
      const rows = await db
        .selectFrom('history')
        .select('document')
        .where('case_id', '=', caseId)
        .orderBy('sequence')
        .execute();
      return rows.map((row) => read<HistoryEntry>(row.document));
    },
  };
}

import type { HistoryStore } from '../../app/ports/stores/history-store.ts';
import type { HistoryEntry } from '../../core/case/events.ts';
import { query, type Session } from '../query.ts';
import { readAll } from './read-document.ts';

const APPEND = query((db, p: { caseId: string; sequence: number; at: string; document: string }) =>
  db
    .insertInto('history')
    .values({ case_id: p.caseId, sequence: p.sequence, at: p.at, document: p.document }),
);
const OF_CASE = query((db, p: { caseId: string }) =>
  db.selectFrom('history').select('document').where('case_id', '=', p.caseId).orderBy('sequence'),
);
const OF_CASES = query((db, p: { after: string; last: string }) =>
  db
    .selectFrom('history')
    .select('document')
    .where('case_id', '>', p.after)
    .where('case_id', '<=', p.last)
    .orderBy('case_id')
    .orderBy('sequence'),
);

export function historyStore(session: Session): HistoryStore {
  return {
    async append(entries) {
      for (const entry of entries) {
        const { caseId, sequence, at } = entry;
        await session.change(APPEND, { caseId, sequence, at, document: JSON.stringify(entry) });
      }
    },
    of: async (caseId) => readAll<HistoryEntry>(await session.all(OF_CASE, { caseId })),
    ofCases: async (after, last) => readAll<HistoryEntry>(await session.all(OF_CASES, { after, last })),
  };
}

import type { AuditStore } from '../../app/ports/stores/audit-store.ts';
import type { AuditEntry } from '../../core/audit.ts';
import { query, type Session } from '../query.ts';

const ADD = query((db, p: AuditEntry) =>
  db.insertInto('audit').values({
    at: p.at,
    person: p.person,
    organisation: p.organisation,
    action: p.action,
    case_id: p.caseId,
    relation: p.relation,
    cases: p.cases,
  }),
);
const OLDER = query((db, p: { instant: string }) =>
  db.selectFrom('audit').select('sequence').where('at', '<', p.instant).limit(1),
);
const LIMIT = query((db, p: { instant: string }) =>
  db
    .insertInto('audit_limits')
    .values({ up_to: p.instant })
    .onConflict((conflict) => conflict.doNothing()),
);
const FORGET = query((db, p: { instant: string }) => db.deleteFrom('audit').where('at', '<', p.instant));

export function auditStore(session: Session): AuditStore {
  return {
    async add(entries) {
      for (const entry of entries) await session.change(ADD, entry);
    },

    async page({ caseId, person, from, to }, after, limit) {
      let rows = session.db.selectFrom('audit').selectAll().where('sequence', '>', after);
      if (caseId !== undefined) rows = rows.where('case_id', '=', caseId);
      if (person !== undefined) rows = rows.where('person', '=', person);
      if (from !== undefined) rows = rows.where('at', '>=', from);
      if (to !== undefined) rows = rows.where('at', '<', to);
      const found = await rows.orderBy('sequence').limit(limit).execute();
      return found.map(({ sequence, case_id: caseId, cases, ...row }) => ({
        ...(row as Pick<AuditEntry, 'at' | 'person' | 'organisation' | 'action' | 'relation'>),
        caseId,
        cases: Number(cases),
        number: Number(sequence),
      }));
    },

    async forgetBefore(instant) {
      if (!(await session.first(OLDER, { instant }))) return 0;
      // The table lets go of what is older than a limit that was noted, and of nothing else.
      await session.change(LIMIT, { instant });
      return session.change(FORGET, { instant });
    },
  };
}

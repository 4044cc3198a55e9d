import type { CrmReadingStore } from '../../app/ports/stores/crm-reading-store.ts';
import { query, type Session } from '../query.ts';

/** There is one CRM. */
const CRM = 'crm';

const LAST = query((db, p: { name: string }) =>
  db.selectFrom('crm_reading').select(['token', 'scanned']).where('name', '=', p.name),
);
const SAVE = query((db, p: { name: string; token: string; scanned: string | null }) =>
  db
    .insertInto('crm_reading')
    .values({ name: p.name, token: p.token, scanned: p.scanned })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet((eb) => ({
        token: eb.ref('excluded.token'),
        scanned: eb.ref('excluded.scanned'),
      })),
    ),
);

const DUE = query((db, p: { now: string; limit: number }) =>
  db
    .selectFrom('crm_looks')
    .select(['case_id', 'at', 'failures'])
    .where('at', '<=', p.now)
    .orderBy('at')
    .orderBy('case_id')
    .limit(p.limit),
);
const OF_CASE = query((db, p: { caseId: string }) =>
  db.selectFrom('crm_looks').select('failures').where('case_id', '=', p.caseId),
);
const UNREAD = query((db) =>
  db
    .selectFrom('crm_looks')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('failures', '>', 0),
);
const LOOK_AGAIN = query((db, p: { caseId: string; at: string; failures: number }) =>
  db
    .insertInto('crm_looks')
    .values({ case_id: p.caseId, at: p.at, failures: p.failures })
    .onConflict((conflict) =>
      conflict.column('case_id').doUpdateSet((eb) => ({
        at: eb.ref('excluded.at'),
        failures: eb.ref('excluded.failures'),
      })),
    ),
);
const LOOKED = query((db, p: { caseId: string }) =>
  db.deleteFrom('crm_looks').where('case_id', '=', p.caseId),
);

export function crmReadingStore(session: Session): CrmReadingStore {
  return {
    last: async () => await session.first(LAST, { name: CRM }),
    async save({ token, scanned }) {
      await session.change(SAVE, { name: CRM, token, scanned });
    },
    due: async (now, limit) =>
      (await session.all(DUE, { now, limit })).map(({ case_id: caseId, at, failures }) => ({
        caseId,
        at,
        failures,
      })),
    isNoted: async (caseId) => (await session.first(OF_CASE, { caseId })) !== undefined,
    failuresOf: async (caseId) => (await session.first(OF_CASE, { caseId }))?.failures ?? 0,
    unread: async () => Number((await session.first(UNREAD, {}))?.count ?? 0),
    async lookAgain(look) {
      await session.change(LOOK_AGAIN, look);
    },
    async looked(caseId) {
      await session.change(LOOKED, { caseId });
    },
  };
}

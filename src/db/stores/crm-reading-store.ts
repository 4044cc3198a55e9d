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

export function crmReadingStore(session: Session): CrmReadingStore {
  return {
    last: async () => await session.first(LAST, { name: CRM }),
    async save({ token, scanned }) {
      await session.change(SAVE, { name: CRM, token, scanned });
    },
  };
}

import type { DigestStore } from '../../app/ports/stores/digest-store.ts';
import type { OrganisationId } from '../../core/organisation.ts';
import { query, type Session } from '../query.ts';

/** The month before any that is sent. */
const NONE = '';

const SETTLED = query((db, p: { month: string }) =>
  db
    .selectFrom('digests')
    .select('organisation')
    .where((eb) => eb.or([eb('month', '>=', p.month), eb('wanted', '=', 0)])),
);
const WANTED = query((db, p: { organisation: string }) =>
  db.selectFrom('digests').select('wanted').where('organisation', '=', p.organisation),
);
const CLAIM = query((db, p: { organisation: string; month: string }) =>
  db
    .insertInto('digests')
    .values({ organisation: p.organisation, month: p.month, wanted: 1 })
    .onConflict((conflict) =>
      conflict
        .column('organisation')
        .doUpdateSet((eb) => ({ month: eb.ref('excluded.month') }))
        .whereRef('digests.month', '<', 'excluded.month')
        .where('digests.wanted', '=', 1),
    ),
);
const SAVE_WANTED = query((db, p: { organisation: string; wanted: number }) =>
  db
    .insertInto('digests')
    .values({ organisation: p.organisation, month: NONE, wanted: p.wanted })
    .onConflict((conflict) =>
      conflict.column('organisation').doUpdateSet((eb) => ({ wanted: eb.ref('excluded.wanted') })),
    ),
);

export function digestStore(session: Session): DigestStore {
  return {
    async settledFor(month) {
      const rows = await session.all(SETTLED, { month });
      return new Set(rows.map(({ organisation }) => organisation as OrganisationId));
    },
    isOff: async (organisation) => (await session.first(WANTED, { organisation }))?.wanted === 0,
    claim: async (organisation, month) => (await session.change(CLAIM, { organisation, month })) > 0,
    async saveOff(organisation, off) {
      await session.change(SAVE_WANTED, { organisation, wanted: off ? 0 : 1 });
    },
  };
}

import type { AdviserStore } from '../../app/ports/stores/adviser-store.ts';
import type { Adviser } from '../../core/advisers/adviser.ts';
import type { Choice, Showing } from '../../core/advisers/showing.ts';
import { query, type Session } from '../query.ts';
import { parseDocument, read, readAll } from './read-document.ts';

const ALL = query((db) => db.selectFrom('advisers').select('document').orderBy('id'));
const IMPORTED = query((db) => db.selectFrom('advisers').select(['document', 'imported_at']).orderBy('id'));
const REMOVE = query((db, p: { id: string }) => db.deleteFrom('advisers').where('id', '=', p.id));
const REMOVE_SHARES = query((db, p: { id: string }) =>
  db.deleteFrom('adviser_shares').where('adviser', '=', p.id),
);
const BY_ID = query((db, p: { id: string }) =>
  db.selectFrom('advisers').select('document').where('id', '=', p.id),
);
const PUT = query((db, p: { id: string; document: string; at: string }) =>
  db
    .insertInto('advisers')
    .values({ id: p.id, document: p.document, imported_at: p.at })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((eb) => ({
        document: eb.ref('excluded.document'),
        imported_at: eb.ref('excluded.imported_at'),
      })),
    ),
);
const SHARES = query((db, p: { area: string }) =>
  db.selectFrom('adviser_shares').select(['adviser', 'shown', 'first']).where('area', '=', p.area),
);
const SHARE = query((db, p: { area: string; adviser: string; shown: number; first: number }) =>
  db
    .insertInto('adviser_shares')
    .values({ area: p.area, adviser: p.adviser, shown: p.shown, first: p.first })
    .onConflict((conflict) =>
      conflict.columns(['area', 'adviser']).doUpdateSet((eb) => ({
        shown: eb.ref('excluded.shown'),
        first: eb.ref('excluded.first'),
      })),
    ),
);
const SHOWING = query((db, p: { id: string }) =>
  db.selectFrom('adviser_showings').select('document').where('id', '=', p.id),
);
const SHOW = query((db, p: { id: string; at: string; document: string }) =>
  db
    .insertInto('adviser_showings')
    .values({ id: p.id, at: p.at, document: p.document })
    .onConflict((conflict) => conflict.doNothing()),
);
const CHOOSE = query((db, p: { id: string; caseId: string; askAt: string; document: string }) =>
  db
    .insertInto('adviser_choices')
    .values({ id: p.id, case_id: p.caseId, ask_at: p.askAt, asked_at: null, document: p.document })
    .onConflict((conflict) => conflict.doNothing()),
);
const TO_ASK = query((db, p: { now: string; limit: number }) =>
  db
    .selectFrom('adviser_choices')
    .select('document')
    .where('asked_at', 'is', null)
    .where('ask_at', '<=', p.now)
    .orderBy('ask_at')
    .orderBy('id')
    .limit(p.limit),
);
const OF_CASE = query((db, p: { caseId: string }) =>
  db
    .selectFrom('adviser_choices')
    .select('document')
    .where('case_id', '=', p.caseId)
    .orderBy('ask_at')
    .orderBy('id'),
);
const ASKED = query((db, p: { id: string; at: string }) =>
  db.updateTable('adviser_choices').set({ asked_at: p.at }).where('id', '=', p.id),
);
const FORGET_SHOWINGS = query((db, p: { instant: string }) =>
  db.deleteFrom('adviser_showings').where('at', '<', p.instant),
);
const FORGET_CHOICES = query((db, p: { instant: string }) =>
  db.deleteFrom('adviser_choices').where('asked_at', '<', p.instant),
);

export function adviserStore(session: Session): AdviserStore {
  return {
    all: async () => readAll<Adviser>(await session.all(ALL, {})),
    imported: async () =>
      (await session.all(IMPORTED, {})).map(({ document, imported_at }) => ({
        adviser: parseDocument<Adviser>(document),
        at: imported_at,
      })),
    get: async (id) => read<Adviser>(await session.first(BY_ID, { id })),
    async put(advisers, at) {
      for (const adviser of advisers)
        await session.change(PUT, { id: adviser.id, document: JSON.stringify(adviser), at });
    },
    async remove(id) {
      await session.change(REMOVE, { id });
      await session.change(REMOVE_SHARES, { id });
    },
    sharesOf: async (area) =>
      (await session.all(SHARES, { area })).map(({ adviser, shown, first }) => ({
        adviser,
        shown: Number(shown),
        first: Number(first),
      })),
    showing: async (id) => read<Showing>(await session.first(SHOWING, { id })),
    async show(showing, shares) {
      const { id, at, area } = showing;
      await session.change(SHOW, { id, at, document: JSON.stringify(showing) });
      for (const share of shares) await session.change(SHARE, { area, ...share });
    },
    async choose(choice) {
      const { id, caseId, askAt } = choice;
      await session.change(CHOOSE, { id, caseId, askAt, document: JSON.stringify(choice) });
    },
    toAsk: async (now, limit) => readAll<Choice>(await session.all(TO_ASK, { now, limit })),
    choicesOf: async (caseId) => readAll<Choice>(await session.all(OF_CASE, { caseId })),
    async asked(id, at) {
      await session.change(ASKED, { id, at });
    },
    forgetBefore: async (instant) =>
      (await session.change(FORGET_SHOWINGS, { instant })) +
      (await session.change(FORGET_CHOICES, { instant })),
  };
}

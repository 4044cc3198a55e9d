import type { MarkStore } from '../../app/ports/stores/mark-store.ts';
import { query, type Session } from '../query.ts';

const ADD = query((db, p: { person: string; what: string; at: string }) =>
  db.insertInto('marks').values({ person: p.person, what: p.what, at: p.at }),
);
const COUNT = query((db, p: { person: string; what: string; instant: string }) =>
  db
    .selectFrom('marks')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('person', '=', p.person)
    .where('what', '=', p.what)
    .where('at', '>', p.instant),
);
const SINCE = query((db, p: { person: string; from: string; before: string; instant: string }) =>
  db
    .selectFrom('marks')
    .select('what')
    .where('person', '=', p.person)
    .where('what', '>=', p.from)
    .where('what', '<', p.before)
    .where('at', '>=', p.instant)
    .orderBy('at', 'desc')
    .limit(20),
);
const FORGET = query((db, p: { instant: string }) => db.deleteFrom('marks').where('at', '<=', p.instant));

export function markStore(session: Session): MarkStore {
  return {
    async add(person, what, at) {
      await session.change(ADD, { person, what, at });
    },
    async since(person, kind, instant) {
      const rows = await session.all(SINCE, { person, from: kind, before: `${kind}~`, instant });
      return rows.map(({ what }) => what);
    },
    countSince: async (person, what, instant) =>
      Number((await session.first(COUNT, { person, what, instant }))?.count ?? 0),
    forgetBefore: (instant) => session.change(FORGET, { instant }),
  };
}

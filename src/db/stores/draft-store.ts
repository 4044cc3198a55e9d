import type { DraftStore } from '../../app/ports/stores/draft-store.ts';
import type { Draft } from '../../core/intake/draft.ts';
import { columns, query, type Session } from '../query.ts';
import { read, readAll } from './read-document.ts';

function rowOf(draft: Draft) {
  return {
    id: draft.id,
    person: draft.person,
    state: draft.state,
    cvr: draft.values.cvr ?? null,
    updated_at: draft.updatedAt,
    revision: draft.revision,
    document: JSON.stringify(draft),
  };
}

type DraftRow = ReturnType<typeof rowOf>;
const CHANGED = ['person', 'state', 'cvr', 'updated_at', 'revision', 'document'] as const;

/** States in which a draft waits for its person. */
const UNFINISHED = ['active', 'set-aside'];

const ACTIVE = query((db, p: { person: string }) =>
  db
    .selectFrom('drafts')
    .select('document')
    .where('person', '=', p.person)
    .where('state', '=', 'active')
    .orderBy('updated_at', 'desc')
    .limit(1),
);
const SET_ASIDE = query((db, p: { person: string; limit: number }) =>
  db
    .selectFrom('drafts')
    .select('document')
    .where('person', '=', p.person)
    .where('state', '=', 'set-aside')
    .orderBy('updated_at', 'desc')
    .limit(p.limit),
);
const BY_ID = query((db, p: { id: string }) =>
  db.selectFrom('drafts').select('document').where('id', '=', p.id),
);
const INSERT = query((db, p: DraftRow) => db.insertInto('drafts').values(columns(p, ['id', ...CHANGED])));
const UPDATE = query((db, p: DraftRow & { expected: number }) =>
  db.updateTable('drafts').set(columns(p, CHANGED)).where('id', '=', p.id).where('revision', '=', p.expected),
);
const IDLE = query((db, p: { instant: string; limit: number }) =>
  db
    .selectFrom('drafts')
    .select('id')
    .where('state', 'in', UNFINISHED)
    .where('updated_at', '<', p.instant)
    .limit(p.limit),
);
const DELETE_ENDED = query((db, p: { instant: string }) =>
  db.deleteFrom('drafts').where('state', 'not in', UNFINISHED).where('updated_at', '<', p.instant),
);
const DELETE = query((db, p: { id: string }) => db.deleteFrom('drafts').where('id', '=', p.id));
const OF_COMPANY = query((db, p: { cvr: string }) =>
  db.selectFrom('drafts').select('document').where('cvr', '=', p.cvr),
);
const PAGE = query((db, p: { after: string; limit: number }) =>
  db.selectFrom('drafts').select('document').where('id', '>', p.after).orderBy('id').limit(p.limit),
);

export function draftStore(session: Session): DraftStore {
  return {
    active: async (person) => read<Draft>(await session.first(ACTIVE, { person })),
    setAside: async (person, limit) => readAll<Draft>(await session.all(SET_ASIDE, { person, limit })),
    get: async (id) => read<Draft>(await session.first(BY_ID, { id })),
    async insert(draft) {
      await session.change(INSERT, rowOf(draft));
    },
    update: async (draft, expected) => (await session.change(UPDATE, { ...rowOf(draft), expected })) === 1,
    idleSince: async (instant, limit) => (await session.all(IDLE, { instant, limit })).map(({ id }) => id),
    deleteEndedBefore: (instant) => session.change(DELETE_ENDED, { instant }),
    async delete(id) {
      await session.change(DELETE, { id });
    },
    ofCompany: async (cvr) => readAll<Draft>(await session.all(OF_COMPANY, { cvr })),
    page: async (after, limit) => readAll<Draft>(await session.all(PAGE, { after, limit })),
  };
}

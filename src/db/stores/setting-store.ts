import type { SettingStore } from '../../app/ports/stores/setting-store.ts';
import { changeStepAt, type SettingChange } from '../../core/settings/change.ts';
import { columns, query, type Session } from '../query.ts';
import { read, readAll } from './read-document.ts';

function rowOf(change: SettingChange, written: number) {
  const { id, revision, organisation } = change;
  return {
    id,
    written,
    revision,
    organisation: organisation as string,
    next_step_at: changeStepAt(change),
    document: JSON.stringify(change),
  };
}

type SettingRow = ReturnType<typeof rowOf>;
const CHANGED = ['written', 'revision', 'organisation', 'next_step_at', 'document'] as const;

const WRITTEN = query((db) =>
  db.selectFrom('setting_changes').select((eb) => eb.fn.max<number | null>('written').as('written')),
);
const BY_ID = query((db, p: { id: string }) =>
  db.selectFrom('setting_changes').select('document').where('id', '=', p.id),
);
const ALL = query((db) => db.selectFrom('setting_changes').select('document').orderBy('id'));
const OF_ORGANISATION = query((db, p: { organisation: string }) =>
  db
    .selectFrom('setting_changes')
    .select('document')
    .where('organisation', '=', p.organisation)
    .orderBy('id'),
);
const STEP_DUE = query((db, p: { now: string; limit: number }) =>
  db
    .selectFrom('setting_changes')
    .select('id')
    .where('next_step_at', 'is not', null)
    .where('next_step_at', '<=', p.now)
    .orderBy('next_step_at')
    .limit(p.limit),
);
const INSERT = query((db, p: SettingRow) =>
  db.insertInto('setting_changes').values(columns(p, ['id', ...CHANGED])),
);
const UPDATE = query((db, p: SettingRow & { expected: number }) =>
  db
    .updateTable('setting_changes')
    .set(columns(p, CHANGED))
    .where('id', '=', p.id)
    .where('revision', '=', p.expected),
);

export function settingStore(session: Session): SettingStore {
  const written = async () => Number((await session.first(WRITTEN, {}))?.written ?? 0);
  return {
    written,
    get: async (id) => read<SettingChange>(await session.first(BY_ID, { id })),
    all: async () => readAll<SettingChange>(await session.all(ALL, {})),
    ofOrganisation: async (organisation) =>
      readAll<SettingChange>(await session.all(OF_ORGANISATION, { organisation })),
    withStepDue: async (now, limit) => (await session.all(STEP_DUE, { now, limit })).map(({ id }) => id),
    async insert(change) {
      await session.change(INSERT, rowOf(change, (await written()) + 1));
    },
    update: async (change, expected) =>
      (await session.change(UPDATE, {
        ...rowOf(change, (await written()) + 1),
        expected,
      })) === 1,
  };
}

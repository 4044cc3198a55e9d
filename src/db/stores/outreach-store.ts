import type { OutreachStore } from '../../app/ports/stores/outreach-store.ts';
import { isPlanned, type OutreachContact, outreachStepAt } from '../../core/outreach/outreach.ts';
import { columns, query, type Session } from '../query.ts';
import { read, readAll } from './read-document.ts';

function rowOf(contact: OutreachContact) {
  const { id, revision, by, told, company, createdAt } = contact;
  const planned = isPlanned(contact);
  return {
    id,
    revision,
    by_organisation: by as string,
    told: told.organisation as string,
    cvr: company.cvr,
    planned: Number(planned),
    // Unique while planned, so that two at once make one plan.
    plan_key: planned && company.cvr !== null ? `${by} ${company.cvr}` : null,
    created_at: createdAt,
    next_step_at: outreachStepAt(contact),
    document: JSON.stringify(contact),
  };
}

type OutreachRow = ReturnType<typeof rowOf>;
const CHANGED = [
  'revision',
  'by_organisation',
  'told',
  'cvr',
  'planned',
  'plan_key',
  'created_at',
  'next_step_at',
  'document',
] as const;

const BY_ID = query((db, p: { id: string }) =>
  db.selectFrom('outreach_contacts').select('document').where('id', '=', p.id),
);
const INSERT = query((db, p: OutreachRow) =>
  db
    .insertInto('outreach_contacts')
    .values(columns(p, ['id', ...CHANGED]))
    .onConflict((conflict) => conflict.doNothing()),
);
const UPDATE = query((db, p: OutreachRow & { expected: number }) =>
  db
    .updateTable('outreach_contacts')
    .set(columns(p, CHANGED))
    .where('id', '=', p.id)
    .where('revision', '=', p.expected),
);
const OF_COMPANY = query((db, p: { cvr: string }) =>
  db
    .selectFrom('outreach_contacts')
    .select('document')
    .where('cvr', '=', p.cvr)
    .orderBy('created_at', 'desc')
    .orderBy('id'),
);
const OF_ORGANISATION = query((db, p: { organisation: string; limit: number }) =>
  db
    .selectFrom('outreach_contacts')
    .select('document')
    .where((eb) => eb.or([eb('by_organisation', '=', p.organisation), eb('told', '=', p.organisation)]))
    .orderBy('planned', 'desc')
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(p.limit),
);
const STEP_DUE = query((db, p: { now: string; limit: number }) =>
  db
    .selectFrom('outreach_contacts')
    .select('id')
    .where('next_step_at', 'is not', null)
    .where('next_step_at', '<=', p.now)
    .orderBy('next_step_at')
    .limit(p.limit),
);
const BEGAN_BEFORE = query((db, p: { instant: string; after: string; limit: number }) =>
  db
    .selectFrom('outreach_contacts')
    .select('id')
    .where('cvr', 'is not', null)
    .where('created_at', '<', p.instant)
    .where('id', '>', p.after)
    .orderBy('id')
    .limit(p.limit),
);
const PAGE = query((db, p: { after: string; limit: number }) =>
  db
    .selectFrom('outreach_contacts')
    .select('document')
    .where('id', '>', p.after)
    .orderBy('id')
    .limit(p.limit),
);

export function outreachStore(session: Session): OutreachStore {
  return {
    get: async (id) => read<OutreachContact>(await session.first(BY_ID, { id })),
    ofCompany: async (cvr) => readAll<OutreachContact>(await session.all(OF_COMPANY, { cvr })),
    ofOrganisation: async (organisation, limit) =>
      readAll<OutreachContact>(await session.all(OF_ORGANISATION, { organisation, limit })),
    withStepDue: async (now, limit) => (await session.all(STEP_DUE, { now, limit })).map(({ id }) => id),
    beganBefore: async (instant, after, limit) =>
      (await session.all(BEGAN_BEFORE, { instant, after, limit })).map(({ id }) => id),
    page: async (after, limit) => readAll<OutreachContact>(await session.all(PAGE, { after, limit })),
    insert: async (contact) => (await session.change(INSERT, rowOf(contact))) === 1,
    update: async (contact, expected) =>
      (await session.change(UPDATE, { ...rowOf(contact), expected })) === 1,
  };
}

import type { AdmissionStore } from '../../app/ports/stores/admission-store.ts';
import { columns, query, type Session } from '../query.ts';
import type { Schema } from '../schema.ts';
import { parseDocument } from './read-document.ts';

const ADD = query((db, p: Schema['admissions']) =>
  db
    .insertInto('admissions')
    .values(columns(p, ['identity', 'organisation', 'name', 'conversation', 'asked_at']))
    .onConflict((conflict) => conflict.doNothing()),
);
const OF_ORGANISATION = query((db, p: { organisation: string }) =>
  db.selectFrom('admissions').selectAll().where('organisation', '=', p.organisation).orderBy('asked_at'),
);
const REMOVE = query((db, p: { identity: string; organisation: string }) =>
  db.deleteFrom('admissions').where('identity', '=', p.identity).where('organisation', '=', p.organisation),
);
const FORGET = query((db, p: { instant: string }) =>
  db.deleteFrom('admissions').where('asked_at', '<', p.instant),
);

export function admissionStore(session: Session): AdmissionStore {
  return {
    async add({ identity, name, organisation, conversation, askedAt }) {
      const row = {
        identity,
        organisation,
        name,
        conversation: JSON.stringify(conversation),
        asked_at: askedAt,
      };
      return (await session.change(ADD, row)) > 0;
    },
    async ofOrganisation(organisation) {
      const rows = await session.all(OF_ORGANISATION, { organisation });
      return rows.map((row) => ({
        identity: row.identity,
        name: row.name,
        organisation,
        conversation: parseDocument(row.conversation),
        askedAt: row.asked_at,
      }));
    },
    async remove(identity, organisation) {
      await session.change(REMOVE, { identity, organisation });
    },
    forgetBefore: (instant) => session.change(FORGET, { instant }),
  };
}

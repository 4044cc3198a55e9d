import type { WebhookStore } from '../../app/ports/stores/webhook-store.ts';
import type { Webhook, WebhookCaseEvent } from '../../core/webhook.ts';
import { query, type Session } from '../query.ts';
import { parseDocument } from './read-document.ts';

const ONE = query((db, p: { id: string }) =>
  db.selectFrom('webhooks').select('document').where('id', '=', p.id),
);
const ALL = query((db) => db.selectFrom('webhooks').select('document').orderBy('id'));
const SAVE = query((db, p: { id: string; active: number; document: string }) =>
  db
    .insertInto('webhooks')
    .values({ id: p.id, active: p.active, document: p.document })
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet((eb) => ({ active: eb.ref('excluded.active'), document: eb.ref('excluded.document') })),
    ),
);
const REMOVE = query((db, p: { id: string }) => db.deleteFrom('webhooks').where('id', '=', p.id));
const TOLD = query((db, p: { id: string; caseId: string }) =>
  db
    .selectFrom('webhook_told')
    .select(['revision', 'event'])
    .where('webhook', '=', p.id)
    .where('case_id', '=', p.caseId),
);
const TOLD_OF = query((db, p: { id: string; after: string; last: string }) =>
  db
    .selectFrom('webhook_told')
    .select(['case_id', 'revision', 'event'])
    .where('webhook', '=', p.id)
    .where('case_id', '>', p.after)
    .where('case_id', '<=', p.last),
);
const NOTE = query((db, p: { id: string; caseId: string; revision: number; event: string }) =>
  db
    .insertInto('webhook_told')
    .values({ webhook: p.id, case_id: p.caseId, revision: p.revision, event: p.event })
    .onConflict((conflict) =>
      conflict
        .columns(['webhook', 'case_id'])
        .doUpdateSet((eb) => ({ revision: eb.ref('excluded.revision'), event: eb.ref('excluded.event') })),
    ),
);
const REMOVE_TOLD = query((db, p: { id: string }) =>
  db.deleteFrom('webhook_told').where('webhook', '=', p.id),
);
/**
 * Which cases it was told of stays, for what is hidden from it by now must be told as such. What it was told last may never have
 * arrived, also that a case is hidden.
 */
const FORGET_TOLD = query((db, p: { id: string }) =>
  db.updateTable('webhook_told').set({ revision: 0, event: 'case.changed' }).where('webhook', '=', p.id),
);
const DROP_WAITING = query((db, p: { id: string }) => db.deleteFrom('outbox').where('case_id', '=', p.id));

export function webhookStore(session: Session): WebhookStore {
  return {
    async get(id) {
      const row = await session.first(ONE, { id });
      return row && parseDocument<Webhook>(row.document);
    },
    all: async () => (await session.all(ALL, {})).map(({ document }) => parseDocument<Webhook>(document)),
    async save(webhook) {
      const active = Number(webhook.disabled === null);
      await session.change(SAVE, { id: webhook.id, active, document: JSON.stringify(webhook) });
    },
    async remove(id) {
      await session.change(REMOVE_TOLD, { id });
      await session.change(DROP_WAITING, { id });
      await session.change(REMOVE, { id });
    },
    async told(id, caseId) {
      const row = await session.first(TOLD, { id, caseId });
      return row && { revision: row.revision, event: row.event as WebhookCaseEvent };
    },
    async toldOf(id, after, last) {
      const rows = await session.all(TOLD_OF, { id, after, last });
      return new Map(
        rows.map((row) => [row.case_id, { revision: row.revision, event: row.event as WebhookCaseEvent }]),
      );
    },
    async noteTold(id, caseId, { revision, event }) {
      await session.change(NOTE, { id, caseId, revision, event });
    },
    async forgetTold(id) {
      await session.change(FORGET_TOLD, { id });
      await session.change(DROP_WAITING, { id });
    },
  };
}

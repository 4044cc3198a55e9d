import type { InboxStore } from '../../app/ports/stores/inbox-store.ts';
import { query, type Session } from '../query.ts';

const RECORD = query((db, p: { deliveryId: string; at: string }) =>
  db
    .insertInto('inbox')
    .values({ delivery_id: p.deliveryId, at: p.at })
    .onConflict((conflict) => conflict.doNothing()),
);
const FORGET = query((db, p: { instant: string }) => db.deleteFrom('inbox').where('at', '<', p.instant));

export function inboxStore(session: Session): InboxStore {
  return {
    record: async (deliveryId, at) => (await session.change(RECORD, { deliveryId, at })) > 0,
    forgetBefore: (instant) => session.change(FORGET, { instant }),
  };
}

import type { OfferStore } from '../../app/ports/stores/offer-store.ts';
import type { Offer } from '../../core/offers/offer.ts';
import { query, type Session } from '../query.ts';
import { readAll } from './read-document.ts';

const ALL = query((db) => db.selectFrom('offers').select('document').orderBy('id'));
const PUT = query((db, p: { id: string; document: string; at: string }) =>
  db
    .insertInto('offers')
    .values({ id: p.id, document: p.document, imported_at: p.at })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((eb) => ({
        document: eb.ref('excluded.document'),
        imported_at: eb.ref('excluded.imported_at'),
      })),
    ),
);

export function offerStore(session: Session): OfferStore {
  return {
    all: async () => readAll<Offer>(await session.all(ALL, {})),
    async put(offers, at) {
      for (const offer of offers)
        await session.change(PUT, { id: offer.id, document: JSON.stringify(offer), at });
    },
  };
}

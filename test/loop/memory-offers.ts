import type { OfferStore } from '../../src/app/ports/stores/offer-store.ts';
import type { Offer } from '../../src/core/offers/offer.ts';
import { inOrder, Kept, type Undo } from './kept.ts';

/** The imported offers over a plain map, as the databases keep them. */
export function createMemoryOffers(undo: Undo): OfferStore {
  const offers = new Kept<Offer>(undo);
  return {
    all: async () => inOrder(offers.all(), ({ id }) => id),
    async put(some) {
      for (const offer of some) offers.set(offer.id, offer);
    },
  };
}

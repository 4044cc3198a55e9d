import type { Offer } from '../../../core/offers/offer.ts';

/** Offers that were imported into the catalogue. The built-in ones are no rows. */
export interface OfferReader {
  /** All of them, by id. */
  all(): Promise<readonly Offer[]>;
}

export interface OfferStore extends OfferReader {
  /** Adds the offers, or replaces those with the same ids. `at` is the instant of the import. */
  put(offers: readonly Offer[], at: string): Promise<void>;
}

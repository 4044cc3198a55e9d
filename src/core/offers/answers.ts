import type { MunicipalityCode } from '../municipalities.ts';
import type { HouseId } from '../organisation.ts';
import type { Area } from '../vocabulary.ts';
import type { Offer, OfferKind } from './offer.ts';

/** The offers that somebody looked for. */
export interface OffersAnswer {
  readonly kind: 'offers';
  readonly words: string;
  readonly areas: readonly Area[];
  readonly only: OfferKind | null;
  /** Null: for the whole area of the house. */
  readonly municipality: MunicipalityCode | null;
  readonly house: HouseId;
  readonly offers: readonly Offer[];
  /** How many more fit than are shown. */
  readonly more: number;
  /** Found by name, but not valid today. */
  readonly notNow: readonly Offer[];
  /** ISO date. */
  readonly day: string;
}

import { z } from 'zod';
import { isMunicipalityCode, MUNICIPALITIES, type MunicipalityCode } from '../municipalities.ts';
import { HOUSES, houseOf } from '../organisation.ts';
import { AREAS } from '../vocabulary.ts';

/** What a company can be offered: a service, a programme with terms of its own, a tool, or an actor that helps. */
export const OFFER_KINDS = ['service', 'programme', 'tool', 'actor'] as const;
export type OfferKind = (typeof OFFER_KINDS)[number];

/** The stages that an offer may be limited to. */
export const OFFER_STAGES = ['pre-starter', 'entrepreneur', 'established'] as const;

/** Whether the offer has money left. `unknown`: nobody has said. */
export const FUNDS = ['open', 'closed', 'unknown'] as const;

/** Levels whose offices own an offer each: `les` stands for every local office, `ehm` for every Erhvervshus. */
export const OWNER_LEVELS = ['les', 'ehm'] as const;

/** Where an offer or adviser serves: a municipality, or all municipalities of an Erhvervshus. */
export const PLACES = [...MUNICIPALITIES.map(({ code }) => code), ...HOUSES.map(({ id }) => id)] as const;
export type Place = (typeof PLACES)[number];

const MAX_NAME = 120;
const MAX_WORDS = 600;

const text = z.string().trim().min(1).max(MAX_WORDS);
const words = z.strictObject({ da: text, en: text });
const day = z.iso.date().nullable().default(null);

/** The shape of an offer, in the built-in catalogue and in the store. */
export const offerSchema = z.strictObject({
  /** Lower-case letters, digits and hyphens. An imported offer with the id of a built-in one overrules it. */
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{1,59}$/),
  kind: z.enum(OFFER_KINDS),
  name: z.string().trim().min(1).max(MAX_NAME),
  /** The name in English, where it is another. */
  nameEn: z.string().trim().min(1).max(MAX_NAME).nullable().default(null),
  /** The code by which triage names a tool or an actor. */
  code: z.string().nullable().default(null),
  /** A level, an organisation id, or the owner's name. */
  owner: z.string().trim().min(1).max(MAX_NAME),
  /** The needs that it helps with. Empty: any need. */
  areas: z.array(z.enum(AREAS)).default([]),
  /** Empty: every stage. */
  stages: z.array(z.enum(OFFER_STAGES)).default([]),
  /** Whether only companies of the growth segment may have it. */
  growthOnly: z.boolean().default(false),
  /** Empty: the whole country. */
  places: z.array(z.enum(PLACES)).default([]),
  /** Municipalities of `places` that are left out. */
  notPlaces: z.array(z.enum(PLACES)).default([]),
  forWhom: words,
  criteria: words.nullable().default(null),
  /** The document that names it, by its short name (`core/triage/sources.ts`), or who vouches for it. */
  source: z.string().trim().min(1).max(MAX_NAME),
  validFrom: day,
  /** The last day. */
  validTo: day,
  link: z
    .url({ protocol: /^https$/ })
    .max(300)
    .nullable()
    .default(null),
  funds: z.enum(FUNDS).default('unknown'),
});
export type Offer = z.infer<typeof offerSchema>;

/** A period of validity; null is open. */
interface Period {
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** Whether a day (ISO date) lies in the period. Of an unknown day (empty), only ends that are open count. */
export function isValidOn({ validFrom, validTo }: Period, day: string): boolean {
  if (day === '') return validTo === null;
  return (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo);
}

/** Whether the places include a municipality. No places: the whole country. */
export function servesPlace(places: readonly Place[], municipality: MunicipalityCode): boolean {
  return (
    places.length === 0 ||
    places.some((place) =>
      isMunicipalityCode(place) ? place === municipality : place === houseOf(municipality),
    )
  );
}

/** Whether a company of the municipality can have the offer. */
export function reaches({ places, notPlaces }: Offer, municipality: MunicipalityCode): boolean {
  const leftOut = notPlaces.length > 0 && servesPlace(notPlaces, municipality);
  return !leftOut && servesPlace(places, municipality);
}

import { z } from 'zod';
import type { MunicipalityCode } from '../municipalities.ts';
import { isValidOn, PLACES, servesPlace } from '../offers/offer.ts';
import { type ActorCode, AREAS, type Area } from '../vocabulary.ts';

/** Who advises a company for a fee, or on behalf of an institution, a cluster or the state. */
export const ADVISER_KINDS = ['private', 'knowledge-institution', 'cluster', 'national'] as const;
export type AdviserKind = (typeof ADVISER_KINDS)[number];

/** Languages in which advice is given. */
export const ADVICE_LANGUAGES = ['da', 'en', 'de', 'sv', 'no', 'fr', 'es', 'pl', 'uk', 'ar'] as const;
export type AdviceLanguage = (typeof ADVICE_LANGUAGES)[number];

const day = z.iso.date().nullable().default(null);

/** The shape of an adviser in the store. */
export const adviserSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{1,59}$/),
  kind: z.enum(ADVISER_KINDS),
  name: z.string().trim().min(1).max(120),
  /** By it a consultant's own companies are told. */
  cvr: z.string().nullable().default(null),
  areas: z.array(z.enum(AREAS)).min(1),
  /** Empty: the whole country. */
  places: z.array(z.enum(PLACES)).default([]),
  languages: z.array(z.enum(ADVICE_LANGUAGES)).min(1),
  phone: z.string().max(20).nullable().default(null),
  email: z.string().max(200).nullable().default(null),
  link: z.string().max(300).nullable().default(null),
  source: z.string().trim().min(1).max(120),
  validFrom: day,
  /** The last day. */
  validTo: day,
});
export type Adviser = z.infer<typeof adviserSchema>;

/** The actor that a referral to an adviser counts under; null for a national one, which is referred to by name alone. */
export function actorOfAdviser(kind: AdviserKind): ActorCode | null {
  switch (kind) {
    case 'private':
      return 'private-adviser';
    case 'knowledge-institution':
    case 'cluster':
      return kind;
    case 'national':
      return null;
    default: {
      const never: never = kind;
      return never;
    }
  }
}

/** Whether an adviser helps with the need on a day. */
export function advisesOn(adviser: Adviser, area: Area, day: string): boolean {
  return adviser.areas.includes(area) && isValidOn(adviser, day);
}

/** Whether an adviser serves any of the municipalities. */
export function servesAny({ places }: Adviser, within: readonly MunicipalityCode[]): boolean {
  return within.some((municipality) => servesPlace(places, municipality));
}

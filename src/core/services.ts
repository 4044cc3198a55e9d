import { COMMAND_WORDS, fold } from './fold.ts';
import { isWithin } from './misspelt.ts';
import { actorOf, type OrganisationId } from './organisation.ts';
import { GROWTH_PROGRAMMES, OPEN_PROGRAMMES } from './triage/rules/programme-names.ts';
import type { ServiceForm } from './vocabulary.ts';

/** The services that can be registered (registration.md, "Services"), by the names that the documents give them. */

export const LES_SERVICES = [
  'indledende afklaring',
  'sparring',
  'iværksætterkurser',
  'informations- og temamøder',
  'netværk',
  'camps',
  'stedbundet vejledning',
];

const HOUSE_SERVICES = [
  '1:1 vejledning',
  'Finansieringstjek',
  'Internationaliseringstjek',
  'Kompetencetjek',
  'Early Warning',
  'informations- og temamøder',
  'netværk',
  'camps',
];

/** Services for several companies at once; every other service is individual. */
const COLLECTIVE = ['iværksætterkurser', 'informations- og temamøder', 'netværk', 'camps'];

const PROGRAMMES: readonly string[] = [...GROWTH_PROGRAMMES, ...OPEN_PROGRAMMES];
const ALL: readonly string[] = [...new Set([...LES_SERVICES, ...HOUSE_SERVICES, ...PROGRAMMES])];

const folded = (name: string) =>
  fold(name, COMMAND_WORDS)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const BY_WORDS = new Map(ALL.map((name) => [folded(name), name]));

/** The services of an organisation's level, without programmes. */
export function baseServicesOf(organisation: OrganisationId): readonly string[] {
  return actorOf(organisation) === 'les' ? LES_SERVICES : HOUSE_SERVICES;
}

/** Every service of an organisation's level; an Erhvervshus gives the programmes too. */
export function servicesOf(organisation: OrganisationId): readonly string[] {
  const base = baseServicesOf(organisation);
  return actorOf(organisation) === 'les' ? base : [...base, ...PROGRAMMES];
}

/**
 * The service with this name, of either level: an Erhvervshus may act as the local office of a municipality. Case,
 * accents and punctuation do not matter. Undefined for any other name.
 */
export function serviceNamed(typed: string): string | undefined {
  return BY_WORDS.get(folded(typed));
}

/** The same, among services of a municipality's own (`localServices`) too. */
export function serviceAmong(typed: string, own: readonly string[]): string | undefined {
  return serviceNamed(typed) ?? own.find((name) => folded(name) === folded(typed));
}

/** The service of a local office with this name; undefined for any other name. */
export function localServiceNamed(typed: string): string | undefined {
  return LES_SERVICES.find((name) => folded(name) === folded(typed));
}

/** The services, and those of `own`, whose names a typed one may be a slip of, the likeliest first; at most three. */
export function servicesLike(typed: string, own: readonly string[] = []): readonly string[] {
  const words = folded(typed);
  if (words.length < 3) return [];
  return [...ALL, ...own]
    .filter((name) => {
      const other = folded(name);
      return other.includes(words) || words.includes(other) || isWithin(3, words, other);
    })
    .slice(0, 3);
}

/** Whether a service is for one company or for several at once. */
export function serviceFormOf(service: string): ServiceForm {
  return COLLECTIVE.includes(service.toLowerCase()) ? 'collective' : 'individual';
}

/** The programme of that name, or undefined. */
export function programmeNamed(typed: string): string | undefined {
  const name = serviceNamed(typed);
  return name !== undefined && PROGRAMMES.includes(name) ? name : undefined;
}

/**
 * Whether a programme counts as a growth course (I-37). The contract that counts them does not define the term: here
 * they are the programmes that only companies with growth ambition can join.
 */
export function isGrowthCourse(programme: string | null): boolean {
  return programme !== null && GROWTH_PROGRAMMES.includes(programme);
}

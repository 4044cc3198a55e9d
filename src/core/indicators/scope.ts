import { actorOf, type OrganisationId } from '../organisation.ts';
import { type CountedCase, type CountedEnquiry, isIn } from './counted-case.ts';
import type { MunicipalityNumbers, Period } from './question.ts';

/** The cases of one group, and everything that counting them needs. */
export interface Scope {
  /** The cases that count in this group, with their own municipality, stage and segment. */
  readonly cases: readonly CountedCase[];
  /** Every case by its company, for what counts in any case of a company. */
  readonly byCompany: () => ReadonlyMap<string, readonly CountedCase[]>;
  /** The days that count: the period, or those of one month in it. */
  readonly period: Period;
  /** The last day for what counts from the period until the moment of counting (I-39). */
  readonly until: string;
  /** The whole period of the question. */
  readonly whole: Period;
  /** The milliseconds of the moment of counting. */
  readonly asOf: number;
  /** Null: everybody's. */
  readonly organisation: OrganisationId | null;
  readonly municipalities: ReadonlyMap<string, MunicipalityNumbers>;
  /** Whether the group is everything: no split applies. */
  readonly undivided: boolean;
}

/** A number counted in a scope. */
export interface Tally {
  readonly numerator: number;
  /** Null: a count without denominator. */
  readonly denominator: number | null;
  readonly pending?: number;
  /** Where it is not numerator over denominator. */
  readonly value?: number | null;
  /** Set where a figure has a row for each municipality. */
  readonly municipality?: string;
  /** Set where a figure has a row for each customer segment. */
  readonly segment?: string;
  /** Set where a figure has a row for each actor. */
  readonly actor?: string;
  /** Set where few services make the value unreliable. */
  readonly few?: boolean;
}

/** A case that asked, with the enquiries by which it did. */
export interface Asking {
  readonly case: CountedCase;
  readonly enquiries: readonly CountedEnquiry[];
}

/** The companies that asked in the scope, each with its cases that asked. */
export function asked(
  { cases, period, organisation }: Scope,
  fits: (kase: CountedCase) => boolean = () => true,
): ReadonlyMap<string, readonly Asking[]> {
  const found = new Map<string, Asking[]>();
  for (const kase of cases) {
    if (!fits(kase)) continue;
    const enquiries = kase.enquiries.filter(
      ({ inbound, on, receivedBy }) =>
        inbound && isIn(on, period) && (organisation === null || receivedBy === organisation),
    );
    if (enquiries.length > 0) addTo(found, kase.company, { case: kase, enquiries });
  }
  return found;
}

/** The companies with a service of the scope's organisation in its days, which `fits` may narrow. */
export function companiesWith(
  { cases, period, organisation }: Scope,
  fits: (service: CountedCase['services'][number], kase: CountedCase) => boolean,
): ReadonlySet<string> {
  const found = new Set<string>();
  for (const kase of cases) {
    if (kase.services.some((one) => one.by === organisation && isIn(one.on, period) && fits(one, kase)))
      found.add(kase.company);
  }
  return found;
}

export const isIndividual = ({ form }: CountedCase['services'][number]): boolean => form === 'individual';
export const isHouse = (organisation: OrganisationId): boolean => actorOf(organisation) === 'ehm';
export const isLes = (organisation: OrganisationId): boolean => actorOf(organisation) === 'les';

/** The number of companies that have a property. */
export function numberOf<T>(companies: Iterable<T>, has: (company: T) => boolean): number {
  let number = 0;
  for (const company of companies) if (has(company)) number++;
  return number;
}

/** Adds to the list under a key. */
export function addTo<Key, T>(lists: Map<Key, T[]>, key: Key, one: T): void {
  const list = lists.get(key);
  if (list) list.push(one);
  else lists.set(key, [one]);
}

import { findMunicipality } from '../municipalities.ts';
import { houseOf } from '../organisation.ts';
import { type CountedCase, isIn } from './counted-case.ts';
import type { MunicipalityNumbers } from './question.ts';
import { addTo, companiesWith, isIndividual, type Scope, type Tally } from './scope.ts';

/** The figures with a row for each municipality. */

/** The municipalities of the scope's cases, and with `configured` also those of the municipality data. */
function scopesByMunicipality(scope: Scope, configured: boolean): ReadonlyMap<string, Scope> {
  const cases = new Map<string, CountedCase[]>();
  for (const kase of scope.cases) addTo(cases, kase.municipality, kase);
  const codes = new Set([...cases.keys(), ...(configured ? scope.municipalities.keys() : [])]);
  return new Map([...codes].sort().map((code) => [code, { ...scope, cases: cases.get(code) ?? [] }]));
}

/**
 * I-01, I-02: companies with an enquiry of either direction, a service or an outreach contact in the period. With an organisation, those of
 * cases with an enquiry that it received; a service of such a case counts whoever gave it.
 */
function contacts(
  scope: Scope,
  fits: (kase: CountedCase) => boolean,
  numberIn: (numbers: MunicipalityNumbers) => number | null,
): readonly Tally[] {
  const { organisation, period, municipalities } = scope;
  const inContact = (kase: CountedCase): boolean => {
    const received = kase.enquiries.filter(
      ({ receivedBy }) => organisation === null || receivedBy === organisation,
    );
    if (organisation !== null && received.length === 0) return false;
    return received.some(({ on }) => isIn(on, period)) || kase.services.some(({ on }) => isIn(on, period));
  };
  return [...scopesByMunicipality(scope, true)].map(([municipality, { cases }]) => {
    const companies = cases.filter((kase) => fits(kase) && inContact(kase)).map(({ company }) => company);
    const numbers = municipalities.get(municipality);
    return {
      municipality,
      numerator: new Set(companies).size,
      denominator: numbers ? numberIn(numbers) : null,
    };
  });
}

export const entrepreneursInContact = (scope: Scope): readonly Tally[] =>
  contacts(
    scope,
    ({ stage }) => stage === 'entrepreneur',
    ({ entrepreneurs }) => entrepreneurs,
  );

export const growthCompaniesInContact = (scope: Scope): readonly Tally[] =>
  contacts(
    scope,
    ({ segment }) => segment === 'growth',
    ({ growthCompanies }) => growthCompanies,
  );

/** Under this many services the deviation says little. */
const FEW = 10;

/**
 * I-22: the deviation of a municipality's share of the house's services from its share of inhabitants, for each of the
 * house's municipalities with a configured number. Services are counted, not companies.
 */
export function spread(scope: Scope, form: 'all' | 'individual'): readonly Tally[] {
  const { organisation, period, municipalities } = scope;
  const isOwn = (code: string) => {
    const found = findMunicipality(code);
    return found !== undefined && houseOf(found.code) === organisation;
  };
  const given = new Map<string, number>();
  let services = 0;
  for (const kase of scope.cases) {
    if (!isOwn(kase.municipality)) continue;
    const here = kase.services.filter(
      (one) => one.by === organisation && isIn(one.on, period) && (form === 'all' || isIndividual(one)),
    ).length;
    services += here;
    given.set(kase.municipality, (given.get(kase.municipality) ?? 0) + here);
  }
  const configured = [...municipalities].flatMap(([code, { inhabitants }]) =>
    inhabitants !== null && isOwn(code) ? [{ code, inhabitants }] : [],
  );
  const people = configured.reduce((sum, { inhabitants }) => sum + inhabitants, 0);
  return configured.map(({ code, inhabitants }) => {
    const numerator = given.get(code) ?? 0;
    const unknown = services === 0 || inhabitants === 0;
    return {
      municipality: code,
      numerator,
      denominator: inhabitants,
      value: unknown ? null : numerator / services / (inhabitants / people) - 1,
      few: numerator < FEW,
    };
  });
}

/** I-71: companies of each municipality guided by the house. */
export function guidedUsers(scope: Scope): readonly Tally[] {
  return [...scopesByMunicipality(scope, false)].map(([municipality, one]) => ({
    municipality,
    numerator: companiesWith(one, isIndividual).size,
    denominator: null,
  }));
}

import { isIn } from './counted-case.ts';
import { companiesWith, isIndividual, isLes, numberOf, type Scope, type Tally } from './scope.ts';

/** The figures about one Erhvervshus: `scope.organisation` is the house. */

const count = (companies: ReadonlySet<string>): Tally => ({ numerator: companies.size, denominator: null });

/** I-21: guided in the calendar year before the one in which the period begins, in any case, is not new. */
export function newCompanies(scope: Scope): Tally {
  const { byCompany, organisation, whole } = scope;
  const yearBefore = String(Number(whole.from.slice(0, 4)) - 1).padStart(4, '0');
  const guided = companiesWith(scope, isIndividual);
  const isNew = (company: string) =>
    !(byCompany().get(company) ?? []).some(({ services }) =>
      services.some(
        (one) => isIndividual(one) && one.by === organisation && one.on.slice(0, 4) === yearBefore,
      ),
    );
  return { numerator: numberOf(guided, isNew), denominator: guided.size };
}

export const servedCompanies = (scope: Scope): Tally => count(companiesWith(scope, () => true));

export const growthCourses = (scope: Scope): Tally =>
  count(companiesWith(scope, ({ growthCourse }) => growthCourse === true));

/** I-38: each of the two numbers has the other as denominator. */
export function balance(scope: Scope, of: 'individual' | 'collective'): Tally {
  const individual = companiesWith(scope, isIndividual).size;
  const collective = companiesWith(scope, (service) => !isIndividual(service)).size;
  return of === 'individual'
    ? { numerator: individual, denominator: collective }
    : { numerator: collective, denominator: individual };
}

/**
 * I-39: guidance and referral from the first day of the period until the moment of counting. The referral may be of any
 * case of the company, to anybody but an Erhvervshus.
 */
export function guidedAndReferred(scope: Scope): Tally {
  const { byCompany, organisation, whole, period, until } = scope;
  const guided = companiesWith({ ...scope, period: { from: period.from, to: until } }, isIndividual);
  const referred = (company: string) =>
    (byCompany().get(company) ?? []).some(({ referrals }) =>
      referrals.some(({ actor, by, on }) => by === organisation && on >= whole.from && !/^ehm\b/.test(actor)),
    );
  return { numerator: numberOf(guided, referred), denominator: guided.size };
}

/** I-42: by the segment of the case that guided. */
export const guidedOperations = (scope: Scope): Tally =>
  count(companiesWith(scope, (service, { segment }) => isIndividual(service) && segment === 'operations'));

/** I-71: handovers, by the day of acceptance. */
export function handoversFromLes({ cases, organisation, period }: Scope): Tally {
  const handovers = cases
    .flatMap(({ transfers }) => transfers)
    .filter(({ from, to, on }) => to === organisation && isLes(from) && isIn(on, period));
  return { numerator: handovers.length, denominator: null };
}

import { isIn } from './counted-case.ts';
import {
  type Asking,
  asked,
  isHouse,
  isIndividual,
  isLes,
  numberOf,
  type Scope,
  type Tally,
} from './scope.ts';

/** The figures of companies that asked (I-04 to I-10). Facts of the case are those of the cases that asked. */

/** The share of companies whose cases have a property. */
function share(companies: Iterable<readonly Asking[]>, has: (cases: readonly Asking[]) => boolean): Tally {
  const all = [...companies];
  return { numerator: numberOf(all, has), denominator: all.length };
}

const served = (cases: readonly Asking[]): boolean =>
  cases.some(
    ({ case: { services }, enquiries }) => services.length > 0 || enquiries.some(({ answered }) => answered),
  );

export function selfHelpUsed(scope: Scope): Tally {
  return share([...asked(scope).values()].filter(served), (cases) =>
    cases.some(({ case: { selfHelp } }) => selfHelp),
  );
}

export function preStartersToPlatform(scope: Scope): Tally {
  return share(asked(scope, ({ stage }) => stage === 'pre-starter').values(), (cases) =>
    cases.some(
      ({ case: { owner, referrals } }) =>
        owner === 'digital' || referrals.some(({ actor }) => actor === 'digital'),
    ),
  );
}

export function earlyClarifiedLocally(scope: Scope): Tally {
  return share(asked(scope, ({ early }) => early).values(), (cases) =>
    cases.some(
      ({ case: { services }, enquiries }) =>
        enquiries.some(({ answeredBy }) => answeredBy !== null && isLes(answeredBy)) ||
        services.some((service) => isIndividual(service) && isLes(service.by)),
    ),
  );
}

/** Guidance counts in any case of the company, from the first day of the period on. */
export function guidedAtHouse(scope: Scope): Tally {
  const { byCompany, whole } = scope;
  const companies = asked(scope, ({ stage }) => stage === 'entrepreneur' || stage === 'established').keys();
  const all = [...companies];
  const guided = (company: string) =>
    (byCompany().get(company) ?? []).some(({ services }) =>
      services.some((one) => isIndividual(one) && isHouse(one.by) && one.on >= whole.from),
    );
  return { numerator: numberOf(all, guided), denominator: all.length };
}

/** A referral that a person gave, or an accepted handover from LES to an Erhvervshus. */
export function referredOn(scope: Scope): Tally {
  return share(asked(scope).values(), (cases) =>
    cases.some(
      ({ case: { referrals, transfers } }) =>
        referrals.length > 0 || transfers.some(({ from, to }) => isLes(from) && isHouse(to)),
    ),
  );
}

const REPORTED_MS = 48 * 3_600_000;

/** I-11: promises, by the instant at which each ends. Exactly at the limit is in time; unanswered there it is gone. */
function answeredInTime(
  { cases, period, organisation, asOf }: Scope,
  limitOf: (promise: { readonly began: number; readonly dueAt: number }) => number,
): Tally {
  let numerator = 0;
  let denominator = 0;
  let pending = 0;
  for (const promise of cases.flatMap(({ promises }) => promises)) {
    const { beganOn, receivedBy, answeredAt } = promise;
    if (!isIn(beganOn, period) || (organisation !== null && receivedBy !== organisation)) continue;
    const limit = limitOf(promise);
    if (answeredAt === null && limit > asOf) pending++;
    else {
      denominator++;
      if (answeredAt !== null && answeredAt <= limit) numerator++;
    }
  }
  return { numerator, denominator, pending };
}

export const answeredIn48Hours = (scope: Scope): Tally =>
  answeredInTime(scope, ({ began }) => began + REPORTED_MS);

export const answeredByDueTime = (scope: Scope): Tally => answeredInTime(scope, ({ dueAt }) => dueAt);

/** I-12: cases, each with whoever received its first enquiry. */
export function registeredInCrm({ cases, period, organisation }: Scope): Tally {
  const begun = cases.filter(
    ({ createdOn, begunBy }) =>
      isIn(createdOn, period) && (organisation === null || begunBy === organisation),
  );
  return { numerator: numberOf(begun, ({ crmCurrent }) => crmCurrent), denominator: begun.length };
}

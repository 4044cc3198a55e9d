/** The id of the agreed rule set. A change of any value in this file is a new rule set. */
export const RULE_SET = 'midtjylland-2026.2';

/**
 * Age in months from which an entrepreneur is mature, unless the municipality sets another (policy, "Vocabulary": the
 * consultant decides, this is the default).
 */
export const MATURE_AFTER_MONTHS = 12;

/** Months for which a company is an entrepreneur, up to and including the third anniversary (P19). */
export const ENTREPRENEUR_MONTHS = 36;

/** Hours within which an urgent case is answered (A15). */
export const URGENT_HOURS = 8;

/** Hours of the promise where the municipality has set no fewer (P19). */
export const PROMISE_HOURS = 48;

/** Employees from which a company is large (A19), and below which it is small or medium (A8). */
export const LARGE_EMPLOYEES = 250;

/** Limits of Eksportsparring: fewer employees and less turnover than these (NJ19 bilag 3). */
export const EXPORT_SPARRING = { employees: 100, turnoverDkk: 150_000_000 } as const;

/** Limits of InnoBooster for a company over three years, one of which suffices (NJ19 bilag 3). */
export const INNO_BOOSTER = { turnoverDkk: 2_000_000, externalFundingDkk: 500_000 } as const;

import type { OrganisationId } from '../organisation.ts';
import {
  answeredByDueTime,
  answeredIn48Hours,
  earlyClarifiedLocally,
  guidedAtHouse,
  preStartersToPlatform,
  referredOn,
  registeredInCrm,
  selfHelpUsed,
} from './asked-figures.ts';
import {
  balance,
  growthCourses,
  guidedAndReferred,
  guidedOperations,
  handoversFromLes,
  newCompanies,
  servedCompanies,
} from './house-figures.ts';
import {
  entrepreneursInContact,
  growthCompaniesInContact,
  guidedUsers,
  spread,
} from './municipality-figures.ts';
import type { Period } from './question.ts';
import { referralsGiven } from './referral-figures.ts';
import type { Scope, Tally } from './scope.ts';
import {
  effectOfAll,
  effectOfDigital,
  effectOfGreen,
  netPromoters,
  satisfied,
  usedReferrals,
  verySatisfied,
} from './survey-figures.ts';
import { trainedAdvisers } from './trained-figures.ts';

/** The version of the definitions. Every figure is given with it. */
export const DEFINITION = '2026.2';

/** The figures that are counted from case records, from answers of the user evaluation and from the directory. `I-53` has a row for each actor. */
const FIGURE_CODES = [
  'I-01',
  'I-02',
  'I-04',
  'I-05',
  'I-06',
  'I-07',
  'I-08',
  'I-10',
  'I-11-reported',
  'I-11-working',
  'I-12',
  'I-14',
  'I-21',
  'I-22-all',
  'I-22-individual',
  'I-23',
  'I-24',
  'I-25',
  'I-30',
  'I-31',
  'I-34',
  'I-36',
  'I-37',
  'I-38-individual',
  'I-38-collective',
  'I-39',
  'I-42',
  'I-53',
  'I-71-handovers',
  'I-71-users',
] as const;
export type FigureCode = (typeof FIGURE_CODES)[number];

/** How to read a target: a minimum, a maximum, a deviation either way, or a line shown without judgement. */
export interface Target {
  readonly kind: 'at-least' | 'within' | 'line';
  readonly value: number;
  /** Where it is agreed for one house and one year only. */
  readonly only?: { readonly organisation: OrganisationId; readonly period: Period };
}

/** A row of the table of figures. */
export interface FigureRow {
  readonly code: FigureCode;
  /** Whether it is about one Erhvervshus, and so given for each of them where none is asked for. */
  readonly ofHouse: boolean;
  /** Whether it is counted from answers of the user evaluation, which no case record holds. */
  readonly ofAnswers: boolean;
  /** Whether it is counted from who gave what, which no case record holds, and from the directory. */
  readonly ofAdvisers: boolean;
  /** Whether the services of the house alone make a case count in it. */
  readonly byServices: boolean;
  readonly target: Target | null;
  readonly count: (scope: Scope) => Tally | readonly Tally[];
}

const atLeast = (value: number): Target => ({ kind: 'at-least', value });
const line = (value: number): Target => ({ kind: 'line', value });
const MIDTJYLLAND_2022: Target['only'] = {
  organisation: 'ehm-midtjylland',
  period: { from: '2022-01-01', to: '2022-12-31' },
};

const row = (code: FigureCode, target: Target | null, count: FigureRow['count']): FigureRow => ({
  code,
  ofHouse: false,
  ofAnswers: false,
  ofAdvisers: false,
  byServices: false,
  target,
  count,
});
const ofHouse = (code: FigureCode, target: Target | null, count: FigureRow['count']): FigureRow => ({
  ...row(code, target, count),
  ofHouse: true,
});

const ofAnswers = (found: FigureRow): FigureRow => ({ ...found, ofAnswers: true });
const byServices = (code: FigureCode, target: Target | null, count: FigureRow['count']): FigureRow => ({
  ...ofHouse(code, target, count),
  byServices: true,
});

/** The figures in the order in which they are given. `dialogs/` has their names and definitions. */
export const FIGURES: readonly FigureRow[] = [
  row('I-01', atLeast(0.2), entrepreneursInContact),
  row('I-02', atLeast(0.5), growthCompaniesInContact),
  row('I-04', atLeast(0.3), selfHelpUsed),
  row('I-05', line(1), preStartersToPlatform),
  row('I-06', atLeast(0.9), earlyClarifiedLocally),
  row('I-07', line(0.3), guidedAtHouse),
  ofAnswers(row('I-08', atLeast(0.8), satisfied)),
  row('I-10', atLeast(0.8), referredOn),
  row('I-11-reported', null, answeredIn48Hours),
  row('I-11-working', null, answeredByDueTime),
  row('I-12', atLeast(1), registeredInCrm),
  { ...row('I-14', atLeast(1), trainedAdvisers), ofAdvisers: true },
  byServices('I-21', atLeast(0.5), newCompanies),
  byServices('I-22-all', { kind: 'within', value: 0.1 }, (scope) => spread(scope, 'all')),
  byServices('I-22-individual', { kind: 'within', value: 0.1 }, (scope) => spread(scope, 'individual')),
  ofAnswers(ofHouse('I-23', atLeast(0.8), verySatisfied)),
  ofAnswers(ofHouse('I-24', atLeast(0.7), netPromoters)),
  ofAnswers(ofHouse('I-25', atLeast(0.5), usedReferrals)),
  ofAnswers(ofHouse('I-30', atLeast(0.7), effectOfGreen)),
  ofAnswers(ofHouse('I-31', atLeast(0.7), effectOfAll)),
  ofAnswers(ofHouse('I-34', atLeast(0.7), effectOfDigital)),
  byServices('I-36', { ...atLeast(5_000), only: MIDTJYLLAND_2022 }, servedCompanies),
  byServices('I-37', { ...atLeast(600), only: MIDTJYLLAND_2022 }, growthCourses),
  byServices('I-38-individual', null, (scope) => balance(scope, 'individual')),
  byServices('I-38-collective', null, (scope) => balance(scope, 'collective')),
  byServices('I-39', atLeast(0.8), guidedAndReferred),
  byServices('I-42', null, guidedOperations),
  row('I-53', null, referralsGiven),
  ofHouse('I-71-handovers', null, handoversFromLes),
  ofHouse('I-71-users', null, guidedUsers),
];

/** Whether a figure is counted from answers of the user evaluation. */
export function isFromAnswers(code: FigureCode): boolean {
  return FIGURES.some((one) => one.code === code && one.ofAnswers);
}

import type { FigureCode } from '../../src/core/indicators/figure-table.ts';
import type { figures as daFigures, periods as daPeriods } from '../da/figures.ts';

export const periods: typeof daPeriods = {
  present: {
    month: 'this month|month|month to date',
    quarter: 'this quarter|quarter|quarter to date',
    'half-year': 'this half-year|half-year|this half year',
    year: 'this year|year|year to date',
  },
  last: {
    month: 'last month|previous month',
    quarter: 'last quarter|previous quarter',
    'half-year': 'last half-year|last half year|previous half-year',
    year: 'last year|previous year',
  },
  units: { month: '', quarter: 'q|quarter', 'half-year': 'half-year|half year|half', year: '' },
  lead: 'for|in|from|of',
  to: 'to|until|through',
  noPeriod: 'with|about|out|that|show|are|and|is|on|which|do',
  begins: 'for|from|last|this|of',
  quarter: (number, year) => `Q${number} ${year}`,
  halfYear: (number, year) => `half-year ${number} of ${year}`,
  fromTo: (from, to) => `${from} to ${to}`,
};

const bars: Readonly<Record<FigureCode, string>> = {
  'I-01': 'entrepreneurs',
  'I-02': 'growth',
  'I-04': 'self-help',
  'I-05': 'platform',
  'I-06': 'early',
  'I-07': 'guided',
  'I-08': 'satisfied',
  'I-10': 'referred',
  'I-11-reported': '48 hours',
  'I-11-working': 'due time',
  'I-12': 'CRM',
  'I-21': 'new',
  'I-22-all': 'all',
  'I-22-individual': 'individual',
  'I-23': 'very satisfied',
  'I-24': 'NPS',
  'I-25': 'used',
  'I-30': 'green effect',
  'I-31': 'effect',
  'I-34': 'digital effect',
  'I-36': 'companies',
  'I-37': 'growth courses',
  'I-38-individual': 'individual',
  'I-38-collective': 'collective',
  'I-39': 'passed on',
  'I-42': 'operations',
  'I-53': 'referrals',
  'I-71-handovers': 'handed over',
  'I-71-users': 'users',
};

export const figures: typeof daFigures = {
  title: (office) => `Figures for ${office}`,
  and: ' and ',
  soFar: (period, day) => `${period} (up to ${day})`,
  share: (share, numerator, denominator) => `${share} (${numerator} of ${denominator})`,
  nothingCounted: 'cannot be counted: nothing to measure in the period',
  ofAnswers: (share, answers) => `${share} (${answers} ${answers === 1 ? 'answer' : 'answers'})`,
  noAnswers: 'cannot be counted: no answers in the period',
  against: (one, other) => `${one} against ${other}`,
  pending: (count) => `${count} can still be kept`,
  target: (target) => `target ${target}`,
  line: (target) => `guideline ${target}`,
  noInhabitants: 'cannot be counted: the inhabitants of the municipalities are not configured',
  noShare: 'the share cannot be counted: the number in the municipality is not configured',
  few: 'few services',
  unanswered: {
    survey: (codes) =>
      `Cannot be counted here, because there are no answers from the user evaluation: ${codes}.`,
    training: (codes) =>
      `Cannot be counted here, because the training of the consultants is not recorded: ${codes}.`,
  },
  definitions: (version) => `How the figures are counted (definition ${version})`,
  charts: {
    bars,
    shares: 'Shares and targets',
    target: 'Target or guideline',
    counts: 'Numbers',
    referrals: 'Referrals',
    users: 'Users of the Erhvervshus by municipality',
    actor: 'Actor',
    municipality: 'Municipality',
  },
  other:
    'Other periods: type e.g. "figures last quarter", "figures this year", "figures 2026-10" or "figures Q3 2026".',
};

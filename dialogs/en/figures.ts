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

export const figures: typeof daFigures = {
  title: (office) => `Figures for ${office}`,
  and: ' and ',
  soFar: (period, day) => `${period} (up to ${day})`,
  share: (share, numerator, denominator) => `${share} (${numerator} of ${denominator})`,
  nothingCounted: 'cannot be counted: nothing to measure in the period',
  against: (one, other) => `${one} against ${other}`,
  pending: (count) => `${count} can still be kept`,
  target: (target) => `target ${target}`,
  line: (target) => `guideline ${target}`,
  noInhabitants: 'cannot be counted: the inhabitants of the municipalities are not configured',
  noShare: 'the share cannot be counted: the number in the municipality is not configured',
  few: 'few services',
  unanswered: {
    survey: (codes) => `Cannot be counted here, because it needs answers from the user evaluation: ${codes}.`,
    training: (codes) =>
      `Cannot be counted here, because the training of the consultants is not recorded: ${codes}.`,
  },
  definitions: (version) => `How the figures are counted (definition ${version})`,
  other:
    'Other periods: type e.g. "figures last quarter", "figures this year", "figures 2026-10" or "figures Q3 2026".',
};

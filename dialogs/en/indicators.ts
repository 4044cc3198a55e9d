import type { indicators as da } from '../da/indicators.ts';

const names: typeof da.names = {
  'I-04': 'Use of self-help tools',
  'I-05': 'Pre-starters referred to the platform',
  'I-06': 'Early entrepreneurs clarified locally',
  'I-07': 'Guidance at the Erhvervshus',
  'I-10': 'Referred on',
  'I-11-reported': 'Answer time, 48 hours (reported)',
  'I-11-working': 'Answer time, 48 hours on working days',
  'I-12': 'Cases registered',
  'I-21': 'New companies at the Erhvervshus',
  'I-36': 'Companies guided at the Erhvervshus',
  'I-39': 'Guided companies referred on',
  'I-71': 'Referrals',
};

export const indicators: typeof da = {
  names,
  indicator: 'Indicator',
  count: 'Count',
  of: 'Of',
  share: 'Share',
  target: 'Target',
  pending: 'Pending',
  decimalSign: '.',
};

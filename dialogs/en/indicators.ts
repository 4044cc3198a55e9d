import type { indicators as da } from '../da/indicators.ts';

const figures: typeof da.figures = {
  'I-01': {
    name: 'Entrepreneurs in contact with the system',
    definition:
      'Entrepreneurs with an enquiry, a service or a made outreach contact in the period, of the entrepreneurs of the municipality.',
  },
  'I-02': {
    name: 'Growth companies in contact with the system',
    definition:
      'Companies in the growth segment with an enquiry, a service or a made outreach contact in the period, of the growth companies of the municipality.',
  },
  'I-04': {
    name: 'Use of self-help tools',
    definition:
      'Companies that asked and were served, with at least one self-help tool registered, of all that were served.',
  },
  'I-05': {
    name: 'Pre-starters referred to the platform',
    definition:
      'Pre-starters referred to the digital platform, or owned by it, of the pre-starters that asked. Given without judgement.',
  },
  'I-06': {
    name: 'Early entrepreneurs clarified locally',
    definition:
      'Early entrepreneurs with an answer or an individual service by a local business service, of the early entrepreneurs that asked.',
  },
  'I-07': {
    name: 'Guidance at the Erhvervshus',
    definition:
      'Entrepreneurs and established companies guided individually by an Erhvervshus from the first day of the period until the count, of those that asked. Given without judgement.',
  },
  'I-08': {
    name: 'Satisfaction',
    definition:
      'Companies that are very satisfied or satisfied, of those that answered in the period. Each company counts by its last answer.',
  },
  'I-10': {
    name: 'Referred on',
    definition:
      'Companies with a referral given, or an accepted handover from a local business service to an Erhvervshus, of those that asked.',
  },
  'I-11-reported': {
    name: 'Answer time, 48 hours (reported)',
    definition:
      'Promises kept within 48 elapsed hours, of the promises of the period that are answered or have run out. Promises that can still be kept are pending. The target is 48 hours; there is no percentage.',
  },
  'I-11-working': {
    name: 'Answer time, due time on working days',
    definition:
      'Promises kept by their due time, of the promises of the period that are answered or have run out. Promises that can still be kept are pending.',
  },
  'I-12': {
    name: 'Cases registered in the CRM',
    definition:
      'Cases begun in the period that the shared CRM has in their present revision, of the cases begun in the period.',
  },
  'I-14': {
    name: 'Consultants trained for entrepreneurs',
    definition:
      'Consultants who by the directory are trained in both Lean Startup and Business Model Canvas, of those who gave a pre-starter or entrepreneur an individual service in the period. Each consultant counts once.',
  },
  'I-21': {
    name: 'New companies at the Erhvervshus',
    definition:
      'Companies guided individually by the Erhvervshus in the period that it did not guide in the calendar year before, of those guided.',
  },
  'I-22-all': {
    name: 'Geographic spread, all services',
    definition:
      'The municipality’s share of the services of the Erhvervshus in the period, divided by its share of inhabitants, minus 1. Under 10 services are few.',
  },
  'I-22-individual': {
    name: 'Geographic spread, individual services',
    definition:
      'The municipality’s share of the individual services of the Erhvervshus in the period, divided by its share of inhabitants, minus 1. Under 10 services are few.',
  },
  'I-23': {
    name: 'Very satisfied with the Erhvervshus',
    definition:
      'Companies that are very satisfied, of those that answered about the Erhvervshus in the period. The target is for each of the two segments.',
  },
  'I-24': {
    name: 'NPS',
    definition:
      'The share that answers 9-10 on a scale from 0 to 10, minus the share that answers 0-6, of those that answered about the Erhvervshus in the period (Net Promoter Score; 70.0 % is 70 points). The target is for each segment.',
  },
  'I-25': {
    name: 'Referrals that are used',
    definition:
      'Companies that used the referral or expect to within half a year, of those that say that the Erhvervshus referred them, without "don’t know".',
  },
  'I-30': {
    name: 'Effect of green guidance',
    definition:
      'Companies that expect a positive effect "to a high degree", of those that answered in the period and were guided on green transition.',
  },
  'I-31': {
    name: 'Expected effect',
    definition:
      'Companies that expect a positive effect of the guidance of the Erhvervshus "to a high degree", of those that answered in the period ("don’t know" included).',
  },
  'I-34': {
    name: 'Effect of digital guidance',
    definition:
      'Companies that expect a positive effect "to a high degree", of those that answered in the period and were guided on digitalisation or automation.',
  },
  'I-36': {
    name: 'Companies at the Erhvervshus',
    definition: 'Companies with an individual or collective service by the Erhvervshus in the period.',
  },
  'I-37': {
    name: 'Growth courses',
    definition: 'Companies in the period in a programme marked as growth course.',
  },
  'I-38-individual': {
    name: 'Balance: individual services',
    definition:
      'Companies with an individual service by the Erhvervshus in the period, to those with a collective one. The two should be about equal.',
  },
  'I-38-collective': {
    name: 'Balance: collective services',
    definition:
      'Companies with a collective service by the Erhvervshus in the period, to those with an individual one. The two should be about equal.',
  },
  'I-39': {
    name: 'Guided companies referred on',
    definition:
      'Companies guided individually by the Erhvervshus and referred by it to another actor, from the first day of the period until the count, of those guided.',
  },
  'I-42': {
    name: 'Guidance in the operations segment',
    definition:
      'Companies in the operations segment guided individually by the Erhvervshus in the period. The number should rise from year to year.',
  },
  'I-53': { name: 'Referrals', definition: 'Referrals given in the period.' },
  'I-71-handovers': {
    name: 'Handovers from local business services',
    definition: 'Handovers from local business services that the Erhvervshus accepted in the period.',
  },
  'I-71-users': {
    name: 'Local users of the Erhvervshus',
    definition: 'Companies of the municipality guided individually by the Erhvervshus in the period.',
  },
};

export const indicators: typeof da = {
  figures,
  indicator: 'Indicator',
  group: 'Group',
  numerator: 'Count',
  denominator: 'Of',
  value: 'Share',
  target: 'Target',
  pending: 'Pending',
  few: 'few',
  noAnswers: 'no answers',
  decimalSign: '.',
  outreach: ({ made, collisions }) =>
    `Outreach contacts: ${made}. Collisions, where both sides had planned to contact the same company: ${collisions}.`,
  heading: ({ definition, from, to, asOf, organisation }) =>
    `Definition ${definition}. Period ${from} to ${to}, counted ${asOf}${organisation ? `, ${organisation}` : ''}.`,
};

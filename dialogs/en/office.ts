import type { office as da } from '../da/office.ts';

export const office: typeof da = {
  settingsTitle: (name) => `Settings of ${name}`,
  howToChange: (file) => `The settings are changed in the file ${file}.`,
  settings: {
    officeName: 'Name',
    phone: 'Phone',
    email: 'E-mail',
    address: 'Address',
    openingHours: 'Opening hours',
    closedDays: 'Closed on, besides public holidays',
    slackUserGroup: 'Slack user group that is called in a crisis',
  },
  shareLevel: 'What the other side sees of the cases',
  shareAssessment: 'Assessments are shared too',
  shared: {
    visits: 'that the company is served, by whom and since when',
    standard: 'also contact person, stage, needs, services and status',
    full: 'everything, notes included',
  },
  notSet: 'not set',
  source: {
    file: 'from the file',
    documents: 'from Principper for god erhvervsservice (2019)',
    demo: 'invented for the demo',
    default: 'default',
  },
  fromWhere: (value, source) => `${value} (${source})`,
  open: (days, periods) => `${days} ${periods}`,
  period: (from, to) => `${from}–${to}`,
};

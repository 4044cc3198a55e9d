import type { office as da } from '../da/office.ts';

export const office: typeof da = {
  settingsTitle: (name) => `Settings of ${name}`,
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
  shareAssessment: 'Action plan and closing note shared too?',
  shared: {
    visits: 'only who serves the company and since when',
    standard: 'who serves the company and since when, contact person, stage, needs, services and status',
    full: 'everything, notes included',
  },
  notSet: 'not set',
  source: {
    change: 'changed here',
    file: 'from the file',
    documents: 'from Principper for god erhvervsservice (2019)',
    demo: 'invented for the demo',
    default: 'default',
  },
  fromWhere: (value, source) => `${value} (${source})`,
  open: (days, periods) => `${days} ${periods}`,
  period: (from, to) => `${from}–${to}`,
};

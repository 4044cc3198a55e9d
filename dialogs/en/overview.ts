import type { overview as da } from '../da/overview.ts';

export const overview: typeof da = {
  title: (office) => `Overview for ${office}`,
  nothing: 'Nothing is urgent, and nothing is waiting for you.',
  count: {
    broken: (count) => `${count} overdue`,
    inbox: (count) => `${count} waiting for you`,
    due: (count) => `${count} due within a day`,
    'not-delivered': (count) => `${count} not delivered`,
  },
  daily: 'Sent to coordinators every working day when the office opens.',
  switchOff: 'Stop daily overview',
  switchOn: 'Get it daily',
};

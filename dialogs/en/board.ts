import type { board as da } from '../da/board.ts';

export const board: typeof da = {
  lists: {
    broken: 'Overdue',
    'with-us': 'Waiting for us',
    'with-other': 'With the other party',
    'with-company': 'Waiting for the company',
  },
  left: (time) => `${time} left`,
  late: 'Overdue',
  answered: 'The company has its answer',
  timeline: 'Timeline',
  whoseClock: 'Who had the case while the company waited for its answer',
  clockRan: (office, time, from) => `${office}: ${time}, from ${from.replace(/^on /, '')}`,
  missing: 'Not registered yet',
};

import type { dates as da } from '../da/dates.ts';

export const dates: typeof da = {
  tag: 'en-GB',
  clock: (time) => `at ${time}`,
  tonight: 'tonight',
  atMidnight: 'at midnight',
  today: 'today',
  tomorrow: 'tomorrow',
  yesterday: 'yesterday',
  onWeekday: (weekday) => `on ${weekday}`,
  lastWeekday: (weekday) => `last ${weekday}`,
  onDate: (date) => `on ${date}`,
  minutes: (count) => `${count} min`,
  hours: (count) => (count === 1 ? '1 hour' : `${count} hours`),
  days: (count) => `${count} days`,
};

import type { dates as da } from '../da/dates.ts';

export const dates: typeof da = {
  tag: 'en-GB',
  clock: (time) => `at ${time}`,
  atMidnight: 'at midnight',
  onDay: (weekday, date) => `on ${weekday} ${date}`,
  minutes: (count) => `${count} min`,
  hours: (count) => (count === 1 ? '1 hour' : `${count} hours`),
  days: (count) => `${count} days`,
};

import type { advice as da } from '../da/advice.ts';

export const advice: typeof da = {
  title: 'Also recommended',
  rule: (rule, strength, source) => `Source: ${source}. Rule ${rule} (${strength}).`,
  referOnTo: 'Refer on to',
  services: 'Services',
  programmes: 'Programmes',
  check: 'check',
  notEligible: 'not eligible',
  selfHelp: 'Self-help as preparation',
  upToHours: (hours) => `Guide to time: up to ${hours} hours`,
  hoursBetween: (from, to) => `Guide to time: ${from}–${to} hours`,
};

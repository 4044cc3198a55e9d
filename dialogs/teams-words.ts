import { both } from './say.ts';

/** What only Teams needs said: around the dialog of "Log henvendelse". */
export const TEAMS_WORDS = {
  dialogTitle: both('Log henvendelse', 'Log enquiry'),
  wait: both('Et øjeblik …', 'One moment …'),
  waitWhy: both(
    'Registret er længe om at svare. Det, du tog med, er gemt.',
    'The register is slow to answer. What you took along is saved.',
  ),
  show: both('Vis henvendelsen', 'Show the enquiry'),
} as const;

import type { teams as da } from '../da/teams.ts';

export const teams: typeof da = {
  caseInChat: (typed) => `You can see the whole case in your own chat with Indgang. Type there: ${typed}`,
  dialogTitle: 'Log enquiry',
  wait: 'One moment …',
  waitWhy: 'The register is slow to answer. What you took along is saved.',
  show: 'Show the enquiry',
};

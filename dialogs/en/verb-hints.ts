import type { verbHints as da } from '../da/verb-hints.ts';

export const verbHints: typeof da = {
  chooseReason: 'Choose a reason',
  personOrMe: 'Name – or "me"',
  day: 'tomorrow, Monday or 30/11',
  time: '9.30',
};

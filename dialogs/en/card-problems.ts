import type { cardProblems as da } from '../da/card-problems.ts';

export const cardProblems: typeof da = {
  'unknown-verb': 'unknown action',
  'unknown-key': 'unknown field',
  'bad-value': 'invalid value in',
  'too-long': 'too long a text in',
  missing: 'missing',
  'not-an-object': 'no card of mine',
};

import type { lists as da } from '../da/lists.ts';

export const lists: typeof da = {
  and: 'and',
  or: 'or',
};

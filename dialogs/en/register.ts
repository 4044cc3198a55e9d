import type { register as da } from '../da/register.ts';

export const register: typeof da = {
  unavailable: 'The company register does not answer. Fill in by hand; we look it up again later.',
  notFound: (cvr) => `CVR number ${cvr} is not in the register. Check it, or fill in by hand.`,
  found: 'Found in the register',
  chooseCrisis: (button) => `If it is a crisis, choose "${button}".`,
  tickCrisis: (field) => `If it is a crisis, tick "${field}".`,
  isItOneOfThese: 'Is it one of these?',
  orIsItOneOfThese: 'Or is it one of these?',
  choose: (company) => `Choose ${company}`,
};

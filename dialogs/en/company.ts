import type { company as da } from '../da/company.ts';

const standing: typeof da.standing = {
  ceased: 'ceased',
  bankruptcy: 'in bankruptcy',
  'compulsory-dissolution': 'being compulsorily dissolved',
  reconstruction: 'in reconstruction',
  liquidation: 'in liquidation',
  'not-begun': 'not begun yet',
};

export const company: typeof da = {
  standing,
  standingSentence: (stands) =>
    `According to the CVR register, the company ${stands === 'ceased' || stands === 'not-begun' ? 'has' : 'is'} ${standing[stands]}.`,
};

import type { inputs as da } from '../da/inputs.ts';

export const inputs: typeof da = {
  organisation: 'Organisation',
  choose: 'Choose',
  typeOrChoose: 'Type or choose',
  eightDigits: '8 digits',
  yes: 'Yes',
  no: 'No',
};

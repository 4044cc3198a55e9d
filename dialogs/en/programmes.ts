import type { programmes as da } from '../da/programmes.ts';

export const programmes: typeof da = {
  'programme-decides': 'the programme itself decides who can take part',
  'no-funds': 'there are no funds left',
  'company-first': 'needs a company first',
  'turnover-or-funding-unknown': 'turnover or external funding not known',
  'turnover-and-funding-too-low': 'turnover and external funding too low',
  'turnover-unknown': 'turnover not known',
  'funding-unknown': 'external funding not known',
  'employees-or-turnover-unknown': 'employees and turnover not known',
  'employees-or-turnover-too-high': 'too many employees or turnover',
  'employees-unknown': 'number of employees not known',
  'too-large': 'the company is too large',
};

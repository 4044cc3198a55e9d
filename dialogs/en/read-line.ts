import type { readLine as da } from '../da/read-line.ts';

export const readLine: typeof da = {
  correctCompany: 'Correct company',
  correctMunicipality: 'Correct municipality',
  correctStage: 'Correct stage',
  correctNeeds: 'Correct needs',
  correctContact: 'Correct contact',
  addNeeds: 'Add needs',
  addContact: 'Add contact',
  companyOrNumber: 'Name or CVR number',
};

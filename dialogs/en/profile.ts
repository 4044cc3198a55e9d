import type { profile as da } from '../da/profile.ts';

export const profile: typeof da = {
  preStarterWithoutName: 'Pre-starter without a name',
  companyWithoutName: 'Company without a name',
  employees: (count) => (count === 1 ? '1 employee' : `${count} employees`),
  founded: (year) => `founded ${year}`,
  advertisingProtected: 'protected against advertising',
};

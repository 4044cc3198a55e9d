/** A company described in a few words. */
export const profile = {
  preStarterWithoutName: 'Før-starter uden navn',
  companyWithoutName: 'Virksomhed uden navn',
  employees: (count: number) => (count === 1 ? '1 ansat' : `${count} ansatte`),
  founded: (year: string) => `stiftet ${year}`,
  advertisingProtected: 'reklamebeskyttet',
};

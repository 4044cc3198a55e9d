/** The standing of a company in the register today, gravest first: of several, the first is reported. */
export const COMPANY_STANDINGS = [
  'ceased',
  'bankruptcy',
  'compulsory-dissolution',
  'reconstruction',
  'liquidation',
  'not-begun',
  'active',
] as const;
export type CompanyStanding = (typeof COMPANY_STANDINGS)[number];

/** Whether a crisis is offered for the company (registration.md, "Company facts"). */
export function offersCrisis(standing: CompanyStanding | undefined): boolean {
  return standing === 'bankruptcy' || standing === 'reconstruction';
}

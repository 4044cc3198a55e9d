import type { CompanyRegister, RegisteredCompany } from '../app/ports/company-register.ts';
import { livingFirst } from './living-first.ts';
import { nameScore } from './name-match.ts';
import { SAMPLE_COMPANIES } from './sample-companies.ts';

/** The embedded register of invented companies, used where no access to Virk is configured. */
export function createSampleRegister(
  companies: readonly RegisteredCompany[] = SAMPLE_COMPANIES,
): CompanyRegister {
  const byCvr = new Map(companies.map((company) => [company.cvr, company]));
  return {
    async findByCvr(cvr) {
      const value = byCvr.get(cvr);
      return value ? { state: 'found', value } : { state: 'not-found' };
    },

    async searchByName(name, limit) {
      const value = companies
        .map((company) => ({ company, score: nameScore(name, company.name) }))
        .filter(({ score }) => score > 0)
        .sort((a, b) => livingFirst(a.company, b.company) || b.score - a.score)
        .slice(0, limit)
        .map(({ company }) => company);
      return value.length > 0 ? { state: 'found', value } : { state: 'not-found' };
    },
  };
}

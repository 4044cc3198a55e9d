import { z } from 'zod';
import type { CompanyRegister, RegisteredCompany } from '../../app/ports/company-register.ts';
import { isCvrNumber } from '../../core/cvr-number.ts';
import { livingFirst } from '../living-first.ts';
import { fromVirk, UNIT_FIELDS, unitFromVirk, VIRK_FIELDS, virkCompany, virkUnit } from './virk-company.ts';
import { createVirkSearch, type VirkOptions } from './virk-search.ts';

const companySource = z.object({ Vrvirksomhed: virkCompany });
const unitSource = z.object({ VrproduktionsEnhed: virkUnit });

/** The most production units read of a company. Nobody could choose among more. */
const MOST_UNITS = 100;

/**
 * The CVR register behind Virk's Elasticsearch (`cvr-permanent/virksomhed/_search`), read as of `today` (ISO, Danish).
 * Never throws: failures are the state `unavailable`.
 */
export function createVirkRegister(options: VirkOptions, today: () => string): CompanyRegister {
  const search = createVirkSearch(options);
  const budget = () => AbortSignal.timeout(options.budgetMs ?? 2000);

  /**
   * Adds names and municipalities to a company's production units. The company's document only has their numbers, but a
   * person must be able to tell them apart, and the right one decides the office. Without an answer the company is
   * still found.
   */
  async function withUnits(company: RegisteredCompany, signal: AbortSignal): Promise<RegisteredCompany> {
    if (company.pNumbers.length === 0) return company;
    const field = 'VrproduktionsEnhed.produktionsEnhedMetadata.nyesteCvrNummerRelation';
    const query = {
      size: MOST_UNITS,
      _source: UNIT_FIELDS,
      query: { term: { [field]: Number(company.cvr) } },
    };
    const answer = await search('produktionsenhed', query, unitSource, signal);
    if (answer.state !== 'answered') return company;
    const units = new Map(
      answer.documents.map(({ VrproduktionsEnhed }) => [
        String(VrproduktionsEnhed.pNummer),
        unitFromVirk(VrproduktionsEnhed, today()),
      ]),
    );
    return {
      ...company,
      pNumbers: company.pNumbers.flatMap((unit) =>
        // A unit missing from the answer is kept as in the company's document; one that has ended is dropped.
        units.has(unit.pNumber) ? (units.get(unit.pNumber) ?? []) : unit,
      ),
    };
  }

  return {
    async findByCvr(cvr) {
      if (!isCvrNumber(cvr)) return { state: 'not-found' };
      const signal = budget();
      const query = {
        size: 1,
        _source: VIRK_FIELDS,
        query: { term: { 'Vrvirksomhed.cvrNummer': Number(cvr) } },
      };
      const answer = await search('virksomhed', query, companySource, signal);
      if (answer.state !== 'answered') return answer;
      const [found] = answer.documents;
      if (!found) return { state: 'not-found' };
      return { state: 'found', value: await withUnits(fromVirk(found.Vrvirksomhed, today()), signal) };
    },

    async searchByName(name, limit) {
      const wanted = name.trim();
      if (wanted === '' || limit < 1) return { state: 'not-found' };
      const field = 'Vrvirksomhed.virksomhedMetadata.nyesteNavn.navn';
      const query = {
        bool: {
          must: {
            match: { [field]: { query: wanted, operator: 'and', fuzziness: 'AUTO', prefix_length: 1 } },
          },
          should: { match_phrase_prefix: { [field]: { query: wanted, boost: 3 } } },
        },
      };
      // Ceased companies are sorted last, so more are requested than wanted.
      const size = limit * 3;
      const answer = await search(
        'virksomhed',
        { size, _source: VIRK_FIELDS, query },
        companySource,
        budget(),
      );
      if (answer.state !== 'answered') return answer;
      const value = answer.documents
        .map(({ Vrvirksomhed }) => fromVirk(Vrvirksomhed, today()))
        .sort(livingFirst)
        .slice(0, limit);
      return value.length > 0 ? { state: 'found', value } : { state: 'not-found' };
    },
  };
}

import { isCvrNumber, normaliseCvr } from '../core/cvr-number.ts';
import { LATE, LIMITS, within } from './deadline.ts';
import type { Dependencies } from './dependencies.ts';

/** A company that may be meant by what was typed so far. `name` is null where the register does not know the number. */
interface CompanySuggestion {
  readonly cvr: string;
  readonly name: string | null;
}

/** Companies for what was typed so far, at most `limit`. Never throws; none where the register does not answer in time. */
export type SuggestCompanies = (typed: string, limit: number) => Promise<readonly CompanySuggestion[]>;

const SHORTEST = 2;

/**
 * Makes the suggestions of companies, by name or CVR number. A number that the register does not know, or cannot be asked
 * about, is suggested itself. What holds a CPR number is sent nowhere.
 */
export function createSuggestCompanies({
  register,
  maskCpr,
  clock,
}: Pick<Dependencies, 'register' | 'maskCpr' | 'clock'>): SuggestCompanies {
  async function ask(typed: string, limit: number): Promise<readonly CompanySuggestion[]> {
    const cvr = normaliseCvr(typed);
    if (isCvrNumber(cvr)) {
      const found = await register.findByCvr(cvr);
      return [{ cvr, name: found.state === 'found' ? found.value.name : null }];
    }
    const found = await register.searchByName(typed, limit);
    return found.state === 'found' ? found.value.map(({ cvr, name }) => ({ cvr, name })) : [];
  }

  return async (text, limit) => {
    const typed = text.trim();
    if (typed.length < SHORTEST || maskCpr(typed).removed > 0) return [];
    try {
      const found = await within(clock, LIMITS.register, () => ask(typed, limit));
      if (found !== LATE) return found;
    } catch {
      // The register is asked again with the next letter.
    }
    const cvr = normaliseCvr(typed);
    return isCvrNumber(cvr) ? [{ cvr, name: null }] : [];
  };
}

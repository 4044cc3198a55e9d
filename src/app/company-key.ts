import type { Case } from '../core/case/case.ts';
import type { Change } from '../core/case/case-change.ts';
import type { Turn, Work } from './turn.ts';

/** The key under which figures count a company: that of its cases or outreach contacts, else a new one. */
export async function companyKeyOf(turn: Work, cvr: string, cases: readonly Case[]): Promise<string> {
  const known = cases.some(({ companyKey }) => companyKey !== undefined);
  const [contact] = known ? [] : await turn.stores.outreach.ofCompany(cvr);
  return contact?.company.companyKey ?? companyKeyAmong(turn, cases);
}

/** The key of the cases given, else a new one. */
function companyKeyAmong(turn: Work, others: readonly Case[]): string {
  return others.find(({ companyKey }) => companyKey !== undefined)?.companyKey ?? turn.deps.ids.id();
}

/**
 * A change with the company's key, where it changes the case's CVR number: that of the company's other cases. Where it has
 * none the case keeps its own, unless that belongs to the company of its former number.
 */
export async function withCompanyKey(turn: Turn, before: Case, change: Change): Promise<Change> {
  const { id, values, companyKey } = change.case;
  if (values.cvr === before.values.cvr) return change;
  const othersOf = async (cvr: string | undefined) =>
    cvr === undefined ? [] : (await turn.stores.cases.ofCompany(cvr)).filter((one) => one.id !== id);
  const former = await othersOf(before.values.cvr);
  const isShared = companyKey === undefined || former.some((one) => one.companyKey === companyKey);
  const candidates = [...(await othersOf(values.cvr)), ...(isShared ? [] : [change.case])];
  return { ...change, case: { ...change.case, companyKey: companyKeyAmong(turn, candidates) } };
}

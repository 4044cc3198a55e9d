import type { Command } from '../../core/command.ts';
import { isSameName } from '../../core/company-name.ts';
import { isCvrNumber, normaliseCvr } from '../../core/cvr-number.ts';
import type { Draft } from '../../core/intake/draft.ts';
import type { Dependencies } from '../dependencies.ts';
import type { Aside } from '../inbound.ts';
import { type Lookups, lookUp, NO_LOOKUPS, recordsOf } from '../look-up.ts';
import type { RegisteredCompany } from '../ports/company-register.ts';

type OutreachCommand = Extract<Command, { name: 'outreach' }>;

/** Words of a line that may be the company's name, at most; each beginning of them is one question to the register. */
const NAME_WORDS = 5;
/** Companies of a name that are shown to choose from, at most. */
const CANDIDATES = 5;

/** The look-ups of a command. Never throws. `today` is an ISO date. */
export function lookUpFor(
  command: Command,
  draft: Draft | undefined,
  deps: Dependencies,
  today: string,
  aside?: Aside,
): Promise<Lookups> {
  return command.name === 'outreach'
    ? lookUpOutreach(command, deps, today)
    : lookUp(command, draft, deps, today, aside);
}

/** Asks the register and the CRM about the company of an outreach command. Never throws. `today` is an ISO date. */
async function lookUpOutreach(
  { input }: OutreachCommand,
  deps: Dependencies,
  today: string,
): Promise<Lookups> {
  const typed = input.company?.trim() ?? '';
  if (typed === '') return NO_LOOKUPS;
  const { company, found, rest } = await companyOf(typed, deps);
  const need = [rest, input.need?.trim() ?? ''].filter((part) => part !== '').join(' ');
  const understood = need === '' ? null : (deps.language?.understand(need, today) ?? null);
  const records = company?.state === 'found' ? await recordsOf(deps, company.value.cvr) : {};
  return { ...NO_LOOKUPS, ...records, company, found, understood, afterName: rest };
}

async function companyOf(
  typed: string,
  deps: Dependencies,
): Promise<Pick<Lookups, 'company' | 'found'> & { readonly rest: string }> {
  const cvr = normaliseCvr(typed);
  if (isCvrNumber(cvr)) return { company: await deps.register.findByCvr(cvr), found: [], rest: '' };
  const words = typed.split(/\s+/);
  let others: readonly RegisteredCompany[] = [];
  for (let count = Math.min(words.length, NAME_WORDS); count > 0; count--) {
    const name = words.slice(0, count).join(' ');
    if (name.length < 2) continue;
    const answer = await deps.register.searchByName(name, CANDIDATES);
    if (answer.state === 'unavailable') return { company: answer, found: [], rest: '' };
    const companies = answer.state === 'found' ? answer.value : [];
    const same = companies.filter((one) => isSameName(one.name, name));
    if (same.length > 0) {
      const [only, ...more] = same;
      const rest = words.slice(count).join(' ');
      return only && more.length === 0
        ? { company: { state: 'found', value: only }, found: [], rest }
        : { company: null, found: same, rest };
    }
    if (others.length === 0) others = companies;
  }
  return { company: null, found: others, rest: '' };
}

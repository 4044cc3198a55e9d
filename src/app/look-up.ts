import type { Command, RawInput } from '../core/command.ts';
import { isCvrNumber, normaliseCvr } from '../core/cvr-number.ts';
import type { RegisterFacts } from '../core/intake/change-draft.ts';
import type { Draft } from '../core/intake/draft.ts';
import type { Deps } from './deps.ts';
import type { CrmRecord, RegisterAnswer, RegisteredCompany, Understanding } from './ports.ts';

/** What was asked of the world before the transaction began, so that no transaction waits for a network. */
export interface Lookups {
  readonly company: RegisterAnswer<RegisteredCompany> | null;
  readonly found: readonly RegisteredCompany[];
  readonly inCrm: readonly CrmRecord[];
  readonly understood: Understanding | null;
}

export const NO_LOOKUPS: Lookups = { company: null, found: [], inCrm: [], understood: null };

/** How many companies of a name are offered to choose from. */
const CANDIDATES = 5;

/** Asks the register and the CRM for what a command names. Never throws: intake goes on without them. */
export async function lookUp(
  command: Command,
  draft: Draft | undefined,
  deps: Deps,
  today: string,
): Promise<Lookups> {
  const understood = understandable(command, draft, deps) ? understand(command, deps, today) : null;
  const input = understood ? null : inputOf(command, draft, deps);
  const typedCvr = normaliseCvr(understood?.entities.cvr ?? input?.cvr ?? '');
  const cvr = isCvrNumber(typedCvr) ? typedCvr : undefined;
  const name = understood?.entities.companyName ?? input?.companyName?.trim();
  if (cvr !== undefined) {
    const unchanged = draft?.values.cvr === cvr && draft.register === 'found';
    const [company, inCrm] = await Promise.all([
      unchanged ? null : deps.register.findByCvr(cvr),
      recordsOf(deps, cvr),
    ]);
    return { company, found: [], inCrm, understood };
  }
  const known = draft?.values.cvr;
  if (known !== undefined) {
    return { company: null, found: [], inCrm: await recordsOf(deps, known), understood };
  }
  if (name && name.length >= 2) {
    const found = await deps.register.searchByName(name, CANDIDATES);
    const companies = found.state === 'found' ? found.value : [];
    const only = understood !== null || command.name === 'say' ? onlyMatch(companies, name) : undefined;
    if (only) {
      return {
        company: { state: 'found', value: only },
        found: [],
        inCrm: await recordsOf(deps, only.cvr),
        understood,
      };
    }
    return { company: null, found: companies, inCrm: [], understood };
  }
  return { ...NO_LOOKUPS, understood };
}

/** The one company that a typed name can mean: a single hit, or the only one that begins with it. */
function onlyMatch(companies: readonly RegisteredCompany[], name: string): RegisteredCompany | undefined {
  const wanted = name.toLowerCase();
  const beginning = companies.filter((company) => company.name.toLowerCase().startsWith(wanted));
  return beginning.length === 1 ? beginning[0] : undefined;
}

async function recordsOf(deps: Deps, cvr: string): Promise<readonly CrmRecord[]> {
  try {
    return await deps.crm.findByCvr(cvr);
  } catch {
    // The CRM may be down; the product's own cases are asked inside the transaction.
    return [];
  }
}

function understandable(command: Command, draft: Draft | undefined, deps: Deps): boolean {
  if (command.name === 'log') return true;
  if (command.name !== 'say') return false;
  if (draft?.step !== 'guided' || draft.asking === null) return true;
  return deps.readAnswer(draft.asking, command.text) === undefined;
}

function understand(command: Command, deps: Deps, today: string): Understanding | null {
  const text = command.name === 'log' || command.name === 'say' ? command.text : '';
  return deps.language?.understand(text, today) ?? null;
}

function inputOf(command: Command, draft: Draft | undefined, deps: Deps): RawInput | null {
  switch (command.name) {
    case 'intake':
      return command.input;
    case 'correct':
      return { [command.field]: command.value };
    case 'say':
      return draft?.asking ? (deps.readAnswer(draft.asking, command.text) ?? null) : null;
    default:
      return null;
  }
}

/** A registered company in the draft's own fields. */
export function registerFacts(company: RegisteredCompany): RegisterFacts {
  const only = company.pNumbers.length === 1 ? company.pNumbers[0]?.pNumber : undefined;
  return {
    values: {
      cvr: company.cvr,
      companyName: company.name,
      municipality: company.municipality ?? undefined,
      founded: company.founded ?? undefined,
      form: company.form ?? undefined,
      employees: company.employees ?? undefined,
      advertisingProtected: company.advertisingProtected ?? undefined,
      pNumber: only,
    },
    pNumbers: company.pNumbers.map(({ pNumber, name, municipality }) =>
      municipality === null ? { pNumber, name } : { pNumber, name, municipality },
    ),
  };
}

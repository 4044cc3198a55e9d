import type { IntakeValues } from '../intake/draft.ts';
import type { Case } from './case.ts';
import { mayShare } from './derived.ts';

/** The parts of a case that its basis allows anybody but the owner to have (registration.md, "Whose words go where"). */
export interface BasisCover {
  /** Names of people (the contact person's, colleagues'), contact details, free text and assessments. */
  readonly personal: boolean;
  /** `named`: everything that identifies the company. `number`: its CVR number alone. `hidden`: nothing. */
  readonly company: 'named' | 'number' | 'hidden';
}

/** Forms of the register in which the company is its owner: its number and name are a person's. */
const SOLE_PROPRIETOR = /enkeltmand|personligt ejet|^(?:enk|pmv)\b/i;
/** A legal form at the end of a name. The law demands it of companies with limited liability, and of nobody else. */
const LEGAL_PERSON =
  /(?:^|[\s,.])(?:aps|a\/s|ivs|p\/s|k\/s|i\/s|s\.?m\.?b\.?a|a\.?m\.?b\.?a|f\.?m\.?b\.?a|fond(?:en)?|forening(?:en)?|andelsselskab(?:et)?)\.?$/i;

/**
 * Whether the company's number or name is a person's: a sole proprietor, or a pre-starter. Where the register did not
 * tell the form, only a name that ends in a legal form (`ApS`, `A/S`) is taken for a company's.
 */
function isPerson({ stage, form, companyName }: IntakeValues): boolean {
  if (stage === 'pre-starter') return true;
  if (form !== undefined) return SOLE_PROPRIETOR.test(form);
  return !LEGAL_PERSON.test(companyName?.trim() ?? '');
}

/**
 * Whether a case of these values would hold a person's name, phone or e-mail, so that its basis is asked for: a contact, a
 * sole proprietor as the register knows one, or the name of a pre-starter.
 */
export function namesPerson(values: IntakeValues): boolean {
  const { contactName, contactPhone, contactEmail, companyName, cvr, form, stage } = values;
  if ([contactName, contactPhone, contactEmail].some((part) => part !== undefined)) return true;
  if (companyName === undefined && cvr === undefined) return false;
  return stage === 'pre-starter' || (form !== undefined && SOLE_PROPRIETOR.test(form));
}

/** Whether the case is one of a pre-starter, as stated or as triage read it. */
function isPreStarter({ values, decision }: Case): boolean {
  return values.stage === 'pre-starter' || decision.stage === 'pre-starter';
}

/** What the basis of the case covers. Without a valid basis (none, declined, withdrawn) it is what identifies nobody. */
export function coverOf(kase: Case): BasisCover {
  if (mayShare(kase)) return { personal: true, company: 'named' };
  const person = isPreStarter(kase) || isPerson(kase.values);
  return { personal: false, company: person ? 'hidden' : 'number' };
}

/** Whether the company is in a crisis: the words of such a case are for owner and receiver alone. */
export function isCrisis({ priority, values }: Case): boolean {
  return priority === 'urgent' || values.crisis === true;
}

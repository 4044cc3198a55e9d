import { isCvrNumber, normaliseCvr } from '../core/cvr-number.ts';
import type { Draft } from '../core/intake/draft.ts';
import type { Understanding } from './ports.ts';

/** `cvr 87654321`, `CVR-nr.: 87 65 43 21`: eight digits that a text calls a CVR number. */
const SAID_CVR = /(?<!\p{L})cvr[^\d\n]{0,14}(\d(?: ?\d){6,8})(?! ?\d)/iu;

/** What a text calls a CVR number and is none: a digit was misheard or mistyped. */
export function mistypedCvr(text: string): string | undefined {
  const typed = SAID_CVR.exec(text)?.[1];
  return typed === undefined || isCvrNumber(normaliseCvr(typed)) ? undefined : typed;
}

/**
 * Whether a line is about another company than the intake under way: it gives another CVR number, or begins with
 * another name, as people log a company.
 */
export function isAnotherCompany(text: string, understood: Understanding | null, draft: Draft): boolean {
  const { cvr, companyName } = draft.values;
  const said = understood?.entities.cvr ?? mistypedCvr(text);
  if (said !== undefined && cvr !== undefined) return normaliseCvr(said) !== cvr;
  const name = understood?.entities.companyName?.toLowerCase();
  if (name === undefined || companyName === undefined || !text.toLowerCase().startsWith(name)) return false;
  const known = companyName.toLowerCase();
  return !known.startsWith(name) && !name.startsWith(known);
}

import { isCvrNumber, normaliseCvr } from '../core/cvr-number.ts';
import type { Draft } from '../core/intake/draft.ts';
import type { Understanding } from './ports/language-model.ts';

/** `cvr 87654321`, `CVR-nr.: 87 65 43 21`: eight digits that a text calls a CVR number. */
const SAID_CVR = /(?<!\p{L})cvr[^\d\n]{0,14}(\d(?: ?\d){6,8})(?! ?\d)/iu;

/** Words before `cvr` that say there is no number, so the digits after it are something else. */
const SAYS_NONE = /(?<!\p{L})(?:ikke|intet|ingen|uden|mangler|no|not|without|lacks)(?: \p{L}+){0,3} $/iu;

/**
 * The digits that a text calls a CVR number although they are not one: misheard or mistyped. Undefined where there
 * are none.
 */
export function mistypedCvr(text: string): string | undefined {
  const said = SAID_CVR.exec(text);
  const typed = said?.[1];
  if (!said || typed === undefined || isCvrNumber(normaliseCvr(typed))) return undefined;
  return SAYS_NONE.test(text.slice(Math.max(0, said.index - 40), said.index)) ? undefined : typed;
}

/**
 * Eight digits at the start of a line, where people write the CVR number. In pairs, or after a label, they are a
 * telephone number.
 */
const OPENS = /^[^\p{L}\p{N}+]*(?:log:?\s+)?(\d{8})(?!\p{N}|[.,]\d)/iu;

/**
 * Digits in the place of a CVR number that are not one: a mistyped CVR number or a telephone number. `isUnknown`: the
 * register knows no company of the number, and every eleventh telephone number looks like a CVR number. Undefined where
 * there are none.
 */
export function unsureCvr(text: string, isUnknown: boolean): string | undefined {
  const typed = OPENS.exec(text)?.[1];
  return typed === undefined || (isCvrNumber(typed) && !isUnknown) ? undefined : typed;
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
  const begins = text.toLowerCase().replace(/^(?::(?:[a-z\d][a-z\d_+-]{1,40}|[+-]1):|[^\p{L}\p{N}&])+/u, '');
  if (name === undefined || companyName === undefined || !begins.startsWith(name)) return false;
  const known = companyName.toLowerCase();
  return !known.startsWith(name) && !name.startsWith(known);
}

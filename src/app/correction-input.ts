import { isSameName, isSearchFor } from '../core/company-name.ts';
import { normaliseCvr } from '../core/cvr-number.ts';
import type { Draft } from '../core/intake/draft.ts';
import type { RawInput } from '../core/raw-input.ts';

/**
 * A correction's inputs. The company is given by its CVR number or its name; a name that is not the company's own is
 * another company, so the CVR number is cleared and the name looked up.
 */
export function correctionInput(draft: Draft | undefined, input: RawInput): RawInput {
  const typed = input.companyName?.trim() ?? '';
  if (typed === '' || (input.cvr ?? '') !== '') return input;
  const digits = normaliseCvr(typed);
  if (/^\d{8}$/.test(digits)) {
    const { companyName: _, ...rest } = input;
    return { ...rest, cvr: digits };
  }
  const { cvr, companyName } = draft?.values ?? {};
  const isSame =
    companyName !== undefined && (isSearchFor(typed, companyName) || isSameName(companyName, typed));
  return cvr === undefined || isSame ? input : { ...input, cvr: '' };
}

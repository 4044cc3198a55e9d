/** A case id: eight letters and digits without vowels, or anything mistaken for another on the phone: `K3F9-QTX2`. */
const LETTER = '[2-9B-DF-HJ-NP-TV-XZ]';
const EXACT = new RegExp(`^(${LETTER}{4})[- ]?(${LETTER}{4})(?=$|[\\s:,.;?!])[:,.;]?\\s*`, 'i');
// A mistyped id still counts as one: the answer that no such case exists is better than taking it for a need.
const LOOKS_LIKE_ID = /^(?=[a-z0-9-]*\d)([a-z0-9]{4})-?([a-z0-9]{4})(?=$|\s)\s*/i;
const SHOUTED_ID = /^([A-Z0-9]{4})-([A-Z0-9]{4})(?=$|\s)\s*/;

export interface CaseIdRead {
  readonly caseId: string;
  /** The text after the id, as typed. */
  readonly rest: string;
}

/** Eight digits are a CVR or telephone number, so an id of digits alone counts only with its hyphen. */
const NUMBER = /^\+?\d[\d ]*$/;

/**
 * The case id at the start of a text. Lower case, a missing hyphen and a space in its place are accepted. Undefined
 * where the text begins with no id.
 */
export function readCaseId(text: string): CaseIdRead | undefined {
  const trimmed = text.trim().replace(/^#/, '');
  const match = EXACT.exec(trimmed) ?? LOOKS_LIKE_ID.exec(trimmed) ?? SHOUTED_ID.exec(trimmed);
  if (!match || NUMBER.test(match[0].replace(/[:,.;]?\s*$/, ''))) return undefined;
  return {
    caseId: `${match[1]}-${match[2]}`.toUpperCase(),
    rest: trimmed.slice(match[0].length).trim(),
  };
}

/** Case ids have no vowels and nothing that is mistaken for something else on the phone: `K3F9-QTX2`. */
const LETTER = '[2-9B-DF-HJ-NP-TV-XZ]';
const EXACT = new RegExp(`^(${LETTER}{4})[- ]?(${LETTER}{4})(?=$|[\\s:,.;?!])[:,.;]?\\s*`, 'i');
// Somebody typed an id with a slip of the finger: better told that there is no such case than taken for a need.
const LOOKS_LIKE_ID = /^(?=[a-z0-9-]*\d)([a-z0-9]{4})-?([a-z0-9]{4})(?=$|\s)\s*/i;
const SHOUTED_ID = /^([A-Z0-9]{4})-([A-Z0-9]{4})(?=$|\s)\s*/;

export interface CaseIdRead {
  readonly caseId: string;
  /** What follows the id, as typed. */
  readonly rest: string;
}

/** A case id at the start of the text: lower case, without hyphen or with a space instead are all fine. */
export function readCaseId(text: string): CaseIdRead | undefined {
  const trimmed = text.trim().replace(/^#/, '');
  const match = EXACT.exec(trimmed) ?? LOOKS_LIKE_ID.exec(trimmed) ?? SHOUTED_ID.exec(trimmed);
  if (!match) return undefined;
  return { caseId: `${match[1]}-${match[2]}`.toUpperCase(), rest: trimmed.slice(match[0].length).trim() };
}

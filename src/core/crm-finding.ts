/** What `indgang crm check` finds in the organisation that is the shared CRM. */
export const CRM_FINDINGS = [
  'address-unknown',
  'no-answer',
  'not-dataverse',
  'sign-in-away',
  'sign-in-refused',
  'token-refused',
  'no-user',
  'metadata-denied',
  'busy',
  'table-missing',
  'set-differs',
  'id-differs',
  'column-missing',
  'column-kind',
  'column-read-only',
  'column-secured',
  'column-short',
  'option-missing',
  'state-missing',
  'lookup-missing',
  'key-missing',
  'key-pending',
  'key-failed',
  'privilege-missing',
  'privilege-own-rows',
  'no-row-versions',
  'no-authors',
  'no-change-tracking',
  'changes-not-all',
  'not-migrated',
] as const;
export type CrmFindingCode = (typeof CRM_FINDINGS)[number];

/** Findings without which cases arrive all the same. */
export const CRM_ADVICE: readonly CrmFindingCode[] = [
  'no-authors',
  'no-change-tracking',
  'changes-not-all',
  'not-migrated',
];

/** A finding: the table and column it is about, what is there, and what the mapping needs. */
export interface CrmFinding {
  readonly code: CrmFindingCode;
  readonly table: string;
  readonly column: string;
  readonly is: string;
  readonly needs: string;
}

import type { CrmRecord, ServedCase } from '../app/ports/crm.ts';
import type { CaseStatus } from '../core/case/word-lists.ts';

/** The status of a case that serves nobody. */
export const ENTERED_IN_ERROR: CaseStatus = 'entered-in-error';

/** What a record says of whether its company is served. */
export function servedCaseOf({ caseId, status, owner, assignee, createdAt }: CrmRecord): ServedCase {
  return { caseId, status, owner, assignee, createdAt };
}

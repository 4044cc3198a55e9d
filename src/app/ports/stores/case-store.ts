import type { Case } from '../../../core/case/case.ts';
import type { CaseFilter } from '../../../core/command.ts';
import type { OrganisationId } from '../../../core/organisation.ts';

export interface CaseQuery {
  readonly filter: CaseFilter;
  readonly person: string;
  readonly organisation: OrganisationId;
  readonly now: string;
  readonly limit: number;
  readonly offset: number;
}

export interface CaseReader {
  get(id: string): Promise<Case | undefined>;
  /** Ids of cases whose next step has fallen due, earliest first. */
  withStepDue(now: string, limit: number): Promise<readonly string[]>;
  /** Every case of the company, running or not, newest first. */
  ofCompany(cvr: string): Promise<readonly Case[]>;
  /** Ids, in order, of cases after `after` that ended before the instant and have not been made anonymous. */
  endedBefore(
    instant: string,
    page: { readonly after: string; readonly limit: number; readonly withoutCvr?: boolean },
  ): Promise<readonly string[]>;
  /**
   * Of the next `scan` cases after `after`: active ones that no card stands for at whoever must act, and any that
   * the CRM has not got in their present revision, with nothing under way that would change it. `next` null: the end.
   */
  unseen(
    after: string,
    scan: number,
  ): Promise<{
    readonly found: readonly { readonly caseId: string; readonly lacks: 'card' | 'crm' }[];
    readonly next: string | null;
  }>;
  /** Active cases whose assignee is no member of their owner, in order of id. */
  withoutTheirAssignee(limit: number): Promise<readonly Case[]>;
  /** The owners of active cases, as they are stored. */
  owners(): Promise<readonly string[]>;
  ofOwner(owner: string, limit: number): Promise<readonly Case[]>;
  /** Cases offered to an organisation that has not answered. */
  offeredTo(organisation: OrganisationId): Promise<readonly Case[]>;
  /** Every case in order of id, a page at a time. */
  page(after: string, limit: number): Promise<readonly Case[]>;
  /** What the CRM was last told of the case. */
  crmRevision(id: string): Promise<number>;
  /** Cases of the company that still have an active owner, newest first. */
  running(cvr: string): Promise<readonly Case[]>;
  list(query: CaseQuery): Promise<{ readonly cases: readonly Case[]; readonly total: number }>;
}

export interface CaseStore extends CaseReader {
  /** `nextStepAt`: when the clock next has something to do about it (`promise/steps.ts`). */
  insert(kase: Case, nextStepAt: string | null): Promise<void>;
  /** Saves where the stored revision still is `expected`; false otherwise. */
  update(kase: Case, expected: number, nextStepAt: string | null): Promise<boolean>;
  saveCrmRevision(id: string, revision: number, crmId: string): Promise<void>;
}

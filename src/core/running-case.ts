import type { Case } from './case/case.ts';
import type { Notice } from './notice.ts';
import type { OrganisationId } from './organisation.ts';

/** A running case as anyone may see it: that the company is known, who serves it and since when. */
export interface RunningCase {
  readonly caseId: string;
  readonly owner: OrganisationId;
  readonly since: string;
  readonly status: Case['status'];
  readonly assignee: string | null;
  /** The id of the assignee, where their name is shown and the case is ours. */
  readonly assigneeId?: string | undefined;
  /** Whether the case is in this product's store, so that a contact can be added. Otherwise only the CRM knows it. */
  readonly ours: boolean;
  readonly hasBasis?: boolean | undefined;
}

/** A company that others serve, as anyone may see it. The name is null where it is a person's. */
export interface KnownCompany extends RunningCase {
  readonly company: string | null;
}

/** The company's running case, shown where somebody begins another. */
export interface RunningCaseAnswer {
  readonly kind: 'running-case';
  readonly running: RunningCase;
  readonly notice: Notice | null;
  /** Whether the reader may add a contact nevertheless, as phone-line staff may. */
  readonly mayAdd?: boolean;
  /** The identity by which the reader can chat with the assignee. */
  readonly chat?: string | undefined;
}

import type { Case, Handover } from './case/case.ts';
import type { FollowUp } from './case/follow-up.ts';
import type { NextStep } from './case/next-step.ts';
import type { Task } from './case/task.ts';
import type { CompanyStanding } from './company-standing.ts';
import type { OrganisationId } from './organisation.ts';
import type { ActorRef } from './person.ts';
import type { Area } from './vocabulary.ts';

/** One line of `sager`. */
export interface CaseLine {
  readonly caseId: string;
  /** The company's name; null for a pre-starter in a shared channel. */
  readonly title: string | null;
  readonly municipality: string | null;
  readonly status: Case['status'] | 'draft';
  readonly owner: OrganisationId;
  readonly offeredTo: OrganisationId | null;
  readonly assignee: ActorRef | null;
  readonly dueAt: string | null;
  readonly answeredAt: string | null;
  readonly broken: boolean;
  readonly urgent: boolean;
  /** The company's standing when the register was last asked. */
  readonly standing?: CompanyStanding | undefined;
  readonly areas?: readonly Area[] | undefined;
  readonly next?: NextStep | undefined;
  /** How the reader's own offer of the case stands, on the list of what they sent. */
  readonly referral?: Pick<Handover, 'to' | 'state' | 'reasonCode'> | undefined;
  /** What the reader's office is to do in the list of follow-ups. */
  readonly followUp?: FollowUp | undefined;
  /** What the decision asks of the reader's office, in its list of tasks. */
  readonly task?: Task | undefined;
}

import type { IntakeValues } from '../intake/draft.ts';
import type { OrganisationId } from '../organisation.ts';
import type { ActorRef } from '../person.ts';
import type { Decision, Priority } from '../triage/decision.ts';
import type { Area, BasisKind, RegisteredSegment } from '../vocabulary.ts';
import type { EventCode } from './events.ts';
import type { HandoverState, KeptStatus, ReturnReason } from './word-lists.ts';

/** A question the receiver asks the sender; the clock keeps running. */
export interface HandoverQuestion {
  readonly id: number;
  readonly text: string;
  readonly askedAt: string;
  readonly askedBy: ActorRef;
  readonly answer: string | null;
  readonly answeredAt: string | null;
  readonly answeredBy: ActorRef | null;
}

/** One offer of a case from its owner to another organisation. A case can have several, one open at a time. */
export interface Handover {
  readonly number: number;
  readonly from: OrganisationId;
  readonly to: OrganisationId;
  readonly state: HandoverState;
  readonly offeredAt: string;
  readonly offeredBy: ActorRef;
  readonly settledAt: string | null;
  /** Who answered; null while open and when it expired. */
  readonly settledBy: ActorRef | null;
  readonly reasonCode: ReturnReason | null;
  readonly reason: string | null;
  /** Whether a return counts towards `maxReturns`. */
  readonly counted: boolean;
  readonly questions: readonly HandoverQuestion[];
}

/** The 48-hour promise of one case. All ISO instants. `working` drives due times; both readings are kept. */
export interface Promise48 {
  readonly contactedAt: string;
  readonly hours: number;
  readonly reading: 'working' | 'elapsed';
  /** Due by the reading that drives reminders. */
  readonly dueAt: string;
  /** Due by elapsed hours: the reported figure. */
  readonly reportedDueAt: string;
  readonly answeredAt: string | null;
  /** Set once the due time passed unanswered; never unset (late is late). */
  readonly broken: boolean;
}

/** What the shared CRM needs at closing (handover.md; domain T-74, section 10.1). */
interface Outcome {
  readonly services: readonly string[];
  readonly referredTo: readonly string[];
  readonly selfHelpUsed: boolean;
  readonly segment: RegisteredSegment;
  readonly actionPlan: string | null;
  readonly note: string | null;
  /** The day agreed for follow-up, whoever is to do it; absent on cases that ended under 0.1.0. */
  readonly followUpOn?: string | null;
}

/** A follow-up task handed to LES when EHM closes a case that came from LES. */
export interface FollowUp {
  readonly organisation: OrganisationId;
  readonly dueOn: string;
  readonly state: 'proposed' | 'accepted' | 'declined' | 'done';
}

/** The basis for registering and sharing: recorded before a handover, with who obtained it and when. */
interface Basis {
  readonly kind: BasisKind;
  readonly obtainedBy: ActorRef;
  readonly obtainedAt: string;
  readonly withdrawnAt: string | null;
}

/** A later contact on a running case. Its words are null once they are erased. */
interface LaterContact {
  readonly at: string;
  readonly by: ActorRef;
  readonly text: string | null;
  readonly areas?: readonly Area[];
  /** Whom to contact about it: name, phone, e-mail as far as known. */
  readonly person?: string | null;
}

/** Somebody of the owner will call the company. Why is the remark of that instant (`Remark`). */
export interface CallBack {
  readonly at: string;
  readonly by: ActorRef;
  readonly plannedAt: string;
}

/** Why somebody did what they did to a case, in their own words; history holds the event. Null once erased. */
export interface Remark {
  readonly event: EventCode;
  readonly at: string;
  readonly by: ActorRef;
  readonly text: string | null;
}

/** A case. It has exactly one owning organisation from the second it is logged (handover.md, "Ownership"). */
export interface Case {
  readonly id: string;
  readonly revision: number;
  readonly status: KeptStatus;
  readonly owner: OrganisationId;
  readonly assignee: ActorRef | null;
  readonly createdAt: string;
  readonly createdBy: ActorRef;
  readonly draftId: string;
  readonly priority: Priority;
  readonly values: IntakeValues;
  readonly decision: Decision;
  /** Another owner than the decision named, and why: recorded, never refused (policy: the documents are guidance). */
  readonly override: { readonly organisation: OrganisationId; readonly reason: string } | null;
  readonly basis: Basis | null;
  readonly handovers: readonly Handover[];
  /** Organisations that take part without owning (joint course, samarbejde). */
  readonly joint: readonly OrganisationId[];
  readonly greyZone: boolean;
  readonly promise: Promise48;
  /** Clocks that ended before the case was reopened, oldest first: late stays late. */
  readonly earlierPromises?: readonly Promise48[] | undefined;
  readonly outcome: Outcome | null;
  readonly followUp: FollowUp | null;
  readonly closedAt: string | null;
  /** An earlier case of the same company. */
  readonly linkedTo: string | null;
  /** Later contacts on the same running case (O2). */
  readonly contacts: readonly LaterContact[];
  /** Reasons that stand on no handover, oldest first; absent on cases of 0.1.0. */
  readonly remarks?: readonly Remark[] | undefined;
  /** The last call to the company that was planned; the step `call-back` says whether its moment has come. */
  readonly callBack?: CallBack | null | undefined;
  /** Steps of the promise that have been taken, so that each happens once (`promise/steps.ts`). */
  readonly steps: readonly string[];
  /** When it was last changed, whatever was changed; missing on cases from before this was kept. */
  readonly changedAt?: string | undefined;
  /** Personal data was erased (GDPR or retention); the counts stay. */
  readonly erasedAt: string | null;
  /** Erased cases of one company that is no longer known are still counted as one. */
  readonly countedAs?: string | undefined;
}

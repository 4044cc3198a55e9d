import type { IntakeValues } from '../intake/draft.ts';
import type { MunicipalityCode } from '../municipalities.ts';
import type { LesId, OrganisationId } from '../organisation.ts';
import type { ActorRef } from '../person.ts';
import type { Decision, Priority } from '../triage/decision.ts';
import type { AnswerForm, Area, BasisKind, BasisScope, RegisteredSegment } from '../vocabulary.ts';
import type { Attempt } from './attempts.ts';
import type { CorrectedDoor, Correction } from './correction.ts';
import type { Enquiry } from './enquiry.ts';
import type { EventCode } from './events.ts';
import type { FollowUp } from './follow-up.ts';
import type { OutcomeDetails, Registered } from './registered.ts';
import type { SeenInCrm } from './seen-in-crm.ts';
import type { Undoable } from './slip.ts';
import type { Task } from './task.ts';
import type { HandoverState, KeptStatus, ReturnReason } from './word-lists.ts';

/** The receiver's question to the sender. The clock keeps running. */
export interface HandoverQuestion {
  readonly id: number;
  readonly text: string;
  readonly askedAt: string;
  readonly askedBy: ActorRef;
  readonly answer: string | null;
  readonly answeredAt: string | null;
  readonly answeredBy: ActorRef | null;
}

/** An offer of a case from its owner to another organisation. A case can have several, of which one is open at most. */
export interface Handover {
  readonly number: number;
  readonly from: OrganisationId;
  readonly to: OrganisationId;
  readonly state: HandoverState;
  readonly offeredAt: string;
  readonly offeredBy: ActorRef;
  readonly settledAt: string | null;
  /** The person who answered; null while the offer is open, and where it expired. */
  readonly settledBy: ActorRef | null;
  readonly reasonCode: ReturnReason | null;
  readonly reason: string | null;
  /** Whether a return counts towards `maxReturns`. */
  readonly counted: boolean;
  readonly questions: readonly HandoverQuestion[];
}

/** The 48-hour promise of an enquiry. All values are ISO instants. One reading drives due times; both are stored. */
export interface Promise48 {
  readonly contactedAt: string;
  readonly hours: number;
  readonly reading: 'working' | 'elapsed';
  /** Due time by the reading that drives reminders. */
  readonly dueAt: string;
  /** Due time by elapsed hours, the reported figure. */
  readonly reportedDueAt: string;
  readonly answeredAt: string | null;
  /** How the answer was given, where it was said. */
  readonly how?: AnswerForm | undefined;
  /** The person who gave the answer. Absent on answers of 0.1.0, whose history names them. */
  readonly answeredBy?: ActorRef | undefined;
  /** Set when the due time passes unanswered, and never reset. */
  readonly broken: boolean;
}

/**
 * The data that the shared CRM needs at closing (handover.md; domain T-74, section 10.1). Services, referrals and
 * self-help are those of the whole case; cases of earlier versions hold no others.
 */
interface Outcome extends OutcomeDetails {
  readonly services: readonly string[];
  readonly referredTo: readonly string[];
  readonly selfHelpUsed: boolean;
  readonly segment: RegisteredSegment;
  readonly actionPlan: string | null;
  readonly note: string | null;
  /** The day agreed for follow-up, by any organisation. Absent on cases that ended under 0.1.0. */
  readonly followUpOn?: string | null;
}

/** The inputs of a closing that was undone. */
interface RetractedOutcome extends Outcome {
  /** The services, referrals and tools that it registered. */
  readonly again?: Registered | undefined;
  readonly cvr?: string | undefined;
  readonly pNumber?: string | undefined;
}

/** The basis for registering and sharing, with the person who obtained it and when. Recorded before a handover. */
export interface Basis {
  readonly kind: BasisKind;
  readonly obtainedBy: ActorRef;
  readonly obtainedAt: string;
  readonly withdrawnAt: string | null;
  /** Absent on cases of earlier versions, and where the company declined. */
  readonly scope?: BasisScope | undefined;
  /** The version of the text that was read out to the company (`basis-text.ts`). Absent as `scope` is, and for a public task. */
  readonly textVersion?: string | undefined;
}

/** The words of a later contact (its enquiry is in `enquiries`), or the note of an answer. Null once erased. */
interface LaterContact {
  readonly at: string;
  readonly by: ActorRef;
  readonly text: string | null;
  readonly areas?: readonly Area[];
  /** The contact person's name, phone and e-mail, as far as known. */
  readonly person?: string | null;
}

/** A planned call to the company. Its reason is the remark of the same instant (`Remark`). */
export interface CallBack {
  readonly at: string;
  readonly by: ActorRef;
  readonly plannedAt: string;
}

/** A person's reason for an action, in their own words; history holds the event. Null once erased. */
export interface Remark {
  readonly event: EventCode;
  readonly at: string;
  readonly by: ActorRef;
  readonly text: string | null;
}

/** A case. Exactly one organisation owns it at any time (handover.md, "Ownership"). */
export interface Case extends Registered {
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
  /**
   * An owner other than the decision's, with the reason: recorded, never refused (policy: the documents are guidance).
   */
  readonly override: { readonly organisation: OrganisationId; readonly reason: string } | null;
  readonly basis: Basis | null;
  readonly handovers: readonly Handover[];
  /** Organisations that take part without owning the case (joint course, samarbejde). */
  readonly joint: readonly OrganisationId[];
  /** The office that served the municipality when the case was opened, where that is another's (`operator`). */
  readonly localOffice?: { readonly municipality: MunicipalityCode; readonly office: LesId } | undefined;
  readonly greyZone: boolean;
  readonly promise: Promise48;
  /** Answered promises before the running one, oldest first. A broken one stays broken. */
  readonly earlierPromises?: readonly Promise48[] | undefined;
  /** Absent on cases of 0.1.0: `enquiriesOf` reads any case. */
  readonly enquiries?: readonly Enquiry[] | undefined;
  readonly outcome: Outcome | null;
  readonly followUp: FollowUp | null;
  readonly closedAt: string | null;
  /** The same company's earlier case. */
  readonly linkedTo: string | null;
  /** The outreach contact that found the need. */
  readonly outreachId?: string | undefined;
  /** What was written of later contacts and answers, oldest first. */
  readonly contacts: readonly LaterContact[];
  /** Reasons that belong to no handover, oldest first. Absent on cases of 0.1.0. */
  readonly remarks?: readonly Remark[] | undefined;
  /** What the decision asks of other offices (`tasks.ts`). */
  readonly tasks?: readonly Task[] | undefined;
  /** Organisations that asked to hear what becomes of the company (`verbs/ask-feedback.ts`). */
  readonly feedbackFor?: readonly OrganisationId[] | undefined;
  /** The last planned call to the company. The step `call-back` tells whether its moment has come. */
  readonly callBack?: CallBack | null | undefined;
  /** What the last commands made of the case, so that they can be undone (`undoable.ts`). */
  readonly undoable?: readonly Undoable[] | undefined;
  /** The outcome of a closing that was undone: it fills the next closing's form, and counts nowhere. */
  readonly retracted?: RetractedOutcome | null | undefined;
  /** The steps of the promise already taken, so that each happens once (`promise/steps.ts`). */
  readonly steps: readonly string[];
  /**
   * Revisions `from` to `to` differ in reminders alone, which no card shows. A card of any of them is up to date while
   * `to` is the case's revision.
   */
  readonly reminded?: { readonly from: number; readonly to: number } | undefined;
  /** The older case that this one is, and lives on in (`verbs/merge.ts`). */
  readonly mergedInto?: string | undefined;
  /** What was seen of it in the CRM. Absent where nothing was. */
  readonly inCrm?: SeenInCrm | undefined;
  /** The younger cases that live on in this one. */
  readonly mergedFrom?: readonly string[] | undefined;
  /** Attempts to reach the company, oldest first. */
  readonly attempts?: readonly Attempt[] | undefined;
  /** Corrected values, oldest first (`verbs/correct.ts`). */
  readonly corrections?: readonly Correction[] | undefined;
  /** Where the case belongs since a correction, if elsewhere than at its owner. */
  readonly correctedDoor?: CorrectedDoor | null | undefined;
  /** The instant of the last change of any kind. Absent on cases of earlier versions. */
  readonly changedAt?: string | undefined;
  /** The instant at which personal data was erased (GDPR or retention). The statistics stay. */
  readonly erasedAt: string | null;
  /**
   * The opaque key under which figures count the company: given with its first case, shared by all its cases, and kept at
   * erasure. Absent on cases of 0.1.0 without a CVR number, which count by themselves.
   */
  readonly companyKey?: string | undefined;
}

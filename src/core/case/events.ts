import type { OrganisationId } from '../organisation.ts';
import type { ActorRef } from '../person.ts';
import type { Tool } from '../tools.ts';
import type { ActorCode, AnswerForm, BasisKind, RegisteredSegment, Uptake } from '../vocabulary.ts';
import type { CorrectableField } from './correction.ts';
import type { ChangeInCrm } from './seen-in-crm.ts';
import type { UndoableEvent } from './slip.ts';
import type { FollowUpResult, KeptStatus, ReturnReason } from './word-lists.ts';

interface Opening {
  readonly rule: string;
  readonly receiver: OrganisationId;
  readonly overridden: boolean;
  readonly basis: BasisKind | 'none';
  /** The offices that got a task. */
  readonly tasks?: readonly OrganisationId[];
  /** The organisation that takes part in a joint course from the start. */
  readonly joint?: OrganisationId;
  /** Why Væksthjulet was not used is in `Case.remarks`. */
  readonly noTool?: true;
}

interface Nothing {
  readonly [key: string]: never;
}

/** A step of the promise taken by the clock (`promise/steps.ts`): `offer-25:1`, `owner-50`. */
interface ClockStep {
  readonly step: string;
}

/**
 * The events of a case with the details that history stores: ids, codes and numbers only, so that an erasure never
 * changes a line. Free text is stored on the case (`Case.remarks`, `Handover.reason` …).
 *
 * Lines of earlier releases are read with these types. An event may gain optional details; existing ones must not
 * change.
 */
export interface EventDetails {
  readonly opened: Opening;
  readonly 'opened-and-offered': Opening;
  readonly offered: {
    readonly to: OrganisationId;
    readonly basis?: BasisKind;
    readonly tasks?: readonly OrganisationId[];
    readonly selfHelp?: readonly Tool[];
    readonly noTool?: true;
  };
  readonly accepted: { readonly from: OrganisationId; readonly handover: number };
  readonly returned: {
    readonly to: OrganisationId;
    readonly reasonCode: ReturnReason;
    readonly greyZone: boolean;
  };
  /** `reasonCode` is set where the question came from a return for missing information. */
  readonly asked: { readonly reasonCode?: ReturnReason };
  readonly 'question-answered': Nothing;
  readonly advised: { readonly by: OrganisationId };
  readonly forwarded: { readonly from: OrganisationId; readonly to: OrganisationId };
  readonly 'offer-withdrawn': Nothing;
  readonly expired: ClockStep;
  readonly reminded: ClockStep;
  readonly 'promise-broken': ClockStep;
  /** `onTheSpot`: by the phone line, in the company's call. */
  readonly contacted: { readonly late: boolean; readonly how?: AnswerForm; readonly onTheSpot?: true };
  /** A correcting entry: the event of the line with this `sequence` does not count. */
  readonly undone: { readonly what: UndoableEvent; readonly line: number };
  readonly assigned: { readonly person: string };
  readonly waiting: Nothing;
  readonly continued: Nothing;
  readonly closed: {
    readonly segment: RegisteredSegment;
    readonly selfHelpUsed: boolean;
    readonly services: number;
    readonly referrals: number;
    /** Absent where nobody follows up, and on lines of earlier versions. */
    readonly followUpBy?: OrganisationId;
  };
  readonly reopened: { readonly wasBroken: boolean };
  readonly withdrawn: Nothing;
  readonly 'entered-in-error': Nothing;
  readonly invited: {
    readonly organisation: OrganisationId;
    readonly selfHelp?: readonly Tool[];
    readonly noTool?: true;
  };
  /** Only a remark's: why Væksthjulet was not used. What was done meanwhile is the line of history of that instant. */
  readonly 'tool-left-out': Nothing;
  readonly left: { readonly organisation: OrganisationId };
  readonly 'grey-zone-settled': { readonly organisation: OrganisationId; readonly joint: boolean };
  readonly 'basis-recorded': { readonly kind: BasisKind; readonly tasks?: readonly OrganisationId[] };
  readonly 'basis-withdrawn': Nothing;
  readonly 'contact-added': { readonly organisation: OrganisationId };
  /** A contact with a new need on an answered case: a promise of its own runs. `contactedAt` is when it began. */
  readonly 'enquiry-added': { readonly organisation: OrganisationId; readonly contactedAt: string };
  readonly 'service-given': {
    readonly services: readonly string[];
    readonly on: string;
    /** Of all of them together. */
    readonly hours?: number;
    /** Those that the Erhvervshus gave in the local office's place. */
    readonly asLes?: readonly string[];
  };
  /** `other`: an adviser or offer that has no actor's code. */
  readonly 'referral-given': { readonly to: ActorCode | 'other'; readonly uptake?: Uptake };
  readonly 'uptake-recorded': { readonly to: ActorCode | 'other'; readonly uptake: Uptake };
  readonly 'self-help-used': { readonly tools: readonly Tool[] };
  /** `at` is the planned moment of the call. */
  readonly 'call-planned': { readonly at: string };
  readonly 'call-removed': Nothing;
  /** On the case that lives on, and on the one that ends. */
  readonly merged: { readonly from: string };
  readonly 'merged-into': { readonly into: string };
  /** The count of attempts to reach the company since the promise began. */
  readonly attempted: { readonly number: number };
  /** The old values are on the case (`Case.corrections`). */
  readonly corrected: { readonly fields: readonly CorrectableField[] };
  /** A crisis of the same company has gone to `organisation`; `step` names that case. */
  readonly 'crisis-elsewhere': ClockStep & { readonly organisation: OrganisationId };
  readonly 'task-started': { readonly organisation: OrganisationId };
  readonly 'task-dismissed': { readonly organisation: OrganisationId };
  readonly 'feedback-asked': { readonly organisation: OrganisationId };
  readonly 'follow-up-accepted': Nothing;
  readonly 'follow-up-declined': Nothing;
  readonly 'followed-up': { readonly result: FollowUpResult };
  readonly erased: { readonly cause: 'retention' | 'request' };
  readonly 'contact-erased': Nothing;
  /** Texts about somebody who is not, or no longer, the contact person: that one stays. */
  readonly 'texts-erased': Nothing;
  readonly 'owner-restored': Nothing;
  readonly 'assignee-left': { readonly person: string };
  /** People changed the case in the CRM (`changed-in-crm.ts`). */
  readonly 'changed-in-crm': { readonly what: readonly ChangeInCrm[] };
}

export type EventCode = keyof EventDetails;

/** An event with its details: `{ type: 'returned', to, reasonCode, greyZone }`. */
export type CaseEvent = {
  readonly [Code in EventCode]: EventDetails[Code] extends Nothing
    ? { readonly type: Code }
    : { readonly type: Code } & EventDetails[Code];
}[EventCode];

/** An event as history stores it: the code, with the details in a field of their own. */
export type KeptEvent = {
  readonly [Code in EventCode]: { readonly event: Code; readonly details: EventDetails[Code] };
}[EventCode];

/** The stored form of an event. */
export function kept({ type, ...details }: CaseEvent): KeptEvent {
  return { event: type, details } as KeptEvent;
}

/** A line of a case's append-only history. */
export type HistoryEntry = KeptEvent & {
  readonly caseId: string;
  readonly sequence: number;
  readonly at: string;
  /** Null where the clock acted (expiry, escalation). */
  readonly actor: ActorRef | null;
  readonly fromStatus: KeptStatus | null;
  readonly toStatus: KeptStatus;
  readonly owner: OrganisationId;
  readonly ruleSet: string;
};

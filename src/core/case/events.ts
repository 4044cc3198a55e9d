import type { OrganisationId } from '../organisation.ts';
import type { ActorRef } from '../person.ts';
import type { BasisKind, RegisteredSegment } from '../vocabulary.ts';
import type { KeptStatus, ReturnReason } from './word-lists.ts';

interface Opening {
  readonly rule: string;
  readonly receiver: OrganisationId;
  readonly overridden: boolean;
  readonly basis: BasisKind | 'none';
}

interface Nothing {
  readonly [key: string]: never;
}

/** The step of the promise that the clock took (`promise/steps.ts`): `offer-25:1`, `owner-50`. */
interface ClockStep {
  readonly step: string;
}

/**
 * What can happen to a case, and what its line of history says of it: ids, codes and numbers only, so that erasing a
 * person never changes a line. What people wrote stands on the case (`Case.remarks`, `Handover.reason` …).
 *
 * Lines of earlier releases are read as these: a detail may be added to an event as optional, and none may change.
 */
export interface EventDetails {
  readonly opened: Opening;
  readonly 'opened-and-offered': Opening;
  readonly offered: { readonly to: OrganisationId; readonly basis?: BasisKind };
  readonly accepted: { readonly from: OrganisationId; readonly handover: number };
  readonly returned: {
    readonly to: OrganisationId;
    readonly reasonCode: ReturnReason;
    readonly greyZone: boolean;
  };
  /** `reasonCode`: asked by returning the case for what is missing. */
  readonly asked: { readonly reasonCode?: ReturnReason };
  readonly 'question-answered': Nothing;
  readonly advised: { readonly by: OrganisationId };
  readonly forwarded: { readonly from: OrganisationId; readonly to: OrganisationId };
  readonly 'offer-withdrawn': Nothing;
  readonly expired: ClockStep;
  readonly reminded: ClockStep;
  readonly 'promise-broken': ClockStep;
  readonly contacted: { readonly late: boolean };
  readonly assigned: { readonly person: string };
  readonly waiting: Nothing;
  readonly continued: Nothing;
  readonly closed: {
    readonly segment: RegisteredSegment;
    readonly selfHelpUsed: boolean;
    readonly services: number;
    readonly referrals: number;
  };
  readonly reopened: { readonly wasBroken: boolean };
  readonly withdrawn: Nothing;
  readonly 'entered-in-error': Nothing;
  readonly invited: { readonly organisation: OrganisationId };
  readonly left: { readonly organisation: OrganisationId };
  readonly 'grey-zone-settled': { readonly organisation: OrganisationId; readonly joint: boolean };
  readonly 'basis-recorded': { readonly kind: BasisKind };
  readonly 'basis-withdrawn': Nothing;
  readonly 'contact-added': { readonly organisation: OrganisationId };
  /** `at`: when the company is to be called. */
  readonly 'call-planned': { readonly at: string };
  readonly 'follow-up-accepted': Nothing;
  readonly 'follow-up-declined': Nothing;
  readonly erased: { readonly cause: 'retention' | 'request' };
  readonly 'contact-erased': Nothing;
  readonly 'owner-restored': Nothing;
  readonly 'assignee-left': { readonly person: string };
}

export type EventCode = keyof EventDetails;

/** One event with what is known of it: `{ type: 'returned', to, reasonCode, greyZone }`. */
export type CaseEvent = {
  readonly [Code in EventCode]: EventDetails[Code] extends Nothing
    ? { readonly type: Code }
    : { readonly type: Code } & EventDetails[Code];
}[EventCode];

/** An event as history keeps it: its code, and its details beside it. */
export type KeptEvent = {
  readonly [Code in EventCode]: { readonly event: Code; readonly details: EventDetails[Code] };
}[EventCode];

/** The event as a line of history keeps it. */
export function kept({ type, ...details }: CaseEvent): KeptEvent {
  return { event: type, details } as KeptEvent;
}

/** One line of a case's append-only history. */
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

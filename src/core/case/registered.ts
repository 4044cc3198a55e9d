import type { LesId, OrganisationId } from '../organisation.ts';
import type { ActorRef } from '../person.ts';
import type { Tool } from '../tools.ts';
import type {
  ActorCode,
  ApplicationHelper,
  Meeting,
  NoServiceReason,
  ServiceForm,
  Uptake,
} from '../vocabulary.ts';

/** What was done for the company (registration.md, "What is registered"). Days are Danish dates. */

/** A service given to the company. */
export interface GivenService {
  readonly service: string;
  readonly by: ActorRef;
  readonly on: string;
  readonly form: ServiceForm;
  readonly meeting: Meeting | null;
  /** Hours in quarters. */
  readonly hours: number | null;
  readonly tools: readonly Tool[];
  readonly programme: string | null;
  readonly applicationHelp: ApplicationHelper | null;
  /** The local office in whose place the Erhvervshus gave it (`houseActsAsLes`). */
  readonly asLes?: LesId | undefined;
}

/** A referral that a person says was given; the advice of triage is none. */
export interface GivenReferral {
  /** Null where only a named adviser or offer was said. */
  readonly to: ActorCode | null;
  /** The adviser or offer by name. Null where none was named, or once erased. */
  readonly name: string | null;
  readonly by: ActorRef;
  readonly on: string;
  readonly why: string | null;
  readonly uptake: Uptake;
  /** The day on which the company was asked whether it used the referral. */
  readonly askedOn: string | null;
}

/** A self-help tool that the company used. */
export interface UsedTool {
  /** Null where it was only said that one was used. */
  readonly tool: Tool | null;
  readonly on: string;
  readonly by: ActorRef;
  /** The focus areas that Væksthjulet brought out. */
  readonly focus: readonly string[];
}

/** The registrations of a case: a part of `Case`, absent on cases of earlier versions. */
export interface Registered {
  readonly services?: readonly GivenService[] | undefined;
  readonly referrals?: readonly GivenReferral[] | undefined;
  readonly selfHelp?: readonly UsedTool[] | undefined;
}

/** Which entries of each list a closing added (from, and before), so that undoing it takes them away again. */
export interface AddedByClosing {
  readonly services: readonly [number, number];
  readonly referrals: readonly [number, number];
  readonly selfHelp: readonly [number, number];
}

/** What closing adds to the outcome; absent on cases that ended before. */
export interface OutcomeDetails {
  /** Why no service was given, with the words of `other`. */
  readonly noService?: NoServiceReason | null;
  readonly noServiceWhy?: string | null;
  readonly noActionPlan?: string | null;
  /** The day on which the company had its action plan. */
  readonly actionPlanOn?: string | null;
  readonly followUpBy?: OrganisationId | null;
  /** Why nobody follows up. */
  readonly noFollowUp?: string | null;
  /** Whether the company was enrolled in the user evaluation, and when; null where nobody said. */
  readonly enrolled?: boolean | null;
  readonly enrolledOn?: string | null;
  readonly added?: AddedByClosing | undefined;
  /** The person who closed, and who wrote its texts. */
  readonly closedBy?: ActorRef | undefined;
}

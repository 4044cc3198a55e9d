import type { OrganisationId } from '../organisation.ts';
import type { AnswerForm } from '../vocabulary.ts';
import type { ChangeInCrm } from './seen-in-crm.ts';
import type { ReturnReason } from './word-lists.ts';

/** Identifies an offer of the case. */
interface OfOffer {
  readonly handover: number;
}

/** Identifies a promise of the case: 0 for the first enquiry's. */
interface OfClock {
  readonly clock: number;
}

/** Identifies a planned call by its moment. */
interface OfCall {
  readonly at: string;
}

/** Identifies a question on an offer. */
interface OfQuestion extends OfOffer {
  readonly question: number;
}

/** Identifies a follow-up by its date. */
interface OfFollowUp {
  readonly dueOn: string;
}

/** The office that a notice is for. */
interface OfOffice {
  readonly office: OrganisationId;
}

interface Nothing {
  readonly [key: string]: never;
}

/**
 * Notices to people and offices after somebody else, or the clock, acted on a case; with the data that tells notices of
 * a kind apart. Stored in the outbox until sent.
 */
export interface ToldData {
  readonly 'handover-accepted': OfOffer;
  readonly 'handover-returned': OfOffer;
  /** To the office that referred the company: the other side has answered it, closed the case, or heard its no. */
  readonly 'case-answered': OfOffer;
  readonly 'case-closed': OfOffer;
  readonly 'case-withdrawn': OfOffer;
  /** What somebody was told of is undone: the answer, the closing, that the company withdrew, the result of a follow-up. */
  readonly 'answer-undone': OfOffice;
  readonly 'closing-undone': OfOffice;
  readonly 'withdrawal-undone': OfOffice;
  readonly 'follow-up-undone': OfOffice;
  readonly 'handover-advised': OfOffer;
  readonly 'handover-forwarded': OfOffer;
  readonly 'question-asked': OfQuestion;
  readonly 'question-answered': OfQuestion;
  readonly 'yours-now': Nothing;
  readonly assigned: Nothing;
  readonly 'contact-added': Nothing;
  readonly 'enquiry-added': Nothing;
  /** Two cases have become one: to those who had them. */
  readonly 'cases-merged': Nothing;
  readonly 'left-joint': Nothing;
  /** To the case's holder: the company has told another organisation that it takes its consent back. */
  readonly 'basis-withdrawn': Nothing;
  readonly 'grey-zone-settled': Nothing;
  readonly 'follow-up-accepted': Nothing;
  readonly 'follow-up-declined': Nothing;
  /** To the organisation that closed the case: another one has followed up. */
  readonly 'followed-up': Nothing;
  /** The day of the follow-up has come; `-late`: it has passed, and nobody has said what came of it. */
  readonly 'follow-up-due': OfFollowUp;
  readonly 'follow-up-late': OfFollowUp;
  readonly 'offer-reminder': OfOffer;
  /** A case was offered to an office that has no channel: to the coordinators of the receiver, and of the sender. */
  readonly 'no-channel': OfOffer;
  readonly 'sent-without-channel': OfOffer;
  /** An urgent case has come to an office: to each of its people. */
  readonly crisis: Nothing;
  /** To the case's holder: an office has begun its task, or finds nothing to do. */
  readonly 'task-started': Nothing;
  readonly 'task-dismissed': Nothing;
  /** To a LES with a running case: an Erhvervshus helps the company through a crisis. */
  readonly 'crisis-elsewhere': { readonly house: OrganisationId };
  /** `-late`: the promise can no longer be kept. */
  readonly 'offer-expired': OfOffer;
  readonly 'offer-expired-late': OfOffer;
  readonly 'owner-reminder': OfClock;
  readonly 'call-back': OfCall;
  readonly 'promise-broken': OfClock;
  /** The company was referred to an adviser a while ago: to the one who did it. */
  readonly 'referral-asked': Nothing;
  /** To whoever has the case: somebody closed, moved or deleted it in the CRM. */
  readonly 'changed-in-crm': { readonly change: ChangeInCrm };
}

export type ToldCode = keyof ToldData;

/** A notice about a case in an effect: `{ notice: 'offer-reminder', handover: 2 }`. */
export type Told<Code extends ToldCode = ToldCode> = {
  readonly [One in Code]: ToldData[One] extends Nothing
    ? { readonly notice: One }
    : { readonly notice: One } & ToldData[One];
}[Code];

interface TellPerson {
  readonly kind: 'tell.person';
  readonly person: string;
  /** The earliest instant of delivery (office hours). */
  readonly notBefore?: string;
  /** The step of the promise behind the notice. A person with several roles gets one notice per step. */
  readonly step?: string;
}

interface TellOrganisation {
  readonly kind: 'tell.organisation';
  readonly organisation: OrganisationId;
  /** `thread`: only where the case's card stands in the channel, as a sentence under it. */
  readonly to: 'channel' | 'thread' | 'coordinators' | 'everybody';
  readonly notBefore?: string;
  readonly step?: string;
}

/** The effect of sending a notice about a case. */
export type Tell = (TellPerson | TellOrganisation) & Told;

/** Parameters of every notice about a case. */
export interface ToldParams {
  readonly caseId: string;
  /** The organisation that owns the case; for an acceptance, the one that accepted it. */
  readonly owner: OrganisationId;
  /** The receiver of the offer that a notice is about, or the house that has a crisis. */
  readonly receiver?: OrganisationId;
  /** Why an offer was returned. */
  readonly reasonCode?: ReturnReason;
  /** How the company got its answer. */
  readonly how?: AnswerForm;
  /** What somebody did with the case in the CRM. */
  readonly change?: ChangeInCrm;
  /** The services given, separated by commas. */
  readonly services?: string;
}

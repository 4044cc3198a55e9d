import type { OrganisationId } from '../organisation.ts';

/** Which offer of the case is meant. */
interface OfOffer {
  readonly handover: number;
}

/** Which clock of the case is meant: 0 the first contact's, 1 that of the first reopening. */
interface OfClock {
  readonly clock: number;
}

/** Which call is meant: the moment that it was planned for. */
interface OfCall {
  readonly at: string;
}

/** Which question on which offer. */
interface OfQuestion extends OfOffer {
  readonly question: number;
}

interface Nothing {
  readonly [key: string]: never;
}

/**
 * What people and offices are told of a case when somebody else, or the clock, did something; with what tells one such
 * notice from another of its kind. Kept in the outbox until it is sent.
 */
export interface ToldData {
  readonly 'handover-accepted': OfOffer;
  readonly 'handover-returned': OfOffer;
  readonly 'handover-advised': OfOffer;
  readonly 'handover-forwarded': OfOffer;
  readonly 'question-asked': OfQuestion;
  readonly 'question-answered': OfQuestion;
  readonly 'yours-now': Nothing;
  readonly assigned: Nothing;
  readonly 'contact-added': Nothing;
  readonly 'left-joint': Nothing;
  readonly 'grey-zone-settled': Nothing;
  readonly 'follow-up-accepted': Nothing;
  readonly 'follow-up-declined': Nothing;
  readonly 'offer-reminder': OfOffer;
  /** `-late`: the promise cannot be kept any more. */
  readonly 'offer-expired': OfOffer;
  readonly 'offer-expired-late': OfOffer;
  readonly 'owner-reminder': OfClock;
  readonly 'call-back': OfCall;
  readonly 'promise-broken': OfClock;
}

export type ToldCode = keyof ToldData;

/** One notice about a case, as an effect carries it: `{ notice: 'offer-reminder', handover: 2 }`. */
export type Told<Code extends ToldCode = ToldCode> = {
  readonly [One in Code]: ToldData[One] extends Nothing
    ? { readonly notice: One }
    : { readonly notice: One } & ToldData[One];
}[Code];

interface TellPerson {
  readonly kind: 'tell.person';
  readonly person: string;
  /** Not told before this instant (office hours). */
  readonly notBefore?: string;
  /** The step of the promise it tells of: nobody is told of one twice, in whatever part they are told. */
  readonly step?: string;
}

interface TellOrganisation {
  readonly kind: 'tell.organisation';
  readonly organisation: OrganisationId;
  readonly to: 'channel' | 'coordinators';
  readonly notBefore?: string;
  readonly step?: string;
}

/** Somebody is told something of a case: an effect. */
export type Tell = (TellPerson | TellOrganisation) & Told;

/** What the reader of a notice about a case is told besides: which case, and who is meant by it. */
export interface ToldParams {
  readonly caseId: string;
  /** Who has the case; of an acceptance, who accepted it. */
  readonly owner: OrganisationId;
}

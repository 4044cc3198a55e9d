import type { IntakeValues } from '../intake/draft.ts';
import type { OrganisationId } from '../organisation.ts';
import type { ActorRef } from '../person.ts';
import type { AnswerForm, Area, BasisKind, BasisScope, Entry, Referrer, Trigger } from '../vocabulary.ts';

/** How a contact came about: what the intake knows beside the company and its needs. */
export interface EnquirySource {
  readonly entry: Entry | null;
  readonly channel: AnswerForm | null;
  readonly trigger: Trigger | null;
  /** Who referred the company, or null. */
  readonly referredBy: OrganisationId | Referrer | null;
  /** What the company said of sharing, where it was asked with this contact. Absent on the first, whose basis is the case's. */
  readonly basis?: { readonly kind: BasisKind; readonly scope?: BasisScope | undefined } | undefined;
}

/** A contact from the company (henvendelse). The texts of a later contact are in `Case.contacts`. */
export interface Enquiry extends EnquirySource {
  readonly at: string;
  readonly receivedBy: ActorRef;
  readonly needs: readonly Area[];
  /**
   * The place of its promise in `promisesOf`: due time and answer are the promise's. Null for a contact without a new
   * need on an answered case.
   */
  readonly promise: number | null;
}

export const UNKNOWN_SOURCE: EnquirySource = { entry: null, channel: null, trigger: null, referredBy: null };

/** How a contact came about, from the values of its intake. */
export function sourceOf({ entry, channel, trigger, referredBy }: IntakeValues): EnquirySource {
  return {
    entry: entry ?? null,
    channel: channel ?? null,
    trigger: trigger ?? null,
    referredBy: referredBy ?? null,
  };
}

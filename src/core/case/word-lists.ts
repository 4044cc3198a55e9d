/** The closed word lists of a case: its statuses, the states of its offers, and return reasons. */

/** handover.md, "Case status". A `draft` is stored as a `Draft` until it is confirmed; the code is here for lists. */
export const CASE_STATUSES = [
  'draft',
  'open',
  'offered',
  'answered',
  'waiting-company',
  'closed',
  'withdrawn',
  'entered-in-error',
] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];
/** The statuses of a stored case. */
export type KeptStatus = Exclude<CaseStatus, 'draft'>;

/** handover.md, "Handover". */
export const HANDOVER_STATES = [
  'offered',
  'accepted',
  'returned',
  'advised',
  'forwarded',
  'withdrawn',
  'expired',
] as const;
export type HandoverState = (typeof HANDOVER_STATES)[number];

/** What a follow-up found (registration.md, "Who is told, and when"). Each ends it; `new-need` begins a linked enquiry. */
export const FOLLOW_UP_RESULTS = ['no-need', 'new-need', 'not-reached'] as const;
export type FollowUpResult = (typeof FOLLOW_UP_RESULTS)[number];

export const RETURN_REASONS = [
  'not-our-area',
  'wrong-geography',
  'private-market',
  'no-capacity',
  'missing-information',
  'duplicate',
  'already-in-course',
  'company-withdrew',
  'no-contact',
  'better-national-offer',
  'other',
] as const;
export type ReturnReason = (typeof RETURN_REASONS)[number];

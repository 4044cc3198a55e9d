import type { OrganisationId } from '../organisation.ts';
import type { RegisteredSegment } from '../vocabulary.ts';

/**
 * The user evaluation (domain.md S-11, S-12): whom an organisation has asked, and what was answered. Both hold ids and codes
 * only, so that erasing a company or a person never needs to change one.
 */

/** A company was put on an organisation's list of those to ask. Never changed. */
export interface SurveyAsk {
  readonly id: string;
  readonly caseId: string;
  /** The opaque key under which figures count the company; null for a case that counts by itself. */
  readonly company: string | null;
  readonly organisation: OrganisationId;
  /** The Danish date. */
  readonly askedOn: string;
  /** The export that it was part of. */
  readonly batch: string;
  /** ISO instant. */
  readonly at: string;
}

/** How satisfied: `Meget tilfreds` and so on, best first. */
export const SATISFACTIONS = [
  'very-satisfied',
  'satisfied',
  'neither',
  'dissatisfied',
  'very-dissatisfied',
] as const;
export type Satisfaction = (typeof SATISFACTIONS)[number];

/** Whether a company that says it was referred used it, or expects to within half a year. */
export const REFERRAL_USES = ['used', 'expects', 'no', 'dont-know'] as const;
export type ReferralUse = (typeof REFERRAL_USES)[number];

/** The expected positive effect: `I høj grad` and so on (Ramme-2021-23 l.722). */
export const EFFECTS = ['high', 'some', 'low', 'none', 'dont-know'] as const;
export type Effect = (typeof EFFECTS)[number];

/** What one company answered about what one organisation did for it in a case. A question without an answer is null. */
export interface SurveyAnswer {
  readonly caseId: string;
  readonly company: string | null;
  readonly organisation: OrganisationId;
  /** The Danish date of the answer. */
  readonly on: string;
  /** Null: that of the case. */
  readonly segment: RegisteredSegment | null;
  readonly satisfaction: Satisfaction | null;
  /** How likely it is to recommend the organisation, from 0 to 10. */
  readonly recommend: number | null;
  /** Null also where it says that it was not referred. */
  readonly referralUse: ReferralUse | null;
  readonly effect: Effect | null;
  /** Whether it says that it was guided on green transition, and on digitalisation or automation. Null: as the case's needs. */
  readonly green: boolean | null;
  readonly digital: boolean | null;
}

/** What tells an answer from others: a second answer with the same replaces it. */
export const answerKey = ({ organisation, caseId, on }: SurveyAnswer): string =>
  `${organisation} ${caseId} ${on}`;

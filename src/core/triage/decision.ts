import type { OrganisationId } from '../organisation.ts';
import type { ActorCode, Area, Maturity, OwnerActor, Stage } from '../vocabulary.ts';

const PLANS = ['inform', 'self-service', 'clarify', 'guide'] as const;
export type Plan = (typeof PLANS)[number];

export const PRIORITIES = ['normal', 'urgent'] as const;
export type Priority = (typeof PRIORITIES)[number];

const REFERRAL_TIMES = ['now', 'after-clarification', 'after-guidance'] as const;
export type ReferralTime = (typeof REFERRAL_TIMES)[number];

const WARNINGS = ['advertising-protected', 'advertising-protection-unknown'] as const;
export type Warning = (typeof WARNINGS)[number];

const NOTES = [
  'report-back-to-les',
  'outside-indicator-base',
  'large-company',
  'tell-running-owner',
] as const;
export type Note = (typeof NOTES)[number];

export const SELF_HELP_TOOLS = [
  'virksomhedsguiden',
  'vaeksthjulet',
  'business-model-canvas',
  'klimakompasset',
  'privacy-kompasset',
] as const;
export type SelfHelpTool = (typeof SELF_HELP_TOOLS)[number];

/** The facts that `missing` may name. */
const MISSING_FACTS = ['stage', 'maturity', 'clarified', 'needs'] as const;
export type MissingFact = (typeof MISSING_FACTS)[number];

const STRENGTHS = ['requirement', 'default', 'guidance', 'disputed', 'pragmatic', 'municipal'] as const;
export type Strength = (typeof STRENGTHS)[number];

/** An actor that the company is referred to, when, and by which rule. */
export interface Referral {
  readonly actor: ActorCode;
  readonly when: ReferralTime;
  readonly area?: Area | undefined;
  readonly rule: string;
}

/** Why a programme is closed to a company, or what must be checked first. */
export type ProgrammeReason =
  | 'company-first'
  | 'programme-decides'
  | 'no-funds'
  | 'turnover-or-funding-unknown'
  | 'turnover-and-funding-too-low'
  | 'turnover-unknown'
  | 'funding-unknown'
  | 'employees-or-turnover-unknown'
  | 'employees-or-turnover-too-high'
  | 'employees-unknown'
  | 'too-large';

/** A programme, and whether it is open to the company. */
export interface Programme {
  readonly name: string;
  readonly eligible: boolean | 'check';
  readonly why?: ProgrammeReason | undefined;
  readonly rule: string;
}

/** The reason for a part of the decision: the rule's text and source. */
export interface Reason {
  readonly rule: string;
  readonly da: string;
  readonly en: string;
  readonly strength: Strength;
  readonly source: string;
}

/** The result of triage (contracts, "Decision"). */
export interface Decision {
  readonly ruleSet: string;
  readonly provisional: boolean;
  readonly owner: {
    readonly actor: OwnerActor;
    readonly organisation: OrganisationId | 'digital';
    readonly rule: string;
  };
  /** Whether the contact is added to the company's running case. Absent on cases of 0.1.0. */
  readonly joinsRunning: boolean;
  /** The company's stage and maturity as the rules read them on the day of the decision. Absent on cases of 0.1.0. */
  readonly stage: Exclude<Stage, 'unknown'>;
  /** Null for an established company. */
  readonly maturity: Maturity | null;
  readonly priority: Priority;
  readonly plan: Plan;
  readonly answerByHours: number;
  readonly greyZone: boolean;
  readonly referrals: readonly Referral[];
  readonly services: readonly string[];
  readonly programmes: readonly Programme[];
  readonly selfHelp: readonly { readonly tool: SelfHelpTool; readonly rule: string }[];
  readonly warnings: readonly Warning[];
  readonly notes: readonly Note[];
  readonly missing: readonly MissingFact[];
  readonly timeFrames: {
    readonly clarifyHours?: readonly [number, number];
    readonly guidanceHours?: readonly [number, number];
  };
  readonly reasons: readonly Reason[];
}

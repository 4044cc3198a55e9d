/**
 * The closed word lists of the domain (policy, "Vocabulary"). Codes are stable. Each language labels them in its
 * `labels.ts` (`dialogs/da/`, `dialogs/en/`).
 */

export const LANGUAGES = ['da', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text in every language. */
export type Localized = Readonly<Record<Language, string>>;

export const STAGES = ['pre-starter', 'entrepreneur', 'established', 'unknown'] as const;
export type Stage = (typeof STAGES)[number];

export const MATURITIES = ['early', 'mature'] as const;
export type Maturity = (typeof MATURITIES)[number];

export const SEGMENTS = ['operations', 'growth', 'unknown'] as const;
export type Segment = (typeof SEGMENTS)[number];

/** Segment as the shared CRM registers it (handover.md; domain D-12). */
export const REGISTERED_SEGMENTS = [
  'operations',
  'growth',
  'early-warning',
  'not-assessed',
  'not-relevant',
] as const;
export type RegisteredSegment = (typeof REGISTERED_SEGMENTS)[number];

export const DEPTHS = ['basic', 'specialised'] as const;
export type Depth = (typeof DEPTHS)[number];

export const ENTRIES = ['phone', 'les', 'ehm', 'digital'] as const;
export type Entry = (typeof ENTRIES)[number];

export const DIRECTIONS = ['inbound', 'outreach'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Need areas whose default depth is specialised. */
export const SPECIALISED_AREAS = [
  'internationalisation',
  'financing',
  'innovation-strategy',
  'leadership-organisation',
  'certification',
  'new-technology-it',
  'automation',
  'digitalisation',
  'patents-ipr',
  'succession',
  'knowledge-collaboration',
  'csr',
  'growth-programmes',
  'green-transition',
  'crisis',
  'regulatory-compliance',
  'skilled-labour',
] as const;

/** Need areas whose default depth is basic. */
export const BASIC_AREAS = [
  'startup-registration',
  'business-plan',
  'accounting-tax-vat',
  'networks-courses',
  'general-information',
] as const;

/** Areas whose default depth follows the company's stage. */
const STAGE_AREAS = ['sales-marketing'] as const;

/** Place-bound areas, which are always local and have no depth (R19, NJ19). */
export const PLACE_BOUND_AREAS = ['authority-permits', 'premises-sites', 'local-labour-education'] as const;

/** Needs outside the list: a concrete one that no area covers, and one that the company cannot name yet. */
export const OPEN_AREAS = ['other', 'unclear'] as const;

export const AREAS = [
  ...SPECIALISED_AREAS,
  ...BASIC_AREAS,
  ...STAGE_AREAS,
  ...PLACE_BOUND_AREAS,
  ...OPEN_AREAS,
] as const;
export type Area = (typeof AREAS)[number];

export const ACTORS = [
  'digital',
  'les',
  'ehm',
  'private-adviser',
  'knowledge-institution',
  'cluster',
  'gts',
  'trade-council',
  'ekf',
  'growth-fund',
  'innovation-fund',
  'ifu',
  'nopef',
  'eu-office',
  'municipality',
] as const;
export type ActorCode = (typeof ACTORS)[number];

/** The actors that can own a case. */
export const OWNER_ACTORS = ['les', 'ehm', 'digital'] as const;
export type OwnerActor = (typeof OWNER_ACTORS)[number];

/** The basis for registering and sharing (handover.md, "Data protection"). `declined`: the company refuses sharing. */
export const BASES = ['consent', 'public-task', 'declined'] as const;
export type BasisKind = (typeof BASES)[number];

/** How another organisation comes into a case: it takes the case over, or takes part in a joint course (T-58). */
export const HANDOVER_FORMS = ['takeover', 'joint'] as const;
export type HandoverForm = (typeof HANDOVER_FORMS)[number];

/** What a basis covers: the case that it was given for, or whatever public business service does for the company. */
export const BASIS_SCOPES = ['this-case', 'all-public-business-service'] as const;
export type BasisScope = (typeof BASIS_SCOPES)[number];

/** How a company got its answer, or made contact (registration.md, "What is registered"). */
export const ANSWER_FORMS = ['phone', 'meeting', 'mail', 'digital'] as const;
export type AnswerForm = (typeof ANSWER_FORMS)[number];

/** Why the company made contact (registration.md, "What is registered"). */
export const TRIGGERS = ['acknowledged-need', 'potential', 'no-occasion', 'outreach'] as const;
export type Trigger = (typeof TRIGGERS)[number];

/** Who may refer a company besides an organisation. */
export const REFERRERS = ['bank', 'accountant', 'private-adviser', 'other'] as const;
export type Referrer = (typeof REFERRERS)[number];

/** How and where a service was given (registration.md, "What is registered"). */
export const SERVICE_FORMS = ['individual', 'collective'] as const;
export type ServiceForm = (typeof SERVICE_FORMS)[number];
export const MEETINGS = ['at-us', 'at-company', 'digital', 'phone'] as const;
export type Meeting = (typeof MEETINGS)[number];

/** Who helped with an application to Innovationsfonden, whose own people may not. */
export const APPLICATION_HELPERS = ['ehm', 'private-adviser'] as const;
export type ApplicationHelper = (typeof APPLICATION_HELPERS)[number];

/** Why a case was closed without a service. */
export const NO_SERVICE_REASONS = [
  'information-only',
  'referred-only',
  'withdrew',
  'no-contact',
  'other',
] as const;
export type NoServiceReason = (typeof NO_SERVICE_REASONS)[number];

/** Whether a company used what it was referred to. */
export const UPTAKES = ['unknown', 'used', 'expects', 'no'] as const;
export type Uptake = (typeof UPTAKES)[number];

export const ROLES = ['consultant', 'coordinator', 'phone', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

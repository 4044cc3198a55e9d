import type { CompanyStanding } from '../company-standing.ts';
import type { MunicipalityCode } from '../municipalities.ts';
import type { OrganisationId } from '../organisation.ts';
import type { Refusal } from '../result.ts';
import type { Area, BasisKind, Depth, Direction, Entry, Maturity, Segment, Stage } from '../vocabulary.ts';

/** The intake form's inputs (contracts, "Intake form inputs"), in the order they are shown. */
export const INTAKE_FIELDS = [
  'cvr',
  'pNumber',
  'companyName',
  'municipality',
  'contactName',
  'contactPhone',
  'contactEmail',
  'stage',
  'maturity',
  'founded',
  'segment',
  'areas',
  'depth',
  'description',
  'crisis',
  'clarified',
  'consent',
  'entry',
] as const;
export type IntakeField = (typeof INTAKE_FIELDS)[number];

/** What has been understood of an intake: parsed values only. */
export interface IntakeValues {
  readonly cvr?: string | undefined;
  readonly pNumber?: string | undefined;
  readonly companyName?: string | undefined;
  readonly municipality?: MunicipalityCode | undefined;
  readonly contactName?: string | undefined;
  readonly contactPhone?: string | undefined;
  readonly contactEmail?: string | undefined;
  readonly stage?: Stage | undefined;
  readonly maturity?: Maturity | undefined;
  /** A year, a month or a date: `2011`, `2011-04`, `2011-04-12`. */
  readonly founded?: string | undefined;
  readonly segment?: Segment | undefined;
  readonly areas?: readonly Area[] | undefined;
  /** Depth of single areas, from the control questions or understood in the text; wins over `depth`. */
  readonly depths?: Partial<Readonly<Record<Area, Depth>>> | undefined;
  /** Depth of every area that can have one; left out, each area has its own default. */
  readonly depth?: Depth | undefined;
  readonly description?: string | undefined;
  readonly crisis?: boolean | undefined;
  readonly clarified?: boolean | undefined;
  /** The basis for sharing. A case calls it `basis`; stored drafts and the CRM keep this name. */
  readonly consent?: BasisKind | undefined;
  readonly entry?: Entry | undefined;
  readonly direction?: Direction | undefined;
  readonly form?: string | undefined;
  readonly employees?: number | undefined;
  readonly turnoverDkk?: number | undefined;
  readonly externalFundingDkk?: number | undefined;
  readonly advertisingProtected?: boolean | undefined;
  /** How the company stood in the register when it was last asked. */
  readonly standing?: CompanyStanding | undefined;
}

/** Where a value came from: the person, the company register, understood in their text, or worked out by us. */
const VALUE_SOURCES = ['user', 'register', 'text', 'derived'] as const;
export type ValueSource = (typeof VALUE_SOURCES)[number];

/** What is wrong with one input, with what was typed, so that nothing typed is lost. */
export interface FieldProblem {
  readonly field: string;
  readonly refusal: Refusal;
  readonly typed: string;
}

/** How the register answered for the draft's CVR number. */
const REGISTER_STATES = ['not-asked', 'found', 'not-found', 'unavailable'] as const;
type RegisterState = (typeof REGISTER_STATES)[number];

/** What the draft is waiting for. */
const DRAFT_STEPS = ['form', 'guided', 'decision'] as const;
type DraftStep = (typeof DRAFT_STEPS)[number];

const DRAFT_STATES = ['active', 'confirmed', 'cancelled', 'expired'] as const;
type DraftState = (typeof DRAFT_STATES)[number];

/** Raised when the shape changes; older shapes are upgraded when read (`upgrade-draft.ts`), so no release breaks one. */
export const DRAFT_VERSION = 1;

/** An intake under way: versioned data, not a dialog stack, so that it survives restarts and releases. */
export interface Draft {
  readonly version: typeof DRAFT_VERSION;
  readonly id: string;
  readonly revision: number;
  readonly state: DraftState;
  readonly person: string;
  readonly organisation: OrganisationId;
  readonly step: DraftStep;
  readonly values: IntakeValues;
  readonly sources: Partial<Readonly<Record<keyof IntakeValues, ValueSource>>>;
  /** Inputs that could not be read, as typed (CPR numbers masked), shown again beside what is wrong. */
  readonly rejected: readonly FieldProblem[];
  readonly register: RegisterState;
  /** The municipality of the company's registered address, where an enquiry about no production unit belongs. */
  readonly seat?: MunicipalityCode | undefined;
  /** P-numbers that the register offers to choose from. */
  readonly pNumbers: readonly {
    readonly pNumber: string;
    readonly name: string;
    readonly municipality?: string;
  }[];
  /** Guided dialog: the question asked now, and those answered, oldest first, for `tilbage`. */
  readonly asking: string | null;
  readonly answered: readonly string[];
  /** Needs that the text may mean: offered as a choice, not filled in. */
  readonly offered?: readonly Area[] | undefined;
  readonly override: { readonly organisation: OrganisationId; readonly reason: string } | null;
  /** The case that came of it. */
  readonly caseId: string | null;
  /** The company's first contact: where the promise starts. ISO instant. */
  readonly contactedAt: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

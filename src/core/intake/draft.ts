import type { CompanyStanding } from '../company-standing.ts';
import type { MunicipalityCode } from '../municipalities.ts';
import type { OrganisationId } from '../organisation.ts';
import type { Refusal } from '../result.ts';
import type { Tool } from '../tools.ts';
import type {
  AnswerForm,
  Area,
  BasisKind,
  BasisScope,
  Depth,
  Direction,
  Entry,
  HandoverForm,
  Maturity,
  Referrer,
  Segment,
  Stage,
  Trigger,
} from '../vocabulary.ts';

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
  'channel',
  'trigger',
  'referredBy',
  'tools',
] as const;
/** Inputs of an intake that stand on no form. */
export const BESIDE_FIELDS = ['basisScope', 'noTool', 'handover'] as const;
export type IntakeField = (typeof INTAKE_FIELDS)[number];

/** The parsed values of an intake. */
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
  /** The depth of single areas, from the control questions or the text. Wins over `depth`. */
  readonly depths?: Partial<Readonly<Record<Area, Depth>>> | undefined;
  /** The depth of every area that can have one. Absent: each area has its own default. */
  readonly depth?: Depth | undefined;
  readonly description?: string | undefined;
  readonly crisis?: boolean | undefined;
  readonly clarified?: boolean | undefined;
  /** The basis for sharing. A case calls it `basis`; stored drafts and the CRM keep this name. */
  readonly consent?: BasisKind | undefined;
  /** What that basis covers. Absent: this case. */
  readonly basisScope?: BasisScope | undefined;
  readonly entry?: Entry | undefined;
  readonly direction?: Direction | undefined;
  /** How the company made contact. */
  readonly channel?: AnswerForm | undefined;
  readonly trigger?: Trigger | undefined;
  readonly referredBy?: OrganisationId | Referrer | undefined;
  /** The self-help tools that the company was shown. A case has them in `Case.selfHelp` instead. */
  readonly tools?: readonly Tool[] | undefined;
  /** Why Væksthjulet was not used, where the municipality asks (`toolRequired`). A case has it in `Case.remarks`. */
  readonly noTool?: string | undefined;
  /** How another organisation comes into the case, where somebody chose. Absent: as the municipality has agreed. */
  readonly handover?: HandoverForm | undefined;
  readonly form?: string | undefined;
  readonly employees?: number | undefined;
  readonly turnoverDkk?: number | undefined;
  readonly externalFundingDkk?: number | undefined;
  readonly advertisingProtected?: boolean | undefined;
  /** The company's standing when the register was last asked. */
  readonly standing?: CompanyStanding | undefined;
}

/** The source of a value: the person, the company register, the person's free text, or a derivation. */
const VALUE_SOURCES = ['user', 'register', 'text', 'derived'] as const;
export type ValueSource = (typeof VALUE_SOURCES)[number];

/** A problem with an input, with the typed text, so that nothing typed is lost. */
export interface FieldProblem {
  readonly field: string;
  readonly refusal: Refusal;
  readonly typed: string;
}

/** The register's answer for the draft's CVR number. */
const REGISTER_STATES = ['not-asked', 'found', 'not-found', 'unavailable'] as const;
type RegisterState = (typeof REGISTER_STATES)[number];

/** The stage of a draft: the form, the guided dialog, or the decision. */
const DRAFT_STEPS = ['form', 'guided', 'decision'] as const;
type DraftStep = (typeof DRAFT_STEPS)[number];

/** A person has one active draft. `set-aside`: another was begun meanwhile, and this one can be taken up again. */
const DRAFT_STATES = ['active', 'set-aside', 'confirmed', 'cancelled', 'expired'] as const;
type DraftState = (typeof DRAFT_STATES)[number];

/**
 * Raised when the shape changes. Older shapes are upgraded when read (`upgrade-draft.ts`), so no release breaks a
 * draft.
 */
export const DRAFT_VERSION = 1;

/** An intake in progress: versioned data, not a dialog stack, so that it survives restarts and releases. */
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
  /** Refused inputs as typed (CPR numbers masked), shown again beside their problems. */
  readonly rejected: readonly FieldProblem[];
  readonly register: RegisterState;
  /** The municipality of the company's registered address, which applies where no production unit is chosen. */
  readonly seat?: MunicipalityCode | undefined;
  /** The company's production units, offered as choices. */
  readonly pNumbers: readonly {
    readonly pNumber: string;
    readonly name: string;
    readonly municipality?: string;
  }[];
  /** Guided dialog: the current question, and the answered ones, oldest first, for `tilbage`. */
  readonly asking: string | null;
  readonly answered: readonly string[];
  /** Needs that the text may mean, offered as choices instead of being filled in. */
  readonly offered?: readonly Area[] | undefined;
  readonly override: { readonly organisation: OrganisationId; readonly reason: string } | null;
  /** Words without whom they are about, with the needs that a person gave them: learnt when the case is opened. */
  readonly toLearn?: readonly { readonly text: string; readonly areas: readonly Area[] }[] | undefined;
  /** The outreach contact that found the need. */
  readonly outreachId?: string | undefined;
  /** The closed case whose follow-up found the need. */
  readonly linkedTo?: string | undefined;
  /** The case opened from the draft. */
  readonly caseId: string | null;
  /** The company's first contact, at which the promise starts. ISO instant. */
  readonly contactedAt: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

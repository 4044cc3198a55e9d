import type { EnquirySource } from '../../core/case/enquiry.ts';
import type { CrmStanding } from '../../core/case/seen-in-crm.ts';
import type { MunicipalityCode } from '../../core/municipalities.ts';
import type { OrganisationId } from '../../core/organisation.ts';
import type { AnswerForm, BasisScope } from '../../core/vocabulary.ts';

/** A contact from the company, as the CRM registers it. */
export interface CrmEnquiry extends EnquirySource {
  readonly at: string;
  readonly receivedBy: OrganisationId;
  readonly needs: readonly string[];
  readonly dueAt: string | null;
  readonly answeredAt: string | null;
  readonly answeredBy: OrganisationId | null;
  readonly how: AnswerForm | null;
}

interface ByWhom {
  readonly by: OrganisationId;
  readonly person: string | null;
}

/**
 * The record that the shared CRM requires of every case (domain T-74, section 10.1). `app/crm-record.ts` makes it
 * from a case.
 */
export interface CrmRecord {
  readonly caseId: string;
  readonly revision: number;
  readonly status: string;
  readonly createdAt: string;
  readonly contactedAt: string;
  readonly entry: string;
  readonly referredFrom: OrganisationId | null;
  readonly owner: OrganisationId;
  readonly assignee: string | null;
  readonly stage: string;
  readonly maturity: string | null;
  readonly cvr: string | null;
  readonly pNumber: string | null;
  readonly companyName: string | null;
  readonly municipality: MunicipalityCode;
  readonly founded: string | null;
  readonly contactName: string | null;
  readonly contactPhone: string | null;
  readonly contactEmail: string | null;
  readonly areas: readonly string[];
  readonly description: string | null;
  readonly segment: string;
  readonly priority: string;
  readonly consent: {
    readonly kind: string;
    /** Who obtained it; empty where the basis lets the CRM hold nobody's name. */
    readonly by: string;
    readonly at: string;
    readonly scope: BasisScope | null;
    /** The version of the text that was read out. Null where none was, and on cases of earlier versions. */
    readonly textVersion: string | null;
  } | null;
  readonly advertisingProtected: boolean | null;
  readonly rule: string;
  readonly ruleSet: string;
  readonly overrideReason: string | null;
  readonly referrals: readonly {
    readonly actor: string;
    readonly when: string;
    readonly area: string | null;
  }[];
  readonly services: readonly string[];
  readonly selfHelpUsed: boolean | null;
  /** What was registered one by one: days are Danish dates. `person` is a colleague's name. */
  readonly servicesGiven: readonly (ByWhom & {
    readonly service: string;
    readonly on: string;
    readonly form: string;
    readonly meeting: string | null;
    readonly hours: number | null;
    readonly tools: readonly string[];
    readonly programme: string | null;
    readonly applicationHelp: string | null;
    /** The local office in whose place the Erhvervshus gave it. */
    readonly asLes?: OrganisationId | undefined;
  })[];
  readonly referralsGiven: readonly (ByWhom & {
    readonly actor: string;
    readonly name: string | null;
    readonly why: string | null;
    readonly on: string;
    readonly uptake: string;
    readonly askedOn: string | null;
  })[];
  /** `tool` is null where it was only said that one was used. */
  readonly selfHelp: readonly (ByWhom & {
    readonly tool: string | null;
    readonly on: string;
    readonly focus: readonly string[];
  })[];
  readonly noService: string | null;
  readonly enrolled: boolean | null;
  readonly enrolledOn: string | null;
  readonly actionPlanOn: string | null;
  readonly followUpBy: OrganisationId | null;
  readonly handovers: readonly {
    readonly from: OrganisationId;
    readonly to: OrganisationId;
    readonly state: string;
    readonly offeredAt: string;
    readonly settledAt: string | null;
    readonly reasonCode: string | null;
  }[];
  /** Organisations that take part without owning the case. */
  readonly joint: readonly OrganisationId[];
  readonly callBackAt: string | null;
  /** The needs of later contacts. */
  readonly laterAreas: readonly string[];
  /** Everything that people wrote on the case, oldest first. */
  readonly texts: readonly {
    readonly about: string;
    readonly at: string;
    readonly by: string;
    readonly text: string;
  }[];
  readonly returns: number;
  readonly greyZone: boolean;
  readonly firstAnswerAt: string | null;
  /** How the answer was given, where it was said. */
  readonly firstAnswerHow: AnswerForm | null;
  /** Each contact from the company, in codes, organisations and dates. */
  readonly enquiries: readonly CrmEnquiry[];
  /** Attempts to reach the company that did not succeed. */
  readonly attempts: number;
  /** Corrected fields with their old values, oldest first. `before` is null where there was none. */
  readonly corrections: readonly (ByWhom & {
    readonly at: string;
    readonly field: string;
    readonly before: string | null;
  })[];
  /** The older case that this one turned out to be. */
  readonly mergedInto: string | null;
  /** The younger cases that live on in this one. */
  readonly mergedFrom: readonly string[];
  readonly dueAt: string;
  readonly closedAt: string | null;
  readonly actionPlan: string | null;
  readonly followUpOn: string | null;
  /** What came of the follow-up; null before it is done. */
  readonly followUpResult: string | null;
}

/** A case of a company, as the CRM tells whether it is served: by whom and since when. */
export type ServedCase = Pick<CrmRecord, 'caseId' | 'status' | 'owner' | 'assignee' | 'createdAt'>;

/** Rows of cases that have changed in the CRM, whoever changed them. */
export interface CrmChange {
  /** The CRM's own id of the row: all that is left of a deleted one. */
  readonly crmId: string;
  /** Null where the row was deleted, or is another system's. */
  readonly caseId: string | null;
  readonly deleted: boolean;
}

/**
 * A page of the changes since a token, with the token of the next one. `more`: pages are left, so that the next call goes on
 * at once. `expired`: the CRM no longer knows the changes, so everything must be read.
 */
export type CrmChanges =
  | {
      readonly state: 'read';
      readonly changes: readonly CrmChange[];
      readonly token: string;
      readonly more: boolean;
    }
  | { readonly state: 'expired' };

/**
 * What a failed call to the CRM asks for. `unavailable`, `conflict`: retry; somebody else changed the row at the same
 * time. `rejected`: the CRM will never take this record; its row is parked and shown by `sager ikke leveret`.
 * `denied`: the CRM takes no record at all until its administrator has acted (sign-in, privileges, a missing key), so
 * all rows wait.
 */
export type CrmErrorCode = 'unavailable' | 'rejected' | 'conflict' | 'denied';

/** A failed call to the CRM. */
export class CrmError extends Error {
  readonly code: CrmErrorCode;
  readonly retryAfterSeconds: number | null;
  /** The call timed out. */
  readonly late: boolean;
  /** What the CRM said, as a code that may stand in a log: never a value of a record. */
  readonly detail: string | null;

  constructor(
    code: CrmErrorCode,
    message: string,
    options: { cause?: unknown; retryAfterSeconds?: number; late?: boolean; detail?: string } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'CrmError';
    this.code = code;
    this.retryAfterSeconds = options.retryAfterSeconds ?? null;
    this.late = options.late ?? false;
    this.detail = options.detail ?? null;
  }
}

/** What the caller knows besides the record. */
export interface SaveOptions {
  /** The CRM has had the case before: a CRM in which people delete makes it not again, and answers `rejected`. */
  readonly known?: boolean;
  /** The Entra object id of the colleague on whose behalf the record is saved; null: nobody's. */
  readonly author?: string | null;
}

/**
 * The shared CRM. Idempotent by case id. Throws `CrmError`. `signal` cancels a call; an adapter that ignores it
 * delays nothing (`deadline.ts`).
 */
export interface Crm {
  /** Upserts the record of the case. The stored revision, or an older one, changes nothing. Resolves with the CRM's own id. */
  save(record: CrmRecord, options?: SaveOptions, signal?: AbortSignal): Promise<{ readonly crmId: string }>;
  findByCase(caseId: string, signal?: AbortSignal): Promise<CrmRecord | null>;
  /** Everything held on a company's cases, newest first: for its own access and erasure. */
  findByCvr(cvr: string, signal?: AbortSignal): Promise<readonly CrmRecord[]>;
  /** Whether a company is served: its cases that nobody entered in error, newest first. For turns, so one short call. */
  servedCases(cvr: string, signal?: AbortSignal): Promise<readonly ServedCase[]>;
  /**
   * Erases all that identifies the company and people, and keeps the counts. Later saves of the case do not bring it
   * back.
   */
  erase(caseId: string, signal?: AbortSignal): Promise<void>;
  /**
   * Changes since the token of the last call, a page at a time; without a token, no change and the first token. Left out
   * where the CRM keeps no changes.
   */
  changesSince?(token: string | null, signal?: AbortSignal): Promise<CrmChanges>;
  /** How a case stands there, whoever changed it; null where it is gone. Only where the CRM keeps changes. */
  standingOf?(caseId: string, signal?: AbortSignal): Promise<CrmStanding | null>;
}

import type { Answer } from '../core/answer.ts';
import type { Case, Effect, HistoryEntry } from '../core/case/case.ts';
import type { CaseFilter } from '../core/command.ts';
import type { Draft } from '../core/intake/draft.ts';
import type { MunicipalityCode } from '../core/municipalities.ts';
import type { OrganisationId } from '../core/organisation.ts';
import type { Person } from '../core/person.ts';
import type { Area, Depth, Language, Maturity, Segment, Stage } from '../core/vocabulary.ts';

/** The system clock; tests pass a fixed one. */
export interface Clock {
  /** Now, as an ISO instant in UTC. */
  now(): string;
}

/** Where ids come from; tests pass a counting one. */
export interface Ids {
  /** A case id as people type it: eight letters and digits without vowels, `K3F9-QTX2`. */
  caseId(): string;
  /** An opaque unique id (drafts, outbox rows). */
  id(): string;
}

// --- Channels ---------------------------------------------------------------------------------------------------------

export const CHANNELS = ['teams', 'slack'] as const;
export type Channel = (typeof CHANNELS)[number];

/** A place messages can be sent to. `reference` is the channel's own opaque address (JSON). */
export interface Conversation {
  readonly channel: Channel;
  readonly id: string;
  readonly kind: 'personal' | 'group' | 'channel';
  readonly reference: string;
}

/** A message to be drawn by the channel that carries it. */
export interface Outgoing {
  readonly answer: Answer;
  readonly language: Language;
}

/** How a delivery ended. `uncertain`: it may have arrived, so it is repaired by update, never posted again blindly. */
export type Delivery =
  | { readonly outcome: 'sent'; readonly messageId: string }
  | { readonly outcome: 'retry'; readonly afterSeconds: number | null; readonly code: string }
  | { readonly outcome: 'uncertain'; readonly code: string }
  | { readonly outcome: 'gone'; readonly code: string };

/** Sends to people and channels outside the turn. One for each channel. */
export interface Messenger {
  readonly channel: Channel;
  post(to: Conversation, message: Outgoing): Promise<Delivery>;
  update(to: Conversation, messageId: string, message: Outgoing): Promise<Delivery>;
}

// --- Company register -------------------------------------------------------------------------------------------------

export interface RegisteredCompany {
  readonly cvr: string;
  readonly name: string;
  readonly municipality: MunicipalityCode | null;
  /** ISO date. */
  readonly founded: string | null;
  /** Company form as the register writes it: `Anpartsselskab`, short form `ApS`. */
  readonly form: string | null;
  readonly employees: number | null;
  readonly advertisingProtected: boolean | null;
  readonly ceased: boolean;
  readonly pNumbers: readonly {
    readonly pNumber: string;
    readonly name: string;
    readonly municipality: MunicipalityCode | null;
  }[];
}

export type RegisterAnswer<T> =
  | { readonly state: 'found'; readonly value: T }
  | { readonly state: 'not-found' }
  | { readonly state: 'unavailable'; readonly code: 'timeout' | 'down' | 'refused' };

/** The company register. Never throws: when it is down or silent, intake goes on. */
export interface CompanyRegister {
  findByCvr(cvr: string): Promise<RegisterAnswer<RegisteredCompany>>;
  searchByName(name: string, limit: number): Promise<RegisterAnswer<readonly RegisteredCompany[]>>;
}

// --- Shared CRM -------------------------------------------------------------------------------------------------------

/** What the shared CRM requires of every case (domain T-74, section 10.1). Written from a case by `app/crm-record.ts`. */
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
  readonly consent: { readonly kind: string; readonly by: string; readonly at: string } | null;
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
  readonly returns: number;
  readonly greyZone: boolean;
  readonly firstAnswerAt: string | null;
  readonly dueAt: string;
  readonly closedAt: string | null;
  readonly actionPlan: string | null;
  readonly followUpOn: string | null;
}

/** Failures of a CRM: `unavailable` is tried again, `rejected` is parked where people see it. */
export class CrmError extends Error {
  readonly code: 'unavailable' | 'rejected';
  readonly retryAfterSeconds: number | null;

  constructor(
    code: 'unavailable' | 'rejected',
    message: string,
    options: { cause?: unknown; retryAfterSeconds?: number } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'CrmError';
    this.code = code;
    this.retryAfterSeconds = options.retryAfterSeconds ?? null;
  }
}

/** The shared CRM. Idempotent by case id: saving the same record twice leaves one. Throws `CrmError`. */
export interface Crm {
  create(record: CrmRecord): Promise<{ readonly crmId: string }>;
  /** Updates the record of the case; an older revision than the stored one changes nothing. */
  update(record: CrmRecord): Promise<{ readonly crmId: string }>;
  findByCase(caseId: string): Promise<CrmRecord | null>;
  findByCvr(cvr: string): Promise<readonly CrmRecord[]>;
  /** Erases what identifies the company and people, keeping the counts. */
  erase(caseId: string): Promise<void>;
}

// --- Language ---------------------------------------------------------------------------------------------------------

/** What is understood in free text (contracts, "Understanding"). */
export interface Understanding {
  readonly text: string;
  readonly cprRemoved: number;
  readonly language: Language;
  readonly areas: readonly {
    readonly area: Area;
    readonly confidence: number;
    readonly depth?: Depth;
    readonly because: readonly string[];
  }[];
  readonly chosen: readonly Area[];
  readonly offered: readonly Area[];
  readonly crisis: boolean;
  readonly entities: {
    readonly cvr?: string;
    readonly pNumber?: string;
    readonly municipality?: MunicipalityCode;
    readonly founded?: string;
    readonly ageMonths?: number;
    readonly stage?: Stage;
    readonly maturity?: Maturity;
    readonly segment?: Segment;
    readonly employees?: number;
    readonly turnoverDkk?: number;
    readonly contactName?: string;
    readonly contactPhone?: string;
    readonly contactEmail?: string;
    readonly companyName?: string;
    readonly consent?: boolean;
  };
}

export interface LanguageModel {
  understand(text: string, today: string): Understanding;
}

/** Removes CPR numbers (handover.md, "Data protection"); says how many there were. */
export type MaskCpr = (text: string) => { readonly text: string; readonly removed: number };

// --- The store --------------------------------------------------------------------------------------------------------

export interface OutboxRow {
  readonly id: string;
  readonly caseId: string;
  /** Rows of one lane are delivered in order; CRM and chat have a lane each for every case. */
  readonly lane: string;
  readonly effect: Effect;
  readonly createdAt: string;
  readonly attempts: number;
}

/** A card that stands in a conversation and must follow its case. */
export interface PostedCard {
  readonly id: string;
  readonly caseId: string;
  readonly card: string;
  readonly organisation: OrganisationId | null;
  readonly conversation: Conversation;
  /** Null while it is uncertain whether the post arrived. */
  readonly messageId: string | null;
  readonly shownRevision: number;
}

/** An office's channel. */
export interface Binding {
  readonly organisation: OrganisationId;
  readonly conversation: Conversation;
  readonly boundBy: string;
  readonly boundAt: string;
}

export interface CaseQuery {
  readonly filter: CaseFilter;
  readonly person: string;
  readonly organisation: OrganisationId;
  readonly now: string;
  readonly limit: number;
  readonly offset: number;
}

/** The stores, inside one transaction. */
export interface Stores {
  readonly inbox: {
    /** Records a delivery; false when it was recorded before (a duplicate). */
    record(deliveryId: string, at: string): Promise<boolean>;
  };
  readonly drafts: {
    active(person: string): Promise<Draft | undefined>;
    get(id: string): Promise<Draft | undefined>;
    insert(draft: Draft): Promise<void>;
    /** Saves with revision + 1 where the stored revision still is `expected`; false otherwise. */
    update(draft: Draft, expected: number): Promise<boolean>;
  };
  readonly cases: {
    get(id: string): Promise<Case | undefined>;
    byDraft(draftId: string): Promise<Case | undefined>;
    insert(kase: Case): Promise<void>;
    /** Saves where the stored revision still is `expected`; false otherwise. */
    update(kase: Case, expected: number): Promise<boolean>;
    /** Cases of the company that still have an active owner, newest first. */
    running(cvr: string): Promise<readonly Case[]>;
    list(query: CaseQuery): Promise<{ readonly cases: readonly Case[]; readonly total: number }>;
  };
  readonly history: {
    append(entries: readonly HistoryEntry[]): Promise<void>;
    of(caseId: string): Promise<readonly HistoryEntry[]>;
    nextSequence(caseId: string): Promise<number>;
  };
  readonly outbox: {
    add(caseId: string, effects: readonly Effect[], at: string): Promise<void>;
  };
  readonly posts: {
    of(caseId: string): Promise<readonly PostedCard[]>;
    save(post: PostedCard): Promise<void>;
  };
  readonly bindings: {
    ofOrganisation(organisation: OrganisationId): Promise<readonly Binding[]>;
    ofConversation(conversationId: string): Promise<Binding | undefined>;
    all(): Promise<readonly Binding[]>;
    save(binding: Binding): Promise<void>;
    remove(organisation: OrganisationId, conversationId: string): Promise<void>;
  };
  readonly people: {
    /** The person behind a verified channel identity, from the directory or from what was learned. */
    byIdentity(identity: string): Promise<Person | undefined>;
    save(person: Person): Promise<void>;
    coordinators(organisation: OrganisationId): Promise<readonly Person[]>;
    membersOf(organisation: OrganisationId): Promise<readonly Person[]>;
    /** Where the person can be written to personally. */
    conversationOf(person: string): Promise<Conversation | undefined>;
    saveConversation(person: string, conversation: Conversation): Promise<void>;
    /** Whom the person last chose to act as. */
    actingAs(person: string): Promise<OrganisationId | undefined>;
    saveActingAs(person: string, organisation: OrganisationId): Promise<void>;
    language(person: string): Promise<Language | undefined>;
    saveLanguage(person: string, language: Language): Promise<void>;
  };
}

/** Runs work in one transaction; it commits when the work resolves and leaves nothing when it throws. */
export interface UnitOfWork {
  run<T>(work: (stores: Stores) => Promise<T>): Promise<T>;
}

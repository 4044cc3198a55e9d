import type { Answer } from '../core/answer.ts';
import type { Case } from '../core/case/case.ts';
import type { Effect } from '../core/case/effects.ts';
import type { HistoryEntry } from '../core/case/events.ts';
import type { CaseFilter } from '../core/command.ts';
import type { CompanyStanding } from '../core/company-standing.ts';
import type { Draft } from '../core/intake/draft.ts';
import type { MunicipalityCode } from '../core/municipalities.ts';
import type { OrganisationId } from '../core/organisation.ts';
import type { Person } from '../core/person.ts';
import type { Area, Depth, Language, Maturity, Segment, Stage } from '../core/vocabulary.ts';
import type { NewErasure } from './erasure.ts';

/** The system clock (`src/steady-clock.ts`); tests pass a simulated one. */
export interface Clock {
  /** Now, as an ISO instant in UTC: what is recorded. */
  now(): string;
  /** Milliseconds on a clock that never jumps, from any start: what is measured. */
  monotonic(): number;
  /** Calls `ring` once, after so many milliseconds of the monotonic clock. Returns what calls it off. */
  alarm(ms: number, ring: () => void): () => void;
  /** False while the wall clock has jumped and is not believed yet: reminders, expiry and broken promises wait. */
  steady(): boolean;
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

/** What tells conversations apart. */
export type ConversationKey = Pick<Conversation, 'channel' | 'id'>;

/** Whether two are the same conversation: an id alone means nothing outside its channel. */
export function isSameConversation(one: ConversationKey, other: ConversationKey): boolean {
  return one.channel === other.channel && one.id === other.id;
}

/** A message to be drawn by the channel that carries it. */
export interface Outgoing {
  readonly answer: Answer;
  readonly language: Language;
  /** A shared card: the channel's own addresses of those who may ask for their own view of it. */
  readonly viewers?: readonly string[];
}

/**
 * How a delivery ended. `uncertain`: it may have arrived, so it is repaired by update, never posted again blindly.
 * `gone`: the place is no more. `refused`: the place will never take this message (413, 400), whoever tries again.
 */
export type Delivery =
  | { readonly outcome: 'sent'; readonly messageId: string }
  | { readonly outcome: 'retry'; readonly afterSeconds: number | null; readonly code: string }
  | { readonly outcome: 'uncertain'; readonly code: string }
  | { readonly outcome: 'gone'; readonly code: string }
  | { readonly outcome: 'refused'; readonly code: string };

/** Sends to people and channels outside the turn. One for each channel. `signal` ends a call that takes too long. */
export interface Messenger {
  readonly channel: Channel;
  post(to: Conversation, message: Outgoing, signal?: AbortSignal): Promise<Delivery>;
  update(to: Conversation, messageId: string, message: Outgoing, signal?: AbortSignal): Promise<Delivery>;
}

/** How a person stands to a conversation. `unknown`: the platform could not be asked. */
export type RosterStanding = 'member' | 'guest' | 'gone' | 'unknown';

export interface RosterAnswer {
  readonly standing: RosterStanding;
  /** Anybody of the workspace can join this conversation by themselves, so that being in it vouches for nobody. */
  readonly open?: boolean;
  /** Of a guest: the identity at home, where the home is served too. */
  readonly identity?: string | undefined;
}

/** The roster of a channel's conversations. One for each channel. Never throws, and answers within two seconds. */
export interface Roster {
  readonly channel: Channel;
  /** `address`: what the channel calls the person in its own messages, where that is known. */
  standingOf(place: Conversation, identity: string, address: string | null): Promise<RosterAnswer>;
}

export type Rosters = ReadonlyMap<Channel, Roster>;

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
  /** How it stands today. */
  readonly standing: CompanyStanding;
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

/** The company register. Never throws: when it is down or silent, intake goes on. `signal` ends a look-up. */
export interface CompanyRegister {
  findByCvr(cvr: string, signal?: AbortSignal): Promise<RegisterAnswer<RegisteredCompany>>;
  searchByName(
    name: string,
    limit: number,
    signal?: AbortSignal,
  ): Promise<RegisterAnswer<readonly RegisteredCompany[]>>;
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
  /** It did not answer at all in the time it had. */
  readonly late: boolean;

  constructor(
    code: 'unavailable' | 'rejected',
    message: string,
    options: { cause?: unknown; retryAfterSeconds?: number; late?: boolean } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'CrmError';
    this.code = code;
    this.retryAfterSeconds = options.retryAfterSeconds ?? null;
    this.late = options.late ?? false;
  }
}

/**
 * The shared CRM. Idempotent by case id: saving the same record twice leaves one. Throws `CrmError`. `signal` ends a call
 * that takes too long; an adapter that ignores it holds up nothing (`deadline.ts`).
 */
export interface Crm {
  create(record: CrmRecord, signal?: AbortSignal): Promise<{ readonly crmId: string }>;
  /** Updates the record of the case; an older revision than the stored one changes nothing. */
  update(record: CrmRecord, signal?: AbortSignal): Promise<{ readonly crmId: string }>;
  findByCase(caseId: string, signal?: AbortSignal): Promise<CrmRecord | null>;
  findByCvr(cvr: string, signal?: AbortSignal): Promise<readonly CrmRecord[]>;
  /** Erases what identifies the company and people, keeping the counts. */
  erase(caseId: string, signal?: AbortSignal): Promise<void>;
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
  /** The case; of a notice about none, the draft or conversation. */
  readonly about: string;
  /** Rows of one lane are delivered in order; every case has a lane for the CRM and one for its cards. */
  readonly lane: string;
  readonly effect: Effect;
  readonly createdAt: string;
  readonly attempts: number;
}

/** A row that could not be delivered: shown by `sager ikke leveret` and in the metrics. */
export interface ParkedRow extends OutboxRow {
  readonly parkedAt: string;
  readonly code: string;
}

/** A row whose instants lie ahead: of office hours, of a later try, or of a wall clock that was wrong. */
export interface RowAhead {
  readonly id: string;
  readonly effect: Effect;
  readonly readyAt: string;
  readonly leasedUntil: string | null;
}

/** The outbox as the worker sees it. Each call is a transaction of its own. */
export interface OutboxQueue {
  /** Claims rows that are ready, first of their lane, until the lease ends; nobody else gets them before that. */
  claim(worker: string, now: string, leasedUntil: string, limit: number): Promise<readonly OutboxRow[]>;
  /** The row is delivered; false where the lease had gone to somebody else. */
  done(id: string, worker: string): Promise<boolean>;
  /** Tried again at `readyAt`. `tried` false: it was only put back, and no attempt is counted. */
  retry(id: string, worker: string, readyAt: string, code: string, tried?: boolean): Promise<void>;
  /** Put aside where people see it. */
  park(id: string, worker: string, at: string, code: string): Promise<void>;
  /** Parked rows go back into the queue, because a person asks for it: all of a case, or all there are. */
  unpark(caseId: string | null, now: string): Promise<number>;
  parked(limit: number): Promise<readonly ParkedRow[]>;
  /** Rows that wait for an instant after this one, or are leased until one. */
  ahead(instant: string): Promise<readonly RowAhead[]>;
  /** Such a row is ready at `readyAt` and leased by nobody, where nobody has changed it meanwhile. */
  bringBack(row: RowAhead, readyAt: string): Promise<void>;
  /** Rows waiting, rows parked, and since when the oldest ready one waits. */
  figures(
    now: string,
  ): Promise<{ readonly waiting: number; readonly parked: number; readonly oldest: string | null }>;
}

/** A card that stands in a conversation and must follow its case. */
export interface PostedCard {
  readonly id: string;
  readonly caseId: string;
  readonly card: string;
  readonly organisation: OrganisationId | null;
  /** Whose personal card it is; null for a channel's. */
  readonly person: string | null;
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

/** Somebody who asks to be let in. */
export interface Admission {
  readonly identity: string;
  readonly name: string;
  readonly organisation: OrganisationId;
  /** The bound channel in which they asked. */
  readonly conversation: Conversation;
  readonly askedAt: string;
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
    forgetBefore(instant: string): Promise<number>;
  };
  readonly drafts: {
    active(person: string): Promise<Draft | undefined>;
    get(id: string): Promise<Draft | undefined>;
    insert(draft: Draft): Promise<void>;
    /** Saves with revision + 1 where the stored revision still is `expected`; false otherwise. */
    update(draft: Draft, expected: number): Promise<boolean>;
    /** Ids of active drafts untouched since the instant. */
    idleSince(instant: string, limit: number): Promise<readonly string[]>;
    /** Drafts that ended before the instant, and those of one case, are deleted. */
    deleteEndedBefore(instant: string): Promise<number>;
    deleteOfCompany(cvr: string): Promise<number>;
    delete(id: string): Promise<void>;
    /** Drafts about the company that are still kept. */
    ofCompany(cvr: string): Promise<readonly Draft[]>;
    /** Every draft in order of id, a page at a time. */
    page(after: string, limit: number): Promise<readonly Draft[]>;
  };
  readonly cases: {
    get(id: string): Promise<Case | undefined>;
    byDraft(draftId: string): Promise<Case | undefined>;
    /** `nextStepAt`: when the clock next has something to do about it (`promise/steps.ts`). */
    insert(kase: Case, nextStepAt: string | null): Promise<void>;
    /** Saves where the stored revision still is `expected`; false otherwise. */
    update(kase: Case, expected: number, nextStepAt: string | null): Promise<boolean>;
    /** Ids of cases whose next step has fallen due, earliest first. */
    withStepDue(now: string, limit: number): Promise<readonly string[]>;
    /** Every case of the company, running or not, newest first. */
    ofCompany(cvr: string): Promise<readonly Case[]>;
    /** Ids, in order, of cases after `after` that ended before the instant and have not been made anonymous. */
    endedBefore(
      instant: string,
      page: { readonly after: string; readonly limit: number; readonly withoutCvr?: boolean },
    ): Promise<readonly string[]>;
    /**
     * Of the next `scan` cases after `after`: active ones that no card stands for at whoever must act, and any that
     * the CRM has not got in their present revision, with nothing under way that would change it. `next` null: the end.
     */
    unseen(
      after: string,
      scan: number,
    ): Promise<{
      readonly found: readonly { readonly caseId: string; readonly lacks: 'card' | 'crm' }[];
      readonly next: string | null;
    }>;
    /** Active cases whose assignee is no member of their owner, in order of id. */
    withoutTheirAssignee(limit: number): Promise<readonly Case[]>;
    /** The owners of active cases, as they are stored. */
    owners(): Promise<readonly string[]>;
    ofOwner(owner: string, limit: number): Promise<readonly Case[]>;
    /** Cases offered to an organisation that has not answered. */
    offeredTo(organisation: OrganisationId): Promise<readonly Case[]>;
    /** Every case in order of id, a page at a time. */
    page(after: string, limit: number): Promise<readonly Case[]>;
    /** What the CRM was last told of the case. */
    crmRevision(id: string): Promise<number>;
    saveCrmRevision(id: string, revision: number, crmId: string): Promise<void>;
    /** Cases of the company that still have an active owner, newest first. */
    running(cvr: string): Promise<readonly Case[]>;
    list(query: CaseQuery): Promise<{ readonly cases: readonly Case[]; readonly total: number }>;
  };
  readonly history: {
    append(entries: readonly HistoryEntry[]): Promise<void>;
    of(caseId: string): Promise<readonly HistoryEntry[]>;
  };
  readonly outbox: {
    /** `about`: the case, or what else a notice is about. */
    add(about: string, effects: readonly Effect[], at: string): Promise<void>;
    /** Notices of the clock that nobody has been told yet and that a later one for the same recipient makes needless. */
    supersede(caseId: string, by: readonly Effect[]): Promise<void>;
    /** Rows about a case that were put aside because it was uncertain whether they had arrived. */
    uncertain(caseId: string): Promise<readonly { readonly id: string; readonly effect: Effect }[]>;
    /** Those rows are looked at again. */
    again(caseId: string, now: string): Promise<void>;
    /** A row that is no longer needed. */
    drop(id: string): Promise<void>;
    /** Rows that were put aside about a case: those for the CRM, or those for people. Back into the queue. */
    unpark(caseId: string, lacks: 'card' | 'crm', now: string): Promise<readonly Effect[]>;
    /** Messages put aside about cases that have ended are needed no more. */
    dropEnded(): Promise<number>;
  };
  readonly posts: {
    of(caseId: string): Promise<readonly PostedCard[]>;
    get(id: string): Promise<PostedCard | undefined>;
    save(post: PostedCard): Promise<void>;
    remove(id: string): Promise<void>;
  };
  readonly bindings: {
    ofOrganisation(organisation: OrganisationId): Promise<readonly Binding[]>;
    /** By channel and id: ids of one channel may be chosen by people of another. */
    ofConversation(conversation: ConversationKey): Promise<Binding | undefined>;
    all(): Promise<readonly Binding[]>;
    save(binding: Binding): Promise<void>;
    remove(organisation: OrganisationId, conversation: ConversationKey): Promise<void>;
  };
  readonly people: {
    /** The person behind a verified channel identity, from the directory or from what was learned. */
    byIdentity(identity: string): Promise<Person | undefined>;
    all(): Promise<readonly Person[]>;
    get(id: string): Promise<Person | undefined>;
    save(person: Person): Promise<void>;
    /** The person, with identities and memberships; what they chose (language, chat) is kept for a return. */
    remove(id: string): Promise<void>;
    /** The person is nobody's member for others (lists, notices) until saved again; the membership itself is kept. */
    suspend(id: string, organisation: OrganisationId): Promise<void>;
    /** Ids of people with a membership by channel that is confirmed until no later than `from`, or later than `to`; the oldest first. */
    confirmedOutside(from: string, to: string): Promise<readonly string[]>;
    /** What a channel calls the person behind an identity. */
    addressOf(identity: string): Promise<string | null>;
    /** What a channel calls the person behind an identity in its own messages. */
    saveAddress(identity: string, address: string): Promise<void>;
    /** Those addresses of an organisation's members on one channel. */
    addressesOf(organisation: OrganisationId, channel: Channel, limit: number): Promise<readonly string[]>;
    coordinators(organisation: OrganisationId): Promise<readonly Person[]>;
    membersOf(organisation: OrganisationId): Promise<readonly Person[]>;
    /** Where the person can be written to personally. */
    conversationOf(person: string): Promise<Conversation | undefined>;
    saveConversation(person: string, conversation: Conversation): Promise<void>;
    /** The person can no longer be written to there. */
    forgetConversation(person: string): Promise<void>;
    /** Whom the person last chose to act as. */
    actingAs(person: string): Promise<OrganisationId | undefined>;
    saveActingAs(person: string, organisation: OrganisationId): Promise<void>;
    language(person: string): Promise<Language | undefined>;
    saveLanguage(person: string, language: Language): Promise<void>;
  };
  /** People who ask a bound channel's coordinators to be let in, because anybody can join the channel. */
  readonly admissions: {
    /** False where the person has asked already. */
    add(admission: Admission): Promise<boolean>;
    ofOrganisation(organisation: OrganisationId): Promise<readonly Admission[]>;
    remove(identity: string, organisation: OrganisationId): Promise<void>;
    forgetBefore(instant: string): Promise<number>;
  };
  /** How often somebody did something lately: what bounds it (`app/pace.ts`). */
  readonly marks: {
    add(person: string, what: string, at: string): Promise<void>;
    countSince(person: string, what: string, instant: string): Promise<number>;
    forgetBefore(instant: string): Promise<number>;
  };
  /** Corrections of what was understood, as labelled examples (masked words and the right areas). */
  readonly examples: {
    add(text: string, areas: readonly Area[], at: string): Promise<void>;
    all(): Promise<
      readonly { readonly text: string; readonly areas: readonly Area[]; readonly at: string }[]
    >;
    /** Examples with just these words are deleted. */
    forget(texts: readonly string[]): Promise<number>;
  };
  /** What was erased; it stands in the journal outside the store as well, on disk before the transaction commits. */
  readonly erasures: {
    add(erasure: NewErasure): Promise<void>;
    /** An erasure of the journal has been carried out here too. */
    noteReplayed(id: string, at: string): Promise<void>;
    /** Ids of the erasures that this store has been through. */
    known(): Promise<ReadonlySet<string>>;
  };
}

/** The methods of the stores that only read. */
interface Reading {
  readonly drafts: 'active' | 'get' | 'idleSince' | 'ofCompany' | 'page';
  readonly cases:
    | 'get'
    | 'byDraft'
    | 'withStepDue'
    | 'ofCompany'
    | 'endedBefore'
    | 'unseen'
    | 'owners'
    | 'ofOwner'
    | 'offeredTo'
    | 'page'
    | 'crmRevision'
    | 'running'
    | 'withoutTheirAssignee'
    | 'list';
  readonly history: 'of';
  readonly outbox: 'uncertain';
  readonly posts: 'of' | 'get';
  readonly bindings: 'ofOrganisation' | 'ofConversation' | 'all';
  readonly people:
    | 'byIdentity'
    | 'all'
    | 'get'
    | 'confirmedOutside'
    | 'addressOf'
    | 'addressesOf'
    | 'coordinators'
    | 'membersOf'
    | 'conversationOf'
    | 'actingAs'
    | 'language';
  readonly admissions: 'ofOrganisation';
  readonly marks: 'countSince';
  readonly examples: 'all';
  readonly erasures: 'known';
}

/** The stores inside a transaction that only reads. */
export type ReadStores = {
  readonly [Name in keyof Reading]: Pick<Stores[Name], Reading[Name] & keyof Stores[Name]>;
};

export interface UnitOfWork {
  /** Runs work in one transaction; it commits when the work resolves and leaves nothing when it throws. */
  run<T>(work: (stores: Stores) => Promise<T>): Promise<T>;
  /** Runs work that only reads, in one transaction: it neither takes the store's lock nor waits for it. */
  read<T>(work: (stores: ReadStores) => Promise<T>): Promise<T>;
}

import type { OrganisationId } from '../organisation.ts';
import type { SurveyAnswer } from '../surveys/survey.ts';
import type { CaseRecord } from './case-record.ts';
import { danishDays } from './danish-days.ts';
import type { Period } from './question.ts';

/** An inbound enquiry or an outreach contact, as known at the moment of counting. */
export interface CountedEnquiry {
  readonly on: string;
  readonly inbound: boolean;
  readonly receivedBy: OrganisationId;
  readonly answered: boolean;
  readonly answeredBy: OrganisationId | null;
}

/** A promise that is not void. Instants are milliseconds. */
interface CountedPromise {
  readonly began: number;
  readonly beganOn: string;
  readonly receivedBy: OrganisationId;
  readonly dueAt: number;
  /** Null: not answered at the moment of counting. */
  readonly answeredAt: number | null;
}

interface AcceptedTransfer {
  readonly from: OrganisationId;
  readonly to: OrganisationId;
  readonly on: string;
}

/** A case as far as it is known at the moment of counting. Days are Danish dates. */
export interface CountedCase {
  readonly caseId: string;
  /** The company that the case counts for. */
  readonly company: string;
  readonly municipality: string;
  readonly stage: CaseRecord['company']['stage'];
  readonly early: boolean;
  readonly segment: string | null;
  readonly owner: CaseRecord['owner'];
  readonly crmCurrent: boolean;
  readonly createdOn: string;
  /** Who received the first enquiry; null for a case without one. */
  readonly begunBy: OrganisationId | null;
  readonly enquiries: readonly CountedEnquiry[];
  /** Who received the enquiries. */
  readonly receivers: readonly OrganisationId[];
  readonly promises: readonly CountedPromise[];
  readonly transfers: readonly AcceptedTransfer[];
  readonly services: CaseRecord['services'];
  readonly referrals: CaseRecord['referrals'];
  readonly selfHelp: boolean;
  /** Set where it is an answer of the user evaluation about the case. */
  readonly answer?: CountedAnswer;
  /** Set where it is who advised the company in the case. */
  readonly advice?: readonly CountedAdvice[];
}

/** An individual service with who gave it, and whether they are trained. */
interface CountedAdvice {
  readonly person: string;
  readonly by: OrganisationId;
  readonly on: string;
  readonly isTrained: boolean;
}

/** An answer whose topics are known, from itself or from the needs of its case. */
export interface CountedAnswer extends SurveyAnswer {
  readonly green: boolean;
  readonly digital: boolean;
}

export function isIn(day: string, { from, to }: Period): boolean {
  return day >= from && day <= to;
}

/** A company by its key, else by its CVR number; without either the case counts by itself. */
function companyOf({ caseId, company: { key, cvr } }: CaseRecord): string {
  if (key) return `key ${key}`;
  return cvr ? `cvr ${cvr}` : `case ${caseId}`;
}

interface ReadEnquiry {
  readonly enquiry: CaseRecord['enquiries'][number];
  readonly at: number;
  /** As known at the moment of counting. */
  readonly answeredAt: number | null;
  /** Ended without an answer because the company withdrew. */
  readonly void: boolean;
}

/** The enquiries that share a promise: the first of them, and the contacts that came before it was answered. */
interface Thread {
  readonly members: ReadEnquiry[];
  answer: { readonly at: number; readonly by: OrganisationId | null } | null;
}

/**
 * Gathers inbound enquiries by the promise they share. A contact joins the promise that is unanswered when it comes, and
 * an answer to any of them answers it. A contact without a promise stands by itself.
 */
function threadsOf(inbound: readonly ReadEnquiry[]): readonly Thread[] {
  const threads: Thread[] = [];
  for (const read of inbound) {
    const last = threads.at(-1);
    const first = last?.members[0];
    const isPromised = first !== undefined && first.enquiry.dueAt !== null && !first.void;
    const joins = last && isPromised && (last.answer === null || last.answer.at > read.at);
    const thread = joins ? last : { members: [], answer: null };
    if (!joins) threads.push(thread);
    thread.members.push(read);
    const { answeredAt } = read;
    if (answeredAt !== null && (thread.answer === null || answeredAt < thread.answer.at)) {
      thread.answer = { at: answeredAt, by: read.enquiry.answeredBy ?? null };
    }
  }
  return threads;
}

function readEnquiries(record: CaseRecord, asOf: number): readonly ReadEnquiry[] {
  return record.enquiries
    .map((enquiry): ReadEnquiry => {
      const answered = enquiry.answeredAt === null ? null : Date.parse(enquiry.answeredAt);
      return {
        enquiry,
        at: Date.parse(enquiry.at),
        answeredAt: answered !== null && answered <= asOf ? answered : null,
        void: enquiry.void || (record.status === 'withdrawn' && answered === null),
      };
    })
    .sort((a, b) => a.at - b.at);
}

/** What the cases of one counting have in common. */
interface Moment {
  readonly now: number;
  readonly today: string;
  readonly dayOf: (ms: number) => string;
}

/** The enquiries of a case as known, the first of all, and the promises that they share. */
interface ReadCase {
  readonly begun: readonly CaseRecord['enquiries'][number][];
  readonly known: readonly ReadEnquiry[];
  readonly threads: readonly Thread[];
}

/**
 * A case of the store as figures count it. Each part is worked out when a figure first asks for it: one figure of many
 * thousand cases needs little of each.
 */
class RecordedCase implements CountedCase {
  readonly company: string;
  readonly #record: CaseRecord;
  readonly #moment: Moment;
  #read: ReadCase | undefined;
  #enquiries: CountedCase['enquiries'] | undefined;
  #promises: CountedCase['promises'] | undefined;
  #transfers: CountedCase['transfers'] | undefined;
  #services: CountedCase['services'] | undefined;
  #referrals: CountedCase['referrals'] | undefined;

  constructor(record: CaseRecord, moment: Moment) {
    this.#record = record;
    this.#moment = moment;
    this.company = companyOf(record);
  }

  get caseId() {
    return this.#record.caseId;
  }
  get municipality() {
    return this.#record.company.municipality;
  }
  get stage() {
    return this.#record.company.stage;
  }
  get early() {
    const { stage, maturity } = this.#record.company;
    return stage === 'entrepreneur' && maturity === 'early';
  }
  get segment() {
    return this.#record.company.segment ?? null;
  }
  get owner() {
    return this.#record.owner;
  }
  get crmCurrent() {
    return this.#record.crmCurrent;
  }
  get createdOn() {
    return this.#moment.dayOf(Date.parse(this.#record.createdAt));
  }
  get begunBy() {
    const { enquiries } = this.#record;
    const [first] = enquiries.length > 1 ? this.#readCase().begun : enquiries;
    return first?.receivedBy ?? null;
  }
  get receivers() {
    const { now } = this.#moment;
    return this.#record.enquiries.filter(({ at }) => Date.parse(at) <= now).map((one) => one.receivedBy);
  }
  get enquiries() {
    this.#enquiries ??= countedEnquiries(this.#readCase(), this.#moment);
    return this.#enquiries;
  }
  get promises() {
    this.#promises ??= countedPromises(this.#readCase(), this.#moment);
    return this.#promises;
  }
  get transfers() {
    this.#transfers ??= acceptedTransfers(this.#record, this.#moment);
    return this.#transfers;
  }
  /** What the Erhvervshus gives in a local office's place counts as that office's (T-51). */
  get services() {
    this.#services ??= this.#record.services
      .filter(({ on }) => on <= this.#moment.today)
      .map((one) => (one.asLes ? { ...one, by: one.asLes } : one));
    return this.#services;
  }
  get referrals() {
    this.#referrals ??= this.#record.referrals.filter(({ on }) => on <= this.#moment.today);
    return this.#referrals;
  }
  get selfHelp() {
    return this.#record.selfHelp.some(({ on }) => on <= this.#moment.today);
  }

  #readCase(): ReadCase {
    this.#read ??= readCase(this.#record, this.#moment);
    return this.#read;
  }
}

function readCase(record: CaseRecord, { now }: Moment): ReadCase {
  const read = readEnquiries(record, now);
  const known = read.filter(({ at }) => at <= now);
  return {
    begun: read.slice(0, 1).map(({ enquiry }) => enquiry),
    known,
    threads: threadsOf(known.filter(({ enquiry }) => enquiry.direction === 'inbound')),
  };
}

function countedEnquiries({ known, threads }: ReadCase, { dayOf }: Moment): CountedCase['enquiries'] {
  return known.map((one) => {
    const { direction, receivedBy, answeredBy = null } = one.enquiry;
    const thread = threads.find(({ members }) => members.includes(one));
    const isOwnAnswer = thread !== undefined && one.answeredAt !== null;
    return {
      on: dayOf(one.at),
      inbound: direction === 'inbound',
      receivedBy,
      answered: isOwnAnswer || (thread?.answer ?? null) !== null,
      answeredBy: isOwnAnswer ? answeredBy : (thread?.answer?.by ?? null),
    };
  });
}

function countedPromises({ threads }: ReadCase, { dayOf }: Moment): CountedCase['promises'] {
  return threads.flatMap(({ members: [first], answer }) =>
    first === undefined || first.void || first.enquiry.dueAt === null
      ? []
      : [
          {
            began: first.at,
            beganOn: dayOf(first.at),
            receivedBy: first.enquiry.receivedBy,
            dueAt: Date.parse(first.enquiry.dueAt),
            answeredAt: answer?.at ?? null,
          },
        ],
  );
}

function acceptedTransfers({ handovers }: CaseRecord, { now, dayOf }: Moment): CountedCase['transfers'] {
  return handovers.flatMap(({ from, to, kind, state, decidedAt }) => {
    const at = kind === 'transfer' && state === 'accepted' && decidedAt ? Date.parse(decidedAt) : null;
    return at !== null && at <= now ? [{ from, to, on: dayOf(at) }] : [];
  });
}

/**
 * The records as cases to count. Cases entered in error and cases created after `asOf` are left out, and of the others
 * everything that happened after it: what has an instant is known up to `asOf`, what has a day up to its Danish day.
 */
export function countedCases(records: readonly CaseRecord[], asOf: string): readonly CountedCase[] {
  const now = Date.parse(asOf);
  const dayOf = danishDays();
  const moment: Moment = { now, today: dayOf(now), dayOf };
  return records
    .filter(({ status, createdAt }) => status !== 'entered-in-error' && Date.parse(createdAt) <= now)
    .map((record) => new RecordedCase(record, moment));
}

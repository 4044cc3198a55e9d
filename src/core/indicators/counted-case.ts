import { danishDate } from '../danish-date.ts';
import type { OrganisationId } from '../organisation.ts';
import type { SurveyAnswer } from '../surveys/survey.ts';
import type { CaseRecord } from './case-record.ts';
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
  readonly promises: readonly CountedPromise[];
  readonly transfers: readonly AcceptedTransfer[];
  readonly services: CaseRecord['services'];
  readonly referrals: CaseRecord['referrals'];
  readonly selfHelp: boolean;
  /** Set where it is an answer of the user evaluation about the case. */
  readonly answer?: CountedAnswer;
}

/** An answer whose topics are known, from itself or from the needs of its case. */
export interface CountedAnswer extends SurveyAnswer {
  readonly green: boolean;
  readonly digital: boolean;
}

export function isIn(day: string, { from, to }: Period): boolean {
  return day >= from && day <= to;
}

const HOUR = 3_600_000;

/** Denmark's offset from UTC is whole hours, so an hour of UTC lies in one Danish day: each is worked out once. */
export function danishDays(): (ms: number) => string {
  const known = new Map<number, string>();
  return (ms) => {
    const hour = Math.floor(ms / HOUR);
    const day = known.get(hour) ?? danishDate(new Date(hour * HOUR).toISOString());
    known.set(hour, day);
    return day;
  };
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

/**
 * The records as cases to count. Cases entered in error and cases created after `asOf` are left out, and of the others
 * everything that happened after it: what has an instant is known up to `asOf`, what has a day up to its Danish day.
 */
export function countedCases(records: readonly CaseRecord[], asOf: string): readonly CountedCase[] {
  const now = Date.parse(asOf);
  const dayOf = danishDays();
  const today = dayOf(now);
  return records
    .filter(({ status, createdAt }) => status !== 'entered-in-error' && Date.parse(createdAt) <= now)
    .map((record): CountedCase => {
      const read = readEnquiries(record, now);
      const known = read.filter(({ at }) => at <= now);
      const threads = threadsOf(known.filter(({ enquiry }) => enquiry.direction === 'inbound'));
      const answerOf = new Map(
        threads.flatMap(({ members, answer }) =>
          members.map((member) => [
            member,
            member.answeredAt === null
              ? answer
              : { at: member.answeredAt, by: member.enquiry.answeredBy ?? null },
          ]),
        ),
      );
      const { municipality, stage, maturity, segment } = record.company;
      return {
        caseId: record.caseId,
        company: companyOf(record),
        municipality,
        stage,
        early: stage === 'entrepreneur' && maturity === 'early',
        segment: segment ?? null,
        owner: record.owner,
        crmCurrent: record.crmCurrent,
        createdOn: dayOf(Date.parse(record.createdAt)),
        begunBy: read[0]?.enquiry.receivedBy ?? null,
        enquiries: known.map((one) => {
          const answer = answerOf.get(one) ?? null;
          return {
            on: dayOf(one.at),
            inbound: one.enquiry.direction === 'inbound',
            receivedBy: one.enquiry.receivedBy,
            answered: answer !== null,
            answeredBy: answer?.by ?? null,
          };
        }),
        promises: threads.flatMap(({ members: [first], answer }) =>
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
        ),
        transfers: record.handovers.flatMap(({ from, to, kind, state, decidedAt }) => {
          const at = kind === 'transfer' && state === 'accepted' && decidedAt ? Date.parse(decidedAt) : null;
          return at !== null && at <= now ? [{ from, to, on: dayOf(at) }] : [];
        }),
        // What the Erhvervshus gives in a local office's place counts as that office's (T-51).
        services: record.services
          .filter(({ on }) => on <= today)
          .map((one) => ({ ...one, by: one.asLes ?? one.by })),
        referrals: record.referrals.filter(({ on }) => on <= today),
        selfHelp: record.selfHelp.some(({ on }) => on <= today),
      };
    });
}

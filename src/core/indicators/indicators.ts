import type { Case, Promise48 } from '../case/case.ts';
import type { HistoryEntry } from '../case/events.ts';
import { standingLines } from '../case/undoable.ts';
import type { MunicipalityCode } from '../municipalities.ts';
import { actorOf, type OrganisationId } from '../organisation.ts';
import { addElapsed, elapsedBetween } from '../promise/clock.ts';
import type { WorkingCalendar } from '../promise/working-calendar.ts';
import { PROMISE_HOURS } from '../triage/rules/parameters.ts';
import { type Figure, figure } from './figure.ts';

/** A case with its history, the data of all figures. */
export interface Recorded {
  readonly case: Case;
  readonly history: readonly HistoryEntry[];
}

/** Cases whose company's first contact is from `from` up to but not including `to` (instants). */
interface Period {
  readonly from: string;
  readonly to: string;
}

/** The period and scope of a report. */
export interface IndicatorQuestion {
  readonly period: Period;
  /** Absent: every municipality. */
  readonly municipality?: MunicipalityCode | undefined;
  readonly calendar: WorkingCalendar;
  readonly now: string;
}

/** The promise of the company's first contact. Reopening starts a new promise, not a new enquiry. */
function firstPromise(kase: Case): Promise48 {
  return kase.earlierPromises?.[0] ?? kase.promise;
}

/**
 * The company by which cases are grouped: each counts once, however often it asks. A case without CVR number counts by
 * itself.
 */
function companyOf({ case: kase }: Recorded): string {
  return kase.values.cvr ?? kase.countedAs ?? kase.id;
}

const companies = (records: readonly Recorded[]) => new Set(records.map(companyOf)).size;
const answered = ({ case: kase }: Recorded) => firstPromise(kase).answeredAt !== null;

/** The organisations that served the company: those that owned the case after its answer. */
function servedBy({ history }: Recorded): readonly OrganisationId[] {
  return standingLines(history)
    .filter(({ toStatus }) => ['answered', 'waiting-company', 'closed'].includes(toStatus))
    .map(({ owner }) => owner);
}

const servedAt = (level: 'les' | 'ehm') => (record: Recorded) =>
  servedBy(record).some((one) => actorOf(one) === level);

/** Whether the company was referred to an offer or adviser at closing. A handover inside the system is no referral. */
const referredOn = ({ case: kase }: Recorded) => (kase.outcome?.referredTo.length ?? 0) > 0;

/** Whether the platform was the owner, recommended now, or given at closing. */
const toPlatform = ({ case: { decision, outcome } }: Recorded) =>
  decision.owner.actor === 'digital' ||
  decision.referrals.some(({ actor }) => actor === 'digital') ||
  (outcome?.referredTo.includes('digital') ?? false);

/** Cases of the period and municipality, without those entered in error (handover.md, "Case status"). */
function casesOf(
  records: readonly Recorded[],
  { from, to }: Period,
  municipality: MunicipalityCode | undefined,
): readonly Recorded[] {
  return records.filter(({ case: kase }) => {
    const { contactedAt } = firstPromise(kase);
    return (
      kase.status !== 'entered-in-error' &&
      contactedAt >= from &&
      contactedAt < to &&
      (municipality === undefined || kase.values.municipality === municipality)
    );
  });
}

/** The share of the base's companies that have a matching case. */
function share(id: Figure['id'], base: readonly Recorded[], fits: (record: Recorded) => boolean): Figure {
  return figure(id, companies(base.filter(fits)), companies(base));
}

/**
 * I-11 by one reading of 48 hours (D-10), per case. A void clock (withdrawn before an answer) is left out; an
 * unanswered case in time is pending.
 */
function answerTime(
  id: 'I-11-reported' | 'I-11-working',
  base: readonly Recorded[],
  now: string,
  hoursBetween: (from: string, to: string) => number,
): Figure {
  let inTime = 0;
  let settled = 0;
  let pending = 0;
  for (const { case: kase } of base) {
    const { contactedAt, answeredAt } = firstPromise(kase);
    if (answeredAt === null && kase.status === 'withdrawn') continue;
    const used = hoursBetween(contactedAt, answeredAt !== null && answeredAt < now ? answeredAt : now);
    const open = answeredAt === null || answeredAt > now;
    if (open && used <= PROMISE_HOURS) {
      pending++;
      continue;
    }
    settled++;
    if (!open && used <= PROMISE_HOURS) inTime++;
  }
  return figure(id, inTime, settled, pending);
}

/**
 * I-21: companies guided by an Erhvervshus that it did not guide in the year before. Companies without CVR number are
 * left out.
 */
function newCompanies(
  records: readonly Recorded[],
  guided: readonly Recorded[],
  question: IndicatorQuestion,
) {
  const year = 365 * 24;
  const before = casesOf(
    records,
    { from: addElapsed(question.period.from, -year), to: question.period.from },
    question.municipality,
  );
  const pairs = (some: readonly Recorded[]) =>
    new Set(
      some.flatMap((record) =>
        (record.case.values.cvr ?? record.case.countedAs) === undefined
          ? []
          : servedBy(record)
              .filter((organisation) => actorOf(organisation) === 'ehm')
              .map((house) => `${house} ${companyOf(record)}`),
      ),
    );
  const known = pairs(before);
  const now = [...pairs(guided)];
  return figure('I-21', now.filter((company) => !known.has(company)).length, now.length);
}

/**
 * The indicators of a period (domain.md, section 7), computed from cases and their history alone. Both readings of the
 * 48 hours are reported. Indicators that need surveys, registers or population figures are left out.
 */
export function indicators(records: readonly Recorded[], question: IndicatorQuestion): readonly Figure[] {
  const { calendar, now } = question;
  const asking = casesOf(records, question.period, question.municipality);
  const using = asking.filter(answered);
  const preStarters = asking.filter(({ case: kase }) => kase.values.stage === 'pre-starter');
  const grown = asking.filter(({ case: { values } }) =>
    ['entrepreneur', 'established'].includes(values.stage ?? ''),
  );
  const early = grown.filter(
    ({ case: { values } }) => values.stage === 'entrepreneur' && values.maturity === 'early',
  );
  const guided = asking.filter(servedAt('ehm'));
  const referrals = asking.reduce((sum, { case: kase }) => sum + (kase.outcome?.referredTo.length ?? 0), 0);
  return [
    share('I-04', using, ({ case: kase }) => kase.outcome?.selfHelpUsed === true),
    share('I-05', preStarters, toPlatform),
    share('I-06', early, servedAt('les')),
    share('I-07', grown, servedAt('ehm')),
    share('I-10', asking, referredOn),
    answerTime('I-11-reported', asking, now, elapsedBetween),
    answerTime('I-11-working', asking, now, (from, to) => calendar.hoursBetween(from, to)),
    figure('I-12', asking.length, null),
    newCompanies(records, guided, question),
    figure('I-36', companies(guided), null),
    share('I-39', guided, referredOn),
    figure('I-71', referrals, null),
  ];
}

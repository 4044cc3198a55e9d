import type { Case, Promise48 } from '../case/case.ts';
import type { HistoryEntry } from '../case/events.ts';
import type { MunicipalityCode } from '../municipalities.ts';
import { actorOf, type OrganisationId } from '../organisation.ts';
import { addElapsed, elapsedBetween } from '../promise/clock.ts';
import type { WorkingCalendar } from '../promise/working-calendar.ts';
import { PROMISE_HOURS } from '../triage/rules/parameters.ts';
import { type Figure, figure } from './figure.ts';

/** One case with its history: all that the figures are computed from. */
export interface Recorded {
  readonly case: Case;
  readonly history: readonly HistoryEntry[];
}

/** Cases whose company first made contact from `from` up to, but not at, `to` (instants). */
interface Period {
  readonly from: string;
  readonly to: string;
}

/** What the indicators are computed for. */
export interface IndicatorQuestion {
  readonly period: Period;
  /** Left out: every municipality. */
  readonly municipality?: MunicipalityCode | undefined;
  readonly calendar: WorkingCalendar;
  readonly now: string;
}

/** The company's first contact and the promise it started: reopening starts a new clock, not a new enquiry. */
function firstPromise(kase: Case): Promise48 {
  return kase.earlierPromises?.[0] ?? kase.promise;
}

/** Companies are counted once, however often they ask; one without CVR number counts by its case. */
function companyOf({ case: kase }: Recorded): string {
  return kase.values.cvr ?? kase.countedAs ?? kase.id;
}

const companies = (records: readonly Recorded[]) => new Set(records.map(companyOf)).size;
const answered = ({ case: kase }: Recorded) => firstPromise(kase).answeredAt !== null;

/** The organisations that served the company: they owned the case once it had been answered. */
function servedBy({ history }: Recorded): readonly OrganisationId[] {
  return history
    .filter(({ toStatus }) => ['answered', 'waiting-company', 'closed'].includes(toStatus))
    .map(({ owner }) => owner);
}

const servedAt = (level: 'les' | 'ehm') => (record: Recorded) =>
  servedBy(record).some((one) => actorOf(one) === level);

/** Referred on to an offer or adviser at closing; handing over inside the system is not counted as that. */
const referredOn = ({ case: kase }: Recorded) => (kase.outcome?.referredTo.length ?? 0) > 0;

/** The platform was the owner named, recommended now, or given at closing. */
const toPlatform = ({ case: { decision, outcome } }: Recorded) =>
  decision.owner.actor === 'digital' ||
  decision.referrals.some(({ actor }) => actor === 'digital') ||
  (outcome?.referredTo.includes('digital') ?? false);

/** Cases of the period and place; what was entered in error leaves every indicator (handover.md, "Case status"). */
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

/** Companies of the base for which one of their cases fits. */
function share(id: Figure['id'], base: readonly Recorded[], fits: (record: Recorded) => boolean): Figure {
  return figure(id, companies(base.filter(fits)), companies(base));
}

/**
 * I-11 by one reading of 48 hours (D-10), by case. A case whose clock is void (withdrawn before an answer) is left out;
 * one that is unanswered and still in time is pending.
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

/** I-21: companies that an Erhvervshus guides and did not guide in the year before. Companies without CVR are left out. */
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
              .filter((one) => actorOf(one) === 'ehm')
              .map((house) => `${house} ${companyOf(record)}`),
      ),
    );
  const known = pairs(before);
  const now = [...pairs(guided)];
  return figure('I-21', now.filter((one) => !known.has(one)).length, now.length);
}

/**
 * The indicator figures of a period (domain.md, section 7), from the cases and their history alone. Both readings of
 * the 48 hours are reported side by side. What needs surveys, registers or population figures is not here.
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

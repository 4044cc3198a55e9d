import type { Case } from '../case/case.ts';
import { mayShare } from '../case/derived.ts';
import { danishDate } from '../danish-date.ts';
import type { Period } from '../indicators/question.ts';
import { actorOf, type OrganisationId } from '../organisation.ts';
import type { SurveyAnswer, SurveyAsk } from './survey.ts';

/** Months in which nobody asks a company again, whichever side asked it (issue 14, "Surveys"). */
const MONTHS_OF_PEACE = 6;

/** Whom an organisation asks: the companies of the cases that it closed on these days. `today`: a Danish date. */
export interface AskQuestion {
  readonly organisation: OrganisationId;
  readonly closed: Period;
  readonly today: string;
}

/** The same day that many calendar months earlier, or the last day of a month that is too short. */
export function dayMonthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** The last day on which a company may have been asked to be asked today. */
const lastAskableDay = (today: string): string => dayMonthsBefore(today, MONTHS_OF_PEACE);

/** The ids under which a case is known, its own and those of the cases that were merged into it. */
const idsOf = ({ id, mergedFrom = [] }: Case): readonly string[] => [id, ...mergedFrom];

/** The last day on which the organisation gave the company a service that it can be asked about; null without any. */
export function servedOn({ services = [] }: Case, organisation: OrganisationId): string | null {
  const days = services
    .filter(
      ({ by, asLes, form }) =>
        (asLes ?? by.organisation) === organisation &&
        // Specialised guidance is measured as 1:1 guidance (domain.md, glossary); an office asks about its courses too.
        (form === 'individual' || actorOf(organisation) === 'les'),
    )
    .map(({ on }) => on);
  return days.toSorted().at(-1) ?? null;
}

/**
 * Whether the company of a case is enrolled in the organisation's evaluation: the organisation served it in the case and
 * closed it, and the basis of the case holds.
 */
export function isEnrolled(kase: Case, organisation: OrganisationId): boolean {
  return (
    kase.status === 'closed' &&
    kase.erasedAt === null &&
    kase.owner === organisation &&
    servedOn(kase, organisation) !== null &&
    mayShare(kase)
  );
}

/** Whether the case was closed on one of the days. */
export function isClosedOn({ closedAt }: Case, { from, to }: Period): boolean {
  const on = closedAt === null ? '' : danishDate(closedAt);
  return on >= from && on <= to;
}

/** The latest of some statements by its instant; the last one where two are of the same. */
function latest<One extends { readonly at: string }>(some: readonly One[]): One | undefined {
  return some.reduce<One | undefined>(
    (best, one) => (best === undefined || one.at >= best.at ? one : best),
    undefined,
  );
}

/**
 * Whether the company has said no: to the evaluation when its case was closed, or to sharing. What it said last holds, in
 * whichever of its cases.
 */
export function hasDeclined(cases: readonly Case[]): boolean {
  const enrolments = cases.flatMap(({ outcome, closedAt }) =>
    outcome?.enrolled == null || closedAt === null ? [] : [{ at: closedAt, enrolled: outcome.enrolled }],
  );
  if (latest(enrolments)?.enrolled === false) return true;
  const bases = cases.flatMap(({ basis }) =>
    basis === null
      ? []
      : [
          { at: basis.obtainedAt, holds: basis.kind !== 'declined' },
          ...(basis.withdrawnAt === null ? [] : [{ at: basis.withdrawnAt, holds: false }]),
        ],
  );
  return latest(bases)?.holds === false;
}

/** Whom has been asked, and who has answered, by company and by case. */
export class Asked {
  readonly #days = new Map<string, string>();
  readonly #cases = new Set<string>();

  constructor(asks: readonly SurveyAsk[], answers: readonly SurveyAnswer[]) {
    this.add(asks);
    // An answer is one of somebody who was asked, by this product or another.
    for (const { on, ...one } of answers) this.#addOne(one, on);
  }

  /** Adds those who are asked now. */
  add(asks: readonly SurveyAsk[]): void {
    for (const { askedOn, ...one } of asks) this.#addOne(one, askedOn);
  }

  #addOne(
    { caseId, company, organisation }: Pick<SurveyAsk, 'caseId' | 'company' | 'organisation'>,
    on: string,
  ): void {
    for (const key of [`case ${caseId}`, ...(company === null ? [] : [`key ${company}`])])
      if ((this.#days.get(key) ?? '') < on) this.#days.set(key, on);
    this.#cases.add(`${organisation} ${caseId}`);
  }

  /** The last day on which anybody asked the company of these cases; empty where nobody did. */
  lastOn(cases: readonly Case[]): string {
    const keys = cases.flatMap((kase) => [
      ...idsOf(kase).map((id) => `case ${id}`),
      ...(kase.companyKey === undefined ? [] : [`key ${kase.companyKey}`]),
    ]);
    return keys.map((key) => this.#days.get(key) ?? '').reduce((last, day) => (day > last ? day : last), '');
  }

  /** Whether the organisation has asked about a case before. */
  isAskedAbout(kase: Case, organisation: OrganisationId): boolean {
    return idsOf(kase).some((id) => this.#cases.has(`${organisation} ${id}`));
  }
}

/**
 * The case about which an organisation may ask a company now, of all the company's cases: the last that it closed on the
 * asked days and has not asked about. Null where the company has said no, or anybody asked it within six months.
 */
export function caseToAskAbout(
  cases: readonly Case[],
  asked: Asked,
  { organisation, closed, today }: AskQuestion,
): Case | null {
  if (hasDeclined(cases) || asked.lastOn(cases) > lastAskableDay(today)) return null;
  const fitting = cases.flatMap((kase) => {
    const fits =
      isEnrolled(kase, organisation) && isClosedOn(kase, closed) && !asked.isAskedAbout(kase, organisation);
    return fits ? [{ at: kase.closedAt ?? '', kase }] : [];
  });
  return latest(fitting)?.kase ?? null;
}

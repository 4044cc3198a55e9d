import type { CaseRecord } from '../../../src/core/indicators/case-record.ts';
import type { FigureQuestion, Split } from '../../../src/core/indicators/question.ts';
import { MUNICIPALITIES } from '../../../src/core/municipalities.ts';

/**
 * The figures a second time, slow and plain: one figure of one group at a time, each as its definition reads, straight
 * from the records. It shares no counting with the product.
 */

type Enquiry = CaseRecord['enquiries'][number];

export interface SlowFigure {
  readonly numerator: number;
  readonly denominator: number | null;
  readonly pending: number;
}

const HOURS_48 = 48 * 60 * 60 * 1000;
const ms = (instant: string) => new Date(instant).getTime();
const inDenmark = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' });
const dayOf = (instant: string) => inDenmark.format(new Date(instant));
const distinct = (list: readonly string[]) => [...new Set(list)];

/** A figure of a question in a group; undefined for an id that is not known here. */
export function slowFigure(
  all: readonly CaseRecord[],
  question: FigureQuestion,
  id: string,
  split: Split | null,
): SlowFigure | undefined {
  const { asOf, municipalities } = question;
  const { from, to } = question.period;
  const today = dayOf(asOf);
  const x = split?.organisation ?? question.organisation;
  const known = all.filter((one) => one.status !== 'entered-in-error' && ms(one.createdAt) <= ms(asOf));
  const companyOf = (one: CaseRecord) => one.company.key || one.company.cvr || one.caseId;
  const casesOf = (company: string) => known.filter((one) => companyOf(one) === company);
  /** A day of the period, and of the month of the group. */
  const inPeriod = (day: string) =>
    from <= day && day <= to && day <= today && (split?.month === undefined || day.startsWith(split.month));
  const group = known.filter(
    ({ company }) =>
      (split?.municipality === undefined || company.municipality === split.municipality) &&
      (split?.stage === undefined || company.stage === split.stage) &&
      (split?.segment === undefined || (company.segment ?? 'unknown') === split.segment),
  );

  // Enquiries and their promises.
  const heard = (one: CaseRecord) =>
    one.enquiries.filter(({ at }) => ms(at) <= ms(asOf)).toSorted((a, b) => ms(a.at) - ms(b.at));
  const inbound = (one: CaseRecord) => heard(one).filter(({ direction }) => direction === 'inbound');
  const ownAnswer = ({ answeredAt }: Enquiry) =>
    answeredAt !== null && ms(answeredAt) <= ms(asOf) ? ms(answeredAt) : undefined;
  const isVoid = (one: CaseRecord, enquiry: Enquiry) =>
    enquiry.void || (one.status === 'withdrawn' && enquiry.answeredAt === null);
  /** Runs of enquiries that share a promise. */
  const runsOf = (one: CaseRecord): Enquiry[][] => {
    const runs: Enquiry[][] = [];
    for (const next of inbound(one)) {
      const run = runs.at(-1);
      const first = run?.[0];
      const answers = (run ?? []).flatMap((member) => ownAnswer(member) ?? []);
      const stillOpen = answers.every((answer) => answer > ms(next.at));
      const promised = first !== undefined && first.dueAt !== null && !isVoid(one, first);
      if (run && promised && stillOpen) run.push(next);
      else runs.push([next]);
    }
    return runs;
  };
  const firstAnswer = (run: readonly Enquiry[]): Enquiry | undefined =>
    run
      .filter((member) => ownAnswer(member) !== undefined)
      .toSorted((a, b) => (ownAnswer(a) ?? 0) - (ownAnswer(b) ?? 0))[0];
  const answerTo = (one: CaseRecord, enquiry: Enquiry): Enquiry | undefined =>
    ownAnswer(enquiry) !== undefined
      ? enquiry
      : firstAnswer(runsOf(one).find((run) => run.includes(enquiry)) ?? []);

  // Asking.
  const questionsOf = (one: CaseRecord) =>
    inbound(one).filter(({ at, receivedBy }) => inPeriod(dayOf(at)) && (x === null || receivedBy === x));
  const asking = (fits: (one: CaseRecord) => boolean = () => true) =>
    group.filter((one) => fits(one) && questionsOf(one).length > 0);
  const shareOfAsking = (
    cases: readonly CaseRecord[],
    base: (cases: readonly CaseRecord[]) => boolean,
    has: (cases: readonly CaseRecord[]) => boolean,
  ): SlowFigure => {
    const companies = distinct(cases.map(companyOf))
      .map((company) => cases.filter((one) => companyOf(one) === company))
      .filter(base);
    return { numerator: companies.filter(has).length, denominator: companies.length, pending: 0 };
  };
  const any = () => true;

  // What was done, as far as it is known.
  const services = (one: CaseRecord) => one.services.filter(({ on }) => on <= today);
  const referrals = (one: CaseRecord) => one.referrals.filter(({ on }) => on <= today);
  const transfers = (one: CaseRecord) =>
    one.handovers.filter(
      ({ kind, state, decidedAt }) =>
        kind === 'transfer' && state === 'accepted' && decidedAt != null && ms(decidedAt) <= ms(asOf),
    );
  const companiesWith = (fits: (service: CaseRecord['services'][number], one: CaseRecord) => boolean) =>
    distinct(
      group
        .filter((one) => services(one).some((s) => s.by === x && inPeriod(s.on) && fits(s, one)))
        .map(companyOf),
    );
  const count = (numerator: number): SlowFigure => ({ numerator, denominator: null, pending: 0 });
  const numberOfMunicipality = () => municipalities.get(split?.municipality ?? '');

  const contacts = (fits: (one: CaseRecord) => boolean, denominator: number | null | undefined) => {
    const reached = group.filter((one) => {
      const received = heard(one).filter(({ receivedBy }) => x === null || receivedBy === x);
      if (x !== null && received.length === 0) return false;
      return received.some(({ at }) => inPeriod(dayOf(at))) || services(one).some(({ on }) => inPeriod(on));
    });
    return {
      ...count(distinct(reached.filter(fits).map(companyOf)).length),
      denominator: denominator ?? null,
    };
  };
  const promises = (limit: (enquiry: Enquiry) => number): SlowFigure => {
    const begun = group.flatMap((one) =>
      runsOf(one).flatMap((run) => {
        const first = run[0];
        if (!first || isVoid(one, first) || first.dueAt === null) return [];
        if (!inPeriod(dayOf(first.at)) || (x !== null && first.receivedBy !== x)) return [];
        const answer = firstAnswer(run);
        return [{ limit: limit(first), answer: answer && ownAnswer(answer) }];
      }),
    );
    const settled = begun.filter((one) => one.answer !== undefined || ms(asOf) >= one.limit);
    return {
      numerator: settled.filter(({ answer, limit: end }) => answer !== undefined && answer <= end).length,
      denominator: settled.length,
      pending: begun.length - settled.length,
    };
  };
  const spread = (fits: (service: CaseRecord['services'][number]) => boolean): SlowFigure => ({
    ...count(
      group.flatMap((one) => services(one)).filter((s) => s.by === x && inPeriod(s.on) && fits(s)).length,
    ),
    denominator: numberOfMunicipality()?.inhabitants ?? null,
  });
  const individual = (service: CaseRecord['services'][number]) => service.form === 'individual';

  switch (id) {
    case 'I-01':
      return contacts((one) => one.company.stage === 'entrepreneur', numberOfMunicipality()?.entrepreneurs);
    case 'I-02':
      return contacts((one) => one.company.segment === 'growth', numberOfMunicipality()?.growthCompanies);
    case 'I-04':
      return shareOfAsking(
        asking(),
        (cases) =>
          cases.some((one) => services(one).length > 0 || questionsOf(one).some((q) => answerTo(one, q))),
        (cases) => cases.some((one) => one.selfHelp.some(({ on }) => on <= today)),
      );
    case 'I-05':
      return shareOfAsking(
        asking((one) => one.company.stage === 'pre-starter'),
        any,
        (cases) =>
          cases.some(
            (one) => one.owner === 'digital' || referrals(one).some(({ actor }) => actor === 'digital'),
          ),
      );
    case 'I-06':
      return shareOfAsking(
        asking(({ company }) => company.stage === 'entrepreneur' && company.maturity === 'early'),
        any,
        (cases) =>
          cases.some(
            (one) =>
              questionsOf(one).some((q) => answerTo(one, q)?.answeredBy?.startsWith('les-')) ||
              services(one).some((s) => individual(s) && s.by.startsWith('les-')),
          ),
      );
    case 'I-07':
      return shareOfAsking(
        asking(({ company }) => company.stage === 'entrepreneur' || company.stage === 'established'),
        any,
        ([first]) =>
          first !== undefined &&
          casesOf(companyOf(first)).some((one) =>
            services(one).some((s) => individual(s) && s.by.startsWith('ehm-') && s.on >= from),
          ),
      );
    case 'I-10':
      return shareOfAsking(asking(), any, (cases) =>
        cases.some(
          (one) =>
            referrals(one).length > 0 ||
            transfers(one).some((h) => h.from.startsWith('les-') && h.to.startsWith('ehm-')),
        ),
      );
    case 'I-11-reported':
      return promises(({ at }) => ms(at) + HOURS_48);
    case 'I-11-working':
      return promises(({ dueAt }) => ms(dueAt ?? ''));
    case 'I-12': {
      const begun = group.filter((one) => {
        const first = one.enquiries.toSorted((a, b) => ms(a.at) - ms(b.at))[0];
        return inPeriod(dayOf(one.createdAt)) && (x === null || first?.receivedBy === x);
      });
      return { ...count(begun.filter(({ crmCurrent }) => crmCurrent).length), denominator: begun.length };
    }
    case 'I-21': {
      const before = String(Number(from.slice(0, 4)) - 1);
      const guided = companiesWith(individual);
      const old = (company: string) =>
        casesOf(company).some((one) =>
          services(one).some((s) => individual(s) && s.by === x && s.on.startsWith(before)),
        );
      return { ...count(guided.filter((one) => !old(one)).length), denominator: guided.length };
    }
    case 'I-22-all':
      return spread(any);
    case 'I-22-individual':
      return spread(individual);
    case 'I-36':
      return count(companiesWith(any).length);
    case 'I-37':
      return count(companiesWith(({ growthCourse }) => growthCourse === true).length);
    case 'I-38-individual':
    case 'I-38-collective': {
      const numbers = [companiesWith(individual).length, companiesWith((s) => !individual(s)).length];
      const [numerator = 0, denominator = 0] = id === 'I-38-individual' ? numbers : numbers.reverse();
      return { numerator, denominator, pending: 0 };
    }
    case 'I-39': {
      const since = (day: string) =>
        day >= from && (split?.month === undefined || (day.startsWith(split.month) && day <= to));
      const guided = distinct(
        group
          .filter((one) => services(one).some((s) => individual(s) && s.by === x && since(s.on)))
          .map(companyOf),
      );
      const on = (company: string) =>
        casesOf(company).some((one) =>
          referrals(one).some((r) => r.by === x && r.on >= from && r.actor !== 'ehm'),
        );
      return { ...count(guided.filter(on).length), denominator: guided.length };
    }
    case 'I-42':
      return count(companiesWith((s, one) => individual(s) && one.company.segment === 'operations').length);
    case 'I-71-handovers':
      return count(
        group
          .flatMap(transfers)
          .filter((h) => h.from.startsWith('les-') && h.to === x && inPeriod(dayOf(h.decidedAt ?? '')))
          .length,
      );
    case 'I-71-users':
      return count(companiesWith(individual).length);
    default: {
      const actor = /^I-53-(.+)$/.exec(id)?.[1];
      if (actor === undefined) return undefined;
      return count(
        group
          .flatMap((one) => referrals(one))
          .filter((r) => r.actor === actor && inPeriod(r.on) && (x === null || r.by === x)).length,
      );
    }
  }
}

/** The deviation of I-22, from the services counted in each of the house's municipalities. */
export function slowDeviation(
  all: readonly CaseRecord[],
  question: FigureQuestion,
  id: string,
  split: Split,
): number | null {
  const house = split.organisation ?? question.organisation;
  const own = MUNICIPALITIES.filter((one) => one.house === house).map(({ code }) => code as string);
  const servicesIn = (municipality: string) =>
    slowFigure(all, question, id, { ...split, municipality })?.numerator ?? 0;
  const inhabitantsIn = (municipality: string) => question.municipalities.get(municipality)?.inhabitants ?? 0;
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
  const here = split.municipality ?? '';
  const services = sum(own.map(servicesIn));
  if (services === 0 || inhabitantsIn(here) === 0) return null;
  const deviation = servicesIn(here) / services / (inhabitantsIn(here) / sum(own.map(inhabitantsIn))) - 1;
  return Math.round(deviation * 10_000) / 10_000;
}

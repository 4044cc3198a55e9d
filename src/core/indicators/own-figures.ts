import type { OrganisationId } from '../organisation.ts';
import type { OutreachContact } from '../outreach/outreach.ts';
import type { SurveyAnswer } from '../surveys/survey.ts';
import type { Area } from '../vocabulary.ts';
import { askedNeeds } from './asked-needs.ts';
import type { CaseRecord } from './case-record.ts';
import { countedCases, isIn } from './counted-case.ts';
import { danishDays } from './danish-days.ts';
import { type OutreachFigures, outreachFigures } from './outreach-figures.ts';
import type { GreyZoneCause, GreyZoneEnd, OwnCase } from './own-case.ts';
import {
  byNumber,
  type Counting,
  concerns,
  isSide,
  type KnownCase,
  type OwnQuestion,
} from './own-question.ts';
import type { Advisers } from './trained-figures.ts';
import { type Returned, returnsOf, type Waited, waitsOf } from './waiting-figures.ts';

/** A case that lay in a grey zone that began in the period. */
export interface GreyZoneCase {
  readonly caseId: string;
  readonly areas: readonly Area[];
  readonly municipality: string;
  readonly begunOn: string;
  readonly cause: GreyZoneCause;
  readonly parties: readonly OrganisationId[];
  readonly end: GreyZoneEnd;
  /** The Danish date; null while it is open. */
  readonly endedOn: string | null;
  readonly owner: OrganisationId;
  /** Whether anybody but the owner may hear of the case. */
  readonly shared: boolean;
}

/** The own figures (registration.md, "Figures", last row): those that need more than a case record. */
export interface OwnFigures {
  /** Offers of the period that were answered, and those returned, by pair of offices. */
  readonly returns: readonly Returned[];
  readonly waiting: readonly Waited[];
  /** Promises of the period that were not kept by their due time, by the office that had the case then. */
  readonly late: readonly { readonly organisation: OrganisationId; readonly promises: number }[];
  readonly greyZones: readonly GreyZoneCase[];
  /** Cases of the period that went to another receiver than the decision's. */
  readonly overrides: readonly {
    readonly advised: OrganisationId | 'digital';
    readonly chosen: OrganisationId;
    readonly cases: number;
  }[];
  /** Tasks that decisions on the period's cases gave an office. */
  readonly tasks: readonly {
    readonly organisation: OrganisationId;
    readonly given: number;
    readonly started: number;
    readonly notRelevant: number;
  }[];
  /** Cases begun in the period, and those of them with every required field as they are now. Erased cases are left out. */
  readonly complete: {
    readonly numerator: number;
    readonly denominator: number;
    readonly value: number | null;
  };
  /** Companies that asked for a need in the period. */
  readonly needs: readonly { readonly area: Area; readonly companies: number }[];
  /** Enquiries of the period by who referred the company: an organisation, or a kind of adviser. */
  readonly referredFrom: readonly { readonly from: string; readonly enquiries: number }[];
  readonly outreach: OutreachFigures;
}

/** What the own figures are counted from. */
export interface OwnSources {
  readonly records: readonly CaseRecord[];
  readonly own: readonly OwnCase[];
  readonly contacts: readonly OutreachContact[];
}

/** What the agreed figures are counted from. */
export interface AgreedSources {
  readonly records: readonly CaseRecord[];
  readonly contacts: readonly OutreachContact[];
  readonly answers: readonly SurveyAnswer[];
  /** Null where the directory says nothing of anybody's training. */
  readonly advisers: Advisers | null;
}

/** Everything that figures are counted from: the agreed ones, and the own. */
export interface FigureSources extends OwnSources, AgreedSources {}

function ownerAt({ owners }: OwnCase, at: string): OrganisationId | undefined {
  return (owners.findLast((one) => one.at <= at) ?? owners[0])?.organisation;
}

/** The denominator of I-11-working less its numerator, by who had the case at the due time. */
function lateOf(cases: readonly KnownCase[], { period, sides, asOf }: Counting): OwnFigures['late'] {
  const counts = new Map<OrganisationId, number>();
  for (const { counted, own } of cases) {
    for (const { beganOn, receivedBy, dueAt, answeredAt } of counted.promises) {
      const isLate = answeredAt === null ? dueAt <= Date.parse(asOf) : answeredAt > dueAt;
      if (!isLate || !isIn(beganOn, period) || !isSide(sides, receivedBy)) continue;
      const holder = ownerAt(own, new Date(dueAt).toISOString()) ?? receivedBy;
      counts.set(holder, (counts.get(holder) ?? 0) + 1);
    }
  }
  return byNumber(counts, (promises) => promises).map(([organisation, promises]) => ({
    organisation: organisation as OrganisationId,
    promises,
  }));
}

function greyZonesOf(
  cases: readonly KnownCase[],
  { period, sides, asOf, dayOf }: Counting,
): readonly GreyZoneCase[] {
  const found = cases.flatMap(({ own: { caseId, areas, municipality, greyZones, owner, shared } }) =>
    greyZones.flatMap(({ cause, begunAt, parties, endedAt, end }): GreyZoneCase[] => {
      const begunOn = dayOf(Date.parse(begunAt));
      if (begunAt > asOf || !isIn(begunOn, period) || !concerns(sides, parties)) return [];
      const isOver = endedAt !== null && endedAt <= asOf;
      return [
        {
          caseId,
          areas,
          municipality,
          begunOn,
          cause,
          parties,
          end: isOver ? end : 'open',
          owner,
          shared,
          endedOn: isOver ? dayOf(Date.parse(endedAt)) : null,
        },
      ];
    }),
  );
  return found.sort((a, b) => (a.begunOn + a.caseId < b.begunOn + b.caseId ? -1 : 1));
}

function overridesOf(begun: readonly KnownCase[], { sides }: Counting): OwnFigures['overrides'] {
  const counts = new Map<string, OwnFigures['overrides'][number]>();
  for (const { override } of begun.map(({ own }) => own)) {
    if (!override || !concerns(sides, [override.advised, override.chosen])) continue;
    const key = `${override.advised} ${override.chosen}`;
    counts.set(key, { ...override, cases: (counts.get(key)?.cases ?? 0) + 1 });
  }
  return byNumber(counts, ({ cases }) => cases).map(([, one]) => one);
}

function tasksOf(begun: readonly KnownCase[], { sides, asOf }: Counting): OwnFigures['tasks'] {
  const counts = new Map<OrganisationId, OwnFigures['tasks'][number]>();
  for (const { organisation, startedAt, dismissedAt } of begun.flatMap(({ own }) => own.tasks)) {
    if (!isSide(sides, organisation)) continue;
    const sum = counts.get(organisation) ?? { organisation, given: 0, started: 0, notRelevant: 0 };
    counts.set(organisation, {
      organisation,
      given: sum.given + 1,
      started: sum.started + Number(startedAt !== null && startedAt <= asOf),
      notRelevant: sum.notRelevant + Number(dismissedAt !== null && dismissedAt <= asOf),
    });
  }
  return byNumber(counts, ({ given }) => given).map(([, one]) => one);
}

function completeOf(begun: readonly KnownCase[], { sides }: Counting): OwnFigures['complete'] {
  const judged = begun.filter(
    ({ own, counted }) =>
      own.complete !== null && (counted.begunBy === null || isSide(sides, counted.begunBy)),
  );
  const numerator = judged.filter(({ own }) => own.complete).length;
  const value = judged.length === 0 ? null : Math.round((numerator / judged.length) * 10_000) / 10_000;
  return { numerator, denominator: judged.length, value };
}

/** I-58: what companies asked for, and where they came from. */
function askedFor(cases: readonly KnownCase[], question: Counting) {
  const byArea = new Map<Area, Set<string>>();
  const byReferrer = new Map<string, number>();
  for (const { areas, company, referredBy } of askedNeeds(cases, question)) {
    for (const area of areas) byArea.set(area, (byArea.get(area) ?? new Set()).add(company));
    if (referredBy) byReferrer.set(referredBy, (byReferrer.get(referredBy) ?? 0) + 1);
  }
  return {
    needs: byNumber(byArea, ({ size }) => size).map(([area, { size }]) => ({
      area: area as Area,
      companies: size,
    })),
    referredFrom: byNumber(byReferrer, (count) => count).map(([from, enquiries]) => ({ from, enquiries })),
  };
}

/** The own figures of a question, counted from the store. */
export function ownFigures({ records, own, contacts }: OwnSources, question: OwnQuestion): OwnFigures {
  const { period, asOf, sides } = question;
  const counting: Counting = { ...question, dayOf: danishDays() };
  const byId = new Map(own.map((one) => [one.caseId, one]));
  const recordById = new Map(records.map((one) => [one.caseId, one]));
  const cases = countedCases(records, asOf).flatMap((counted): KnownCase[] => {
    const found = byId.get(counted.caseId);
    const record = recordById.get(counted.caseId);
    return found && record ? [{ counted, own: found, record }] : [];
  });
  // What one of a pair does alone counts for the companies of the local office: an Erhvervshus serves many.
  const local =
    sides.length < 2 ? cases : cases.filter(({ own: { localOffice } }) => isSide(sides, localOffice));
  const begun = cases.filter(({ counted }) => isIn(counted.createdOn, period));
  const begunHere = local.filter(({ counted }) => isIn(counted.createdOn, period));
  const [only = null] = sides.length === 1 ? sides : [];
  const between = contacts.filter(
    ({ by, told }) => sides.length < 2 || concerns(sides, [by, told.organisation]),
  );
  return {
    returns: returnsOf(cases, counting),
    waiting: waitsOf(cases, local, counting),
    late: lateOf(local, counting),
    greyZones: greyZonesOf(cases, counting),
    overrides: overridesOf(begun, counting),
    tasks: tasksOf(begunHere, counting),
    complete: completeOf(begunHere, counting),
    ...askedFor(local, counting),
    outreach: outreachFigures(between, { period, asOf, organisation: only }),
  };
}

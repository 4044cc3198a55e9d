import { HOUSES, type OrganisationId } from '../organisation.ts';
import { type CountedCase, isIn } from './counted-case.ts';
import type { FigureQuestion, Period, Split, SplitKey } from './question.ts';
import { isHouse } from './scope.ts';

/** A group of a split, with the cases that belong to it. */
export interface Group {
  /** Null: undivided. */
  readonly split: Split | null;
  readonly organisation: OrganisationId | null;
  readonly period: Period;
  /** The last day for what counts from the period until the moment of counting (I-39): a month's, else none. */
  readonly until: string;
  readonly cases: readonly CountedCase[];
}

const NO_LAST_DAY = '9999-12-31';

/** The organisations that did or received something in a case. */
function organisationsOf({
  begunBy,
  receivers,
  services,
  referrals,
  transfers,
  answer,
  advice = [],
}: CountedCase) {
  const organisations = new Set<OrganisationId>(receivers);
  if (begunBy !== null) organisations.add(begunBy);
  if (answer) organisations.add(answer.organisation);
  for (const { by } of advice) organisations.add(by);
  for (const { by } of services) organisations.add(by);
  for (const { by } of referrals) organisations.add(by);
  for (const { to } of transfers) organisations.add(to);
  return organisations;
}

/** Those who gave a service in it. */
const giversOf = ({ services }: CountedCase) => new Set<OrganisationId>(services.map(({ by }) => by));

/** The months of the period in which something happened in a case. */
function monthsOf(kase: CountedCase, period: Period): ReadonlySet<string> {
  const days = [
    kase.createdOn,
    ...(kase.answer ? [kase.answer.on] : []),
    ...[
      ...kase.enquiries,
      ...kase.services,
      ...kase.referrals,
      ...kase.transfers,
      ...(kase.advice ?? []),
    ].map(({ on }) => on),
  ];
  return new Set(days.filter((day) => isIn(day, period)).map((day) => day.slice(0, 7)));
}

/** The days of a month (`2026-11`) that lie in the period. Dates are compared as text, so no month is too short. */
function monthOf(month: string, { from, to }: Period): Period {
  const [first, last] = [`${month}-01`, `${month}-31`];
  return { from: first > from ? first : from, to: last < to ? last : to };
}

/**
 * The groups of a figure. A case is in each group that one of its events belongs to, with its own municipality, stage and
 * segment. Without keys there is one group; a figure about one house is split by house where none is asked for. Then a figure
 * that counts services alone (`byServices`) needs only the cases in which the house gave one.
 */
export function groupsOf(
  cases: readonly CountedCase[],
  question: FigureQuestion,
  keys: readonly SplitKey[],
  { ofHouse, byServices }: { readonly ofHouse: boolean; readonly byServices: boolean },
): readonly Group[] {
  const { period, organisation } = question;
  if (keys.length === 0) return [{ split: null, organisation, period, until: NO_LAST_DAY, cases }];
  const groups = new Map<string, Group & { readonly cases: CountedCase[] }>();
  const groupOf = (split: Split) => {
    const key = JSON.stringify(keys.map((one) => split[one]));
    const days = split.month === undefined ? period : monthOf(split.month, period);
    const group = groups.get(key) ?? {
      split,
      organisation: (split.organisation as OrganisationId | undefined) ?? organisation,
      period: days,
      until: split.month === undefined ? NO_LAST_DAY : days.to,
      cases: [],
    };
    groups.set(key, group);
    return group;
  };
  const has = (key: SplitKey) => keys.includes(key);
  const onlyOrganisation = keys.length === 1 && has('organisation');
  if (onlyOrganisation && organisation !== null) groupOf({ organisation });
  else if (onlyOrganisation && ofHouse) for (const { id } of HOUSES) groupOf({ organisation: id });
  const takingPart = onlyOrganisation && ofHouse && byServices ? giversOf : organisationsOf;
  for (const kase of cases) {
    const own: Split = {
      ...(has('municipality') && { municipality: kase.municipality }),
      ...(has('stage') && { stage: kase.stage }),
      ...(has('segment') && { segment: kase.segment ?? 'unknown' }),
    };
    const organisations = has('organisation')
      ? organisation === null
        ? [...takingPart(kase)].filter((one) => !ofHouse || isHouse(one))
        : [organisation]
      : [undefined];
    for (const one of organisations) {
      for (const month of has('month') ? monthsOf(kase, period) : [undefined]) {
        groupOf({ ...own, ...(one && { organisation: one }), ...(month && { month }) }).cases.push(kase);
      }
    }
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

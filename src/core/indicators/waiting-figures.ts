import type { OrganisationId } from '../organisation.ts';
import { isIn } from './counted-case.ts';
import { byNumber, type Counting, concerns, isSide, type KnownCase } from './own-question.ts';

/** What became of the offers of cases, and how long was waited. */

/** Offers from one office to another that were made in the period and answered by the moment of counting. */
export interface Returned {
  readonly from: OrganisationId;
  readonly to: OrganisationId;
  /** Accepted, returned, sent on, or given back with advice. What expired or was withdrawn was not answered. */
  readonly answered: number;
  readonly returned: number;
  /** Returned of answered, to four decimals. */
  readonly rate: number;
  /** Returns by the code of their reason, most often first. */
  readonly reasons: readonly { readonly reason: string; readonly returns: number }[];
}

/** Median hours by the clock. Null where there is nothing to take it of. */
export interface Waited {
  readonly organisation: OrganisationId;
  readonly accepted: number;
  readonly untilAcceptance: number | null;
  readonly answered: number;
  readonly untilAnswer: number | null;
}

const ANSWERED = ['accepted', 'returned', 'advised', 'forwarded'];
const HOUR = 3_600_000;

/** The offers of the period that concern the question, with what became of them by its moment. */
function offersOf(cases: readonly KnownCase[], { period, asOf, sides, dayOf }: Counting) {
  const now = Date.parse(asOf);
  return cases.flatMap(({ record }) =>
    record.handovers.flatMap(({ from, to, kind, state, offeredAt, decidedAt, reasonCode }) => {
      const decided = decidedAt ? Date.parse(decidedAt) : null;
      const offered = Date.parse(offeredAt);
      const isAnswered = ANSWERED.includes(state) && decided !== null && decided <= now;
      // The move of a settled grey zone is recorded as an offer that was accepted as it was made.
      if (kind !== 'transfer' || !isAnswered || decided === offered) return [];
      if (!isIn(dayOf(offered), period) || !concerns(sides, [from, to])) return [];
      return [{ from, to, state, hours: (decided - offered) / HOUR, reason: reasonCode ?? null }];
    }),
  );
}

/** The returns of each pair of offices. */
export function returnsOf(cases: readonly KnownCase[], question: Counting): readonly Returned[] {
  const pairs = new Map<string, Returned & { readonly codes: Map<string, number> }>();
  for (const { from, to, state, reason } of offersOf(cases, question)) {
    const key = `${from} ${to}`;
    const sum = pairs.get(key) ?? {
      from,
      to,
      answered: 0,
      returned: 0,
      rate: 0,
      reasons: [],
      codes: new Map(),
    };
    const isReturn = state === 'returned';
    const code = reason ?? 'other';
    if (isReturn) sum.codes.set(code, (sum.codes.get(code) ?? 0) + 1);
    pairs.set(key, { ...sum, answered: sum.answered + 1, returned: sum.returned + Number(isReturn) });
  }
  return byNumber(pairs, ({ answered }) => answered).map(([, { codes, ...sum }]) => ({
    ...sum,
    rate: Math.round((sum.returned / sum.answered) * 10_000) / 10_000,
    reasons: byNumber(codes, (returns) => returns).map(([reason, returns]) => ({ reason, returns })),
  }));
}

/** The middle of the hours, or the mean of the two in the middle, to one decimal. */
function medianHours(hours: readonly number[]): number | null {
  const sorted = hours.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : Math.round((low + high) * 5) / 10;
}

/** The hours until each office accepted what it was offered, and until the enquiries that it received on `local` cases were answered. */
export function waitsOf(
  cases: readonly KnownCase[],
  local: readonly KnownCase[],
  question: Counting,
): readonly Waited[] {
  const { period, sides, asOf } = question;
  const hours = new Map<OrganisationId, { readonly accepted: number[]; readonly answered: number[] }>();
  const of = (organisation: OrganisationId) => {
    const found = hours.get(organisation) ?? { accepted: [], answered: [] };
    hours.set(organisation, found);
    return found;
  };
  for (const { to, state, hours: waited } of offersOf(cases, question)) {
    if (state === 'accepted') of(to).accepted.push(waited);
  }
  for (const { beganOn, began, receivedBy, answeredAt } of local.flatMap(({ counted }) => counted.promises)) {
    if (
      answeredAt === null ||
      answeredAt > Date.parse(asOf) ||
      !isSide(sides, receivedBy) ||
      !isIn(beganOn, period)
    )
      continue;
    of(receivedBy).answered.push((answeredAt - began) / HOUR);
  }
  return byNumber(hours, ({ accepted, answered }) => accepted.length + answered.length).map(
    ([organisation, { accepted, answered }]) => ({
      organisation: organisation as OrganisationId,
      accepted: accepted.length,
      untilAcceptance: medianHours(accepted),
      answered: answered.length,
      untilAnswer: medianHours(answered),
    }),
  );
}

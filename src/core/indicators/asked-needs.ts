import type { Area } from '../vocabulary.ts';
import type { CaseRecord } from './case-record.ts';
import { type CountedCase, isIn } from './counted-case.ts';
import { type Counting, isSide } from './own-question.ts';

/** An inbound enquiry of the period: what the company asked for, and who referred it. */
export interface AskedNeeds {
  readonly company: string;
  readonly municipality: string;
  /** The Danish date. */
  readonly on: string;
  /** The needs of the enquiry, or those of the case where it names none. */
  readonly areas: readonly Area[];
  readonly referredBy: string | null;
}

/** The inbound enquiries of the period that the question's sides received, as known at its moment. */
export function askedNeeds(
  cases: readonly { readonly counted: CountedCase; readonly record: CaseRecord }[],
  { period, sides, asOf, dayOf }: Counting,
): readonly AskedNeeds[] {
  const now = Date.parse(asOf);
  return cases.flatMap(({ record, counted: { company, municipality } }) =>
    record.enquiries.flatMap(({ at, direction, receivedBy, needs, referredBy }): AskedNeeds[] => {
      const ms = Date.parse(at);
      if (direction !== 'inbound' || ms > now || !isSide(sides, receivedBy)) return [];
      const on = dayOf(ms);
      if (!isIn(on, period)) return [];
      const areas = needs?.length ? needs : record.needs.map(({ area }) => area);
      return [{ company, municipality, on, areas, referredBy: referredBy ?? null }];
    }),
  );
}

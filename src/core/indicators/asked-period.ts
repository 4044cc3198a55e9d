import { isCalendarDate } from '../triage/calendar-date.ts';
import type { Period } from './question.ts';

/** Calendar parts of a year, each with its number of months. */
const MONTHS_IN = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const;
export type PeriodUnit = keyof typeof MONTHS_IN;

/** A period as it was asked for, before the day of the question is known. */
export type AskedPeriod =
  /** The present unit, or the one before it: `sidste kvartal`. */
  | { readonly kind: 'recent'; readonly unit: PeriodUnit; readonly back: 0 | 1 }
  /** A unit by its number, counted from 1. Without a year the latest one that has begun: `oktober`, `K3 2026`. */
  | {
      readonly kind: 'numbered';
      readonly unit: PeriodUnit;
      readonly number: number;
      readonly year: number | null;
    }
  /** Danish dates, both included. */
  | { readonly kind: 'days'; readonly from: string; readonly to: string };

/** A month (`2026-02`) by its number since the beginning of the calendar. */
function monthAt(number: number): string {
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
}

/** The last day of a month (`2026-02`). */
function lastDayOf(month: string): string {
  const days = ['31', '30', '29', '28'].map((day) => `${month}-${day}`);
  return days.find(isCalendarDate) ?? `${month}-28`;
}

/** The unit that begins with a month. */
function unitFrom(month: number, unit: PeriodUnit): Period {
  return { from: `${monthAt(month)}-01`, to: lastDayOf(monthAt(month + MONTHS_IN[unit] - 1)) };
}

/** The unit that a day lies in, or the one that many before it. */
export function unitOf(day: string, unit: PeriodUnit, back = 0): Period {
  const months = MONTHS_IN[unit];
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  return unitFrom(month - (month % months) - back * months, unit);
}

/** The Danish dates that were asked for. `today` is the Danish date of the question. */
export function askedDays(asked: AskedPeriod, today: string): Period {
  switch (asked.kind) {
    case 'recent':
      return unitOf(today, asked.unit, asked.back);
    case 'numbered': {
      const { unit, number, year } = asked;
      const inYear = (of: number) => unitFrom(of * 12 + (number - 1) * MONTHS_IN[unit], unit);
      if (year !== null) return inYear(year);
      const thisYear = Number(today.slice(0, 4));
      const found = inYear(thisYear);
      return found.from <= today ? found : inYear(thisYear - 1);
    }
    case 'days':
      return { from: asked.from, to: asked.to };
    default: {
      const never: never = asked;
      return never;
    }
  }
}

/** The unit that a period is exactly, with its number in the year; undefined for other days. */
export function unitNamed({
  from,
  to,
}: Period): { readonly unit: PeriodUnit; readonly number: number } | undefined {
  for (const unit of ['month', 'quarter', 'half-year', 'year'] as const) {
    const whole = unitOf(from, unit);
    if (whole.from === from && whole.to === to)
      return { unit, number: (Number(from.slice(5, 7)) - 1) / MONTHS_IN[unit] + 1 };
  }
  return undefined;
}

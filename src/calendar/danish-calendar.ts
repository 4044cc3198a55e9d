import Holidays from 'date-holidays';
import { DateTime } from 'luxon';
import { WEEKDAYS } from '../core/moment.ts';
import { DEFAULT_HOURS, type OpeningHours } from '../core/office/opening-hours.ts';
import type { OrganisationId } from '../core/organisation.ts';
import type { WorkingCalendar } from '../core/promise/working-calendar.ts';

const ZONE = 'Europe/Copenhagen';
const FIRST_YEAR = 2015;
const LAST_YEAR = 2060;
const MINUTES_A_DAY = 24 * 60;

interface Days {
  /** The start of each day in Copenhagen in epoch milliseconds, with one more entry for the end of the last day. */
  readonly starts: Float64Array;
  /** Working milliseconds before each day. */
  readonly worked: Float64Array;
  readonly working: Uint8Array;
  readonly holiday: Uint8Array;
}

/**
 * Computes every day of the range in advance. Reading the calendar then takes two look-ups, which a pass over 100,000
 * cases needs. Every working day has 24 hours, because clock changes fall on Sundays.
 */
function layOut(): Days {
  const holidays = new Holidays('DK');
  const free = new Set<string>();
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) {
    for (const { date, type } of holidays.getHolidays(year))
      if (type === 'public') free.add(date.slice(0, 10));
  }
  const first = DateTime.fromObject({ year: FIRST_YEAR }, { zone: ZONE });
  const count = Math.round(
    DateTime.fromObject({ year: LAST_YEAR + 1 }, { zone: ZONE }).diff(first, 'days').days,
  );
  const starts = new Float64Array(count + 1);
  const worked = new Float64Array(count + 1);
  const working = new Uint8Array(count);
  const holiday = new Uint8Array(count);
  // Midnight in Copenhagen is one or two hours before midnight UTC; the zone gives each day's offset.
  const zone = first.zone;
  for (let day = 0; day <= count; day++) {
    const utc = Date.UTC(FIRST_YEAR, 0, 1 + day);
    starts[day] = utc - zone.offset(utc - 3_600_000) * 60_000;
    if (day === count) break;
    const weekday = new Date(utc).getUTCDay();
    holiday[day] = free.has(dateOf(day)) ? 1 : 0;
    working[day] = weekday === 0 || weekday === 6 || holiday[day] === 1 ? 0 : 1;
  }
  for (let day = 0; day < count; day++) {
    worked[day + 1] =
      (worked[day] ?? 0) + (working[day] === 1 ? (starts[day + 1] ?? 0) - (starts[day] ?? 0) : 0);
  }
  return { starts, worked, working, holiday };
}

/** The ISO date of a day of the range. */
function dateOf(day: number): string {
  return new Date(Date.UTC(FIRST_YEAR, 0, 1 + day)).toISOString().slice(0, 10);
}

/** An office's open periods of a day, as instants in order. */
function periodsOf({ starts, holiday }: Days, day: number, { week, closedDays }: OpeningHours) {
  const weekday = WEEKDAYS[new Date(Date.UTC(FIRST_YEAR, 0, 1 + day)).getUTCDay()];
  if (weekday === undefined || holiday[day] === 1) return [];
  const periods = week[weekday];
  if (periods.length === 0 || closedDays.includes(dateOf(day))) return [];
  const [begin = 0, end = 0] = [starts[day], starts[day + 1]];
  // The clock changes between 1 and 3 at night: later minutes are counted from the end of the day.
  const at = (minute: number) =>
    minute < 180 ? begin + minute * 60_000 : end - (MINUTES_A_DAY - minute) * 60_000;
  return periods.map(({ opens, closes }) => ({ opens: at(opens), closes: at(closes) }));
}

/** Computed once per process: it takes 0.2 s of CPU, and the result never changes. */
let days: Days | undefined;

/** The last index whose value is not above `wanted`. */
function placeOf(values: Float64Array, wanted: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((values[middle] ?? 0) <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * The Danish working calendar in Europe/Copenhagen with Denmark's public holidays (Great Prayer Day is a working day
 * since 2024). Throws a RangeError for instants outside 2015-2060. `hoursOf` gives the opening hours of an office;
 * without it, all have the default hours.
 */
export function createDanishCalendar(hoursOf?: (office: OrganisationId) => OpeningHours): WorkingCalendar {
  days ??= layOut();
  const laidOut = days;
  const { starts, worked, working } = laidOut;
  const first = starts[0] ?? 0;
  const last = starts[starts.length - 1] ?? 0;

  const inside = (instant: number): number => {
    if (!(instant >= first && instant < last))
      throw new RangeError(`The calendar does not reach this instant`);
    return instant;
  };
  /** Working milliseconds since the start of the calendar. */
  const workedAt = (instant: number): number => {
    const day = placeOf(starts, inside(instant));
    return (worked[day] ?? 0) + (working[day] === 1 ? instant - (starts[day] ?? 0) : 0);
  };

  const hoursAt = (office: OrganisationId | undefined) =>
    (office === undefined ? undefined : hoursOf?.(office)) ?? DEFAULT_HOURS;

  return {
    addHours(from, hours) {
      const wanted = workedAt(Date.parse(from)) + hours * 3_600_000;
      // Of days with the same sum, the last is the working day that the sum begins.
      let day = placeOf(worked, wanted);
      if (worked[day] === wanted && hours > 0) {
        // A sum reached exactly at the end of a working day is due then, not when the next one begins.
        while (day > 0 && worked[day - 1] === wanted) day--;
        day--;
      }
      const due = (starts[day] ?? 0) + (wanted - (worked[day] ?? 0));
      return new Date(inside(due)).toISOString();
    },
    hoursBetween(from, to) {
      return Math.max(0, workedAt(Date.parse(to)) - workedAt(Date.parse(from))) / 3_600_000;
    },
    nextOfficeHour(instant, office) {
      const at = inside(Date.parse(instant));
      const hours = hoursAt(office);
      for (let day = placeOf(starts, at); day < working.length; day++) {
        const period = periodsOf(laidOut, day, hours).find(({ closes }) => at < closes);
        if (period) return at < period.opens ? new Date(period.opens).toISOString() : instant;
      }
      throw new RangeError('The calendar ends before the office opens');
    },
    lastOfficeHour(instant, office) {
      const at = inside(Date.parse(instant));
      const hours = hoursAt(office);
      for (let day = placeOf(starts, at); day >= 0; day--) {
        const period = periodsOf(laidOut, day, hours).findLast(({ opens }) => at >= opens);
        if (period) return at > period.closes ? new Date(period.closes).toISOString() : instant;
      }
      throw new RangeError('The calendar begins after the office closes');
    },
  };
}

import { danishDate, danishInstant } from './danish-date.ts';
import { addElapsed } from './promise/clock.ts';
import { ok, type Result, refuse } from './result.ts';
import { isCalendarDate } from './triage/calendar-date.ts';

/** Days of the week in the order of `Date`, Sunday first. */
export const WEEKDAYS = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;

/** The furthest moment accepted, in days. Later ones are mistyped years. */
const MAX_DAYS = 366;

/** A date without a year that is more than this many days past means next year. */
const HALF_A_YEAR = 183;

/** A number of minutes from now. */
const AHEAD = /^\+(\d{1,5})$/;

const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

const DAY_MS = 86_400_000;

function daysLater(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
}

const weekdayOf = (date: string) => WEEKDAYS[new Date(date).getUTCDay()];

/** The next such weekday after `today`. */
function nextWeekday(weekday: string, today: string): string | undefined {
  for (let days = 1; days <= 7; days++) {
    if (weekdayOf(daysLater(today, days)) === weekday) return daysLater(today, days);
  }
  return undefined;
}

/** `--11-30` in the intended year: this one, or the next where the day is long past. */
function dateOfYear(monthDay: string, today: string): string | undefined {
  const year = Number(today.slice(0, 4));
  const dates = [year, year + 1].map((candidate) => `${candidate}-${monthDay}`).filter(isCalendarDate);
  return dates.find((date) => daysLater(date, HALF_A_YEAR) >= today);
}

/** A day (`momentOf`) as an ISO date; undefined where it is none. `today` is an ISO date. */
export function dateOf(day: string, today: string): string | undefined {
  const [first = '', date] = day.split(' ');
  if (date !== undefined) {
    const read = dateOf(date, today);
    return read !== undefined && weekdayOf(read) === first ? read : undefined;
  }
  const ahead = /^\+(\d{1,3})$/.exec(day);
  if (ahead) return daysLater(today, Number(ahead[1]));
  const monthDay = /^--(\d\d-\d\d)$/.exec(day)?.[1];
  if (monthDay !== undefined) return dateOfYear(monthDay, today);
  return isCalendarDate(day) ? day : nextWeekday(day, today);
}

/** Whether a text is the `time` of a moment. */
export function isTimeCode(text: string): boolean {
  return AHEAD.test(text) || CLOCK.test(text);
}

/**
 * A moment ahead, as an instant. `day` is a number of days ahead (`+1`), a weekday, a date (`2026-11-30`, or `--11-30`
 * for the nearest such day), or a weekday with the date that it must be; null is today. `time` is the clock in Denmark
 * (`09:30`), or minutes from now (`+120`, without a day). `dialogs/moment-words.ts` reads words into these.
 *
 * Refuses with `not-a-moment`, `moment-passed` or `moment-too-far` (more than a year ahead), and names the field.
 */
export function momentOf(
  day: string | null,
  time: string,
  now: string,
): Result<string, 'not-a-moment' | 'moment-passed' | 'moment-too-far'> {
  const minutes = AHEAD.exec(time)?.[1];
  if (minutes !== undefined && day === null)
    return notTooFar(addElapsed(now, Number(minutes) / 60), now, 'time');
  if (!CLOCK.test(time)) return refuse('not-a-moment', { field: 'time' });
  const date = dateOf(day ?? '+0', danishDate(now));
  if (date === undefined) return refuse('not-a-moment', { field: 'day' });
  return notTooFar(danishInstant(date, time), now, day === null ? 'time' : 'day');
}

/**
 * The moment on a day at which an office opens, or opens next where it is closed all day; `day` as in `momentOf`.
 * `nextOpening` gives the instant itself where the office is open then: today, a person must say when. Refuses as
 * `momentOf` does.
 */
export function openingOn(
  day: string,
  now: string,
  nextOpening: (instant: string) => string,
): Result<string, 'not-a-moment' | 'moment-passed' | 'moment-too-far'> {
  const date = dateOf(day, danishDate(now));
  if (date === undefined) return refuse('not-a-moment', { field: 'day' });
  if (date < danishDate(now)) return refuse('moment-passed', { field: 'day' });
  const begins = danishInstant(date, '00:00');
  if (begins > addElapsed(now, MAX_DAYS * 24)) return refuse('moment-too-far', { field: 'day' });
  const opens = nextOpening(begins > now ? begins : now);
  return opens > now ? ok(opens) : refuse('not-a-moment', { field: 'time' });
}

function notTooFar(
  at: string,
  now: string,
  field: string,
): Result<string, 'moment-passed' | 'moment-too-far'> {
  if (at <= now) return refuse('moment-passed', { field });
  return at > addElapsed(now, MAX_DAYS * 24) ? refuse('moment-too-far', { field }) : ok(at);
}

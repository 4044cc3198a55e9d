import type { Language } from '../src/core/vocabulary.ts';
import { inEach, sentencesIn } from './sentences.ts';

const ZONE = 'Europe/Copenhagen';

function format(options: Intl.DateTimeFormatOptions): Readonly<Record<Language, Intl.DateTimeFormat>> {
  return inEach(({ dates }) => new Intl.DateTimeFormat(dates.tag, { timeZone: ZONE, ...options }));
}

const WEEKDAY = format({ weekday: 'long' });
const DAY_MONTH = format({ day: 'numeric', month: 'long' });
const DAY_MONTH_YEAR = format({ day: 'numeric', month: 'long', year: 'numeric' });
// A month without a day has no time zone; Copenhagen's offset could move it into the month before.
const MONTH_YEAR = inEach(
  ({ dates }) => new Intl.DateTimeFormat(dates.tag, { timeZone: 'UTC', month: 'long', year: 'numeric' }),
);
const YEAR = format({ year: 'numeric' });
// The locale sv-SE writes ISO dates and 24-hour times, here for Copenhagen.
const ISO_DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short' });
const CLOCK = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, timeStyle: 'short' });

/** Whole days from `from` to `to` by Copenhagen's calendar; negative where `to` is earlier. */
function daysBetween(from: Date, to: Date): number {
  return Math.round((Date.parse(ISO_DAY.format(to)) - Date.parse(ISO_DAY.format(from))) / 86_400_000);
}

/**
 * An instant in words: `i dag kl. 14.30`, `på tirsdag kl. 15.00`, `den 3. december kl. 9.05`.
 * Midnight belongs to the day that it ends: `på tirsdag ved midnat`. Both arguments are ISO instants.
 */
export function momentWords(at: string, now: string, language: Language): string {
  const [when, today] = [new Date(at), new Date(now)];
  const time = CLOCK.format(when);
  if (time === '00:00') return midnightWords(when, today, language);
  return `${dayWords(when, today, language)} ${sentencesIn(language).dates.clock(time)}`;
}

/** Midnight in words. People read "onsdag kl. 0.00" as the end of Wednesday and would answer a day late. */
function midnightWords(when: Date, today: Date, language: Language): string {
  const { dates } = sentencesIn(language);
  const evening = new Date(when.getTime() - 60_000);
  const day = daysBetween(today, evening) === 0 ? dates.tonight : dayWords(evening, today, language);
  return `${day} ${dates.atMidnight}`;
}

/** A day in words: `i dag`, `i morgen`, `på tirsdag`, `den 3. december`. */
function dayWords(when: Date, today: Date, language: Language): string {
  const { dates } = sentencesIn(language);
  const days = daysBetween(today, when);
  if (days === 0) return dates.today;
  if (days === 1) return dates.tomorrow;
  if (days === -1) return dates.yesterday;
  const weekday = WEEKDAY[language].format(when);
  if (days > 1 && days < 7) return dates.onWeekday(weekday);
  if (days < -1 && days > -7) return dates.lastWeekday(weekday);
  const sameYear = YEAR[language].format(when) === YEAR[language].format(today);
  const date = (sameYear ? DAY_MONTH : DAY_MONTH_YEAR)[language].format(when);
  return dates.onDate(date);
}

/** An instant, a calendar date (`2026-12-01`), a month (`2026-12`) or a year in words. */
export function dateWords(iso: string, language: Language): string {
  if (/^\d{4}$/.test(iso)) return iso;
  if (/^\d{4}-\d{2}$/.test(iso)) {
    return MONTH_YEAR[language].format(new Date(`${iso}-01T00:00:00Z`));
  }
  // An instant counts as its Danish day; a plain date is that day.
  return DAY_MONTH_YEAR[language].format(new Date(iso.length === 10 ? `${iso}T12:00:00Z` : iso));
}

/** A length of time in whole hours or days: `3 timer`, `2 dage`. */
export function durationWords(milliseconds: number, language: Language): string {
  const { dates } = sentencesIn(language);
  const minutes = Math.max(1, Math.round(milliseconds / 60_000));
  if (minutes < 60) return dates.minutes(minutes);
  const hours = Math.round(minutes / 60);
  if (hours < 48) return dates.hours(hours);
  return dates.days(Math.round(hours / 24));
}

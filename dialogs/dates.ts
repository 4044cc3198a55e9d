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
// The locale sv-SE writes 24-hour times.
const CLOCK = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, timeStyle: 'short' });

/**
 * An instant in words: `tirsdag den 24. november kl. 15.00`, with the year where it is not that of `now`. Never
 * `i morgen`: a card stands for days, and nobody redraws it at midnight. Midnight belongs to the day that it ends
 * (`tirsdag den 24. november ved midnat`): people read "onsdag kl. 0.00" as the end of Wednesday and would answer a day
 * late. Both arguments are ISO instants.
 */
export function momentWords(at: string, now: string, language: Language): string {
  const { dates } = sentencesIn(language);
  const when = new Date(at);
  const time = CLOCK.format(when);
  if (time !== '00:00') return `${dayWords(when, now, language)} ${dates.clock(time)}`;
  return `${dayWords(new Date(when.getTime() - 60_000), now, language)} ${dates.atMidnight}`;
}

function dayWords(day: Date, now: string, language: Language): string {
  const sameYear = YEAR[language].format(day) === YEAR[language].format(new Date(now));
  const date = (sameYear ? DAY_MONTH : DAY_MONTH_YEAR)[language].format(day);
  return sentencesIn(language).dates.onDay(WEEKDAY[language].format(day), date);
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

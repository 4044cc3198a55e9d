import { WEEKDAYS } from '../src/core/moment.ts';
import type { OpenPeriod, WeekHours } from '../src/core/office/opening-hours.ts';
import type { Language } from '../src/core/vocabulary.ts';
import { listOf } from './list-of.ts';
import { inEach, sentencesIn } from './sentences.ts';

const WEEKDAY = inEach(
  ({ dates }) => new Intl.DateTimeFormat(dates.tag, { timeZone: 'UTC', weekday: 'long' }),
);

/** The week from Monday, as people read it. */
const WEEK = [...WEEKDAYS.slice(1), ...WEEKDAYS.slice(0, 1)];
/** A Monday. */
const FIRST = Date.UTC(2026, 0, 5);

const dayName = (day: number, language: Language) =>
  WEEKDAY[language].format(new Date(FIRST + day * 86_400_000));

function clockOf(minutes: number): string {
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60];
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function periodsWords(periods: readonly OpenPeriod[], language: Language): string {
  const { office } = sentencesIn(language);
  const items = periods.map(({ opens, closes }) => office.period(clockOf(opens), clockOf(closes)));
  return listOf(items, language);
}

/** Opening hours in words, days with the same hours together: `mandag–torsdag kl. 8–16, fredag kl. 8–14`. */
export function openingHoursWords(week: WeekHours, language: Language): string {
  const { office } = sentencesIn(language);
  const runs: { first: number; last: number; periods: string }[] = [];
  for (const [day, weekday] of WEEK.entries()) {
    const periods = periodsWords(week[weekday], language);
    const run = runs.at(-1);
    if (run?.periods === periods) run.last = day;
    else runs.push({ first: day, last: day, periods });
  }
  return runs
    .filter(({ periods }) => periods !== '')
    .map(({ first, last, periods }) => {
      const days = [...new Set([dayName(first, language), dayName(last, language)])].join('–');
      return office.open(days, periods);
    })
    .join(', ');
}

import type { Command } from '../src/core/command.ts';
import {
  type AskedPeriod,
  askedDays,
  type PeriodUnit,
  unitNamed,
} from '../src/core/indicators/asked-period.ts';
import type { Period } from '../src/core/indicators/question.ts';
import { isCalendarDate } from '../src/core/triage/calendar-date.ts';
import type { Language } from '../src/core/vocabulary.ts';
import { dateWords } from './dates.ts';
import { foldWords } from './fold.ts';
import { anyOf, phrases } from './phrases.ts';
import { sentencesIn } from './sentences.ts';

/** Reads and writes the periods of figures: `sidste måned`, `K3 2026`, `2026-10`, `1.10.2026 til 15.10.2026`. */

const THIS = phrases<PeriodUnit>(({ periods }) => periods.present);
const LAST = phrases<PeriodUnit>(({ periods }) => periods.last);
const UNITS = phrases<PeriodUnit>(({ periods }) => periods.units);
const MONTHS = phrases<keyof typeof MONTH_NUMBERS>(({ moments }) => moments.months);
const MONTH_NUMBERS = {
  january: 1,
  february: 2,
  march: 3,
  april: 4,
  may: 5,
  june: 6,
  july: 7,
  august: 8,
  september: 9,
  october: 10,
  november: 11,
  december: 12,
} as const;

const LEAD = new RegExp(`^(?:${anyOf(({ periods }) => periods.lead)})\\s+(?=\\S)`, 'i');
const RANGE = new RegExp(`^(.*\\S)\\s+(?:${anyOf(({ periods }) => periods.to)}|[-–])\\s+(\\S.*)$`, 'is');
const NO_PERIOD = new RegExp(`^(?:${anyOf(({ periods }) => periods.noPeriod)})(?=$|\\s)`, 'i');
const BEGINS = new RegExp(`^(?:${anyOf(({ periods }) => periods.begins)})\\s+(?=\\S)`, 'i');
const YEAR = '(20\\d\\d)';

/** A year, or null where none is written. */
const yearOf = (text: string | undefined): number | null => (text === undefined ? null : Number(text));

/** `2026 10`, `10 2026`, `2026`, with punctuation already folded away. */
function numbersOnly(folded: string): AskedPeriod | undefined {
  const year = new RegExp(`^${YEAR}$`).exec(folded);
  if (year) return { kind: 'numbered', unit: 'year', number: 1, year: yearOf(year[1]) };
  const iso = new RegExp(`^${YEAR} (\\d{1,2})(?: (\\d{1,2}))?$`).exec(folded);
  const written = new RegExp(`^(?:(\\d{1,2}) )?(\\d{1,2}) ${YEAR}$`).exec(folded);
  const [inYear, month, day] = iso ? [iso[1], iso[2], iso[3]] : [written?.[3], written?.[2], written?.[1]];
  if (inYear === undefined || month === undefined) return undefined;
  if (day !== undefined) {
    const date = `${inYear}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    return isCalendarDate(date) ? { kind: 'days', from: date, to: date } : undefined;
  }
  const number = Number(month);
  return number >= 1 && number <= 12
    ? { kind: 'numbered', unit: 'month', number, year: yearOf(inYear) }
    : undefined;
}

/** `k3`, `3 kvartal 2026`, `2026 q3`, `1 halvaar`. */
function numberedUnit(folded: string): AskedPeriod | undefined {
  const words = folded
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .replace(/(\d)(?:st|nd|rd|th)\b/g, '$1')
    .split(' ');
  const years = words.filter((word) => new RegExp(`^${YEAR}$`).test(word));
  const rest = words.filter((word) => !years.includes(word));
  const numbers = rest.filter((word) => /^\d$/.test(word));
  const unit = UNITS.get(rest.filter((word) => !numbers.includes(word)).join(' '));
  if (unit === undefined || years.length > 1 || numbers.length !== 1) return undefined;
  const number = Number(numbers[0]);
  const most = unit === 'quarter' ? 4 : 2;
  return number >= 1 && number <= most
    ? { kind: 'numbered', unit, number, year: yearOf(years[0]) }
    : undefined;
}

/** `oktober`, `oktober 2026`. */
function namedMonth(folded: string): AskedPeriod | undefined {
  const found = new RegExp(`^(\\p{L}+)(?: ${YEAR})?$`, 'u').exec(folded);
  const month = MONTHS.get(found?.[1] ?? '');
  return month && { kind: 'numbered', unit: 'month', number: MONTH_NUMBERS[month], year: yearOf(found?.[2]) };
}

function readOne(text: string): AskedPeriod | undefined {
  const folded = foldWords(text);
  const present = THIS.get(folded);
  if (present) return { kind: 'recent', unit: present, back: 0 };
  const last = LAST.get(folded);
  if (last) return { kind: 'recent', unit: last, back: 1 };
  return numbersOnly(folded) ?? numberedUnit(folded) ?? namedMonth(folded);
}

/** The days of an end of a range. Without its year, a month is that of the other end. */
function endOf(text: string, year: string | undefined): Period | undefined {
  const asked = readOne(text);
  if (!asked || asked.kind === 'recent') return undefined;
  if (asked.kind === 'numbered' && asked.year === null)
    return year === undefined ? undefined : askedDays({ ...asked, year: Number(year) }, '');
  return askedDays(asked, '');
}

function readRange(text: string): AskedPeriod | undefined {
  const [, begin = '', end = ''] = RANGE.exec(text) ?? [];
  const year = new RegExp(YEAR).exec(end)?.[1];
  const [first, last] = [endOf(begin, year), endOf(end, year)];
  return first && last && first.from <= last.to ? { kind: 'days', from: first.from, to: last.to } : undefined;
}

/** The period that a text names in any of the languages. Undefined where it names none. */
export function readPeriod(text: string): AskedPeriod | undefined {
  const bare = text.replace(LEAD, '');
  return readOne(text) ?? readOne(bare) ?? readRange(bare);
}

/**
 * Whether words were meant as a period, so that the refusal may name them: one word, or one behind `sidste`, or two ends
 * of a range, or what begins with a number. Other words are a sentence, which the talk reads.
 */
function isMeantAsPeriod(words: string): boolean {
  if (NO_PERIOD.test(words)) return false;
  const bare = words.replace(BEGINS, '');
  const [, begin, end] = RANGE.exec(bare) ?? [];
  const isOne = (text: string) => !/\s/.test(text) || /^[\p{L}.]{0,10}\d/u.test(text);
  return isOne(bare) || (bare !== words && begin !== undefined && isOne(begin) && isOne(end ?? ''));
}

/** `tal K3 2026`. A sentence that begins alike is no command: `tal med Hansen om eksport`. */
export function readFigures(rest: string): Command | undefined {
  const period = rest === '' ? null : readPeriod(rest.replace(/[?.!]+$/, ''));
  if (period !== undefined) return { name: 'figures', period, words: '' };
  return isMeantAsPeriod(rest) ? { name: 'figures', period: null, words: rest } : undefined;
}

/** A period in words: `oktober 2026`, `3. kvartal 2026`, else its first and last day. */
export function periodWords(period: Period, language: Language): string {
  const { periods } = sentencesIn(language);
  const { from, to } = period;
  const named = unitNamed(period);
  if (!named)
    return from === to
      ? dateWords(from, language)
      : periods.fromTo(dateWords(from, language), dateWords(to, language));
  const { unit, number } = named;
  const year = from.slice(0, 4);
  switch (unit) {
    case 'month':
      return dateWords(from.slice(0, 7), language);
    case 'quarter':
      return periods.quarter(number, year);
    case 'half-year':
      return periods.halfYear(number, year);
    case 'year':
      return year;
    default: {
      const never: never = unit;
      return never;
    }
  }
}

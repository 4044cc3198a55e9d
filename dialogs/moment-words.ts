import { WEEKDAYS } from '../src/core/moment.ts';
import { anyOf } from './phrases.ts';
import type { Sentences } from './sentences.ts';

/** Reads moments, as people write them in any language, into the `day` and `time` of `src/core/moment.ts`. */

/** A day or time at the beginning of a text, as its code, with the rest of the text. */
interface Found {
  readonly code: string;
  readonly rest: string;
}

/** Ends a word: no letter or digit may follow, so that words and numbers are never split. */
const END = '(?![\\p{L}\\p{N}])';

type Moments = Sentences['moments'];

/** The forms of a word in all languages, as the inside of a pattern. */
function forms(of: (moments: Moments) => string): string {
  return anyOf(({ moments }) => of(moments));
}

/** Forms with their values, in the order in which they are tried. */
type Worded = readonly (readonly [forms: string, value: number])[];

const MONTHS = [
  forms(({ months }) => months.january),
  forms(({ months }) => months.february),
  forms(({ months }) => months.march),
  forms(({ months }) => months.april),
  forms(({ months }) => months.may),
  forms(({ months }) => months.june),
  forms(({ months }) => months.july),
  forms(({ months }) => months.august),
  forms(({ months }) => months.september),
  forms(({ months }) => months.october),
  forms(({ months }) => months.november),
  forms(({ months }) => months.december),
].map((words, at) => [words, at + 1] as const);

const DAYS_AHEAD: Worded = [
  [forms(({ daysAhead }) => daysAhead.today), 0],
  [forms(({ daysAhead }) => daysAhead.tomorrow), 1],
  [forms(({ daysAhead }) => daysAhead.dayAfterTomorrow), 2],
];

/** Amounts before a unit of time; a half is one of them. */
const AMOUNTS: Worded = [
  [forms(({ amounts }) => amounts.half), 0.5],
  [forms(({ amounts }) => amounts.oneAndAHalf), 1.5],
  [forms(({ amounts }) => amounts.one), 1],
  [forms(({ amounts }) => amounts.two), 2],
  [forms(({ amounts }) => amounts.three), 3],
  [forms(({ amounts }) => amounts.four), 4],
  [forms(({ amounts }) => amounts.five), 5],
];

/** Minutes per unit. */
const MINUTES: Worded = [
  [forms(({ units }) => units.quarter), 15],
  [forms(({ units }) => units.minute), 1],
  [forms(({ units }) => units.hour), 60],
];

/** Days per unit. */
const DAYS: Worded = [
  [forms(({ units }) => units.day), 1],
  [forms(({ units }) => units.week), 7],
];

const IN = forms((moments) => moments.in);
const ON = forms(({ on }) => on);
const THE = forms(({ the }) => the);
const OF = forms(({ of }) => of);
const ORDINALS = forms(({ ordinals }) => ordinals);
const AT = forms(({ at }) => at);
const HALF_TO = forms(({ halfTo }) => halfTo);

function either(lists: Worded): string {
  return lists.map(([words]) => words).join('|');
}

function match(text: string, pattern: string): RegExpExecArray | null {
  return new RegExp(`^(?:${pattern})${END}`, 'iu').exec(text);
}

function after(text: string, found: RegExpExecArray): string {
  return text.slice(found[0].length).replace(/^[\s,.:]+/, '');
}

const two = (number: number | string) => String(number).padStart(2, '0');

/** The value of the first word list that contains the whole text. */
function amountIn(text: string, lists: Worded): number | undefined {
  return lists.find(([words]) => match(text, words)?.[0].length === text.length)?.[1];
}

/** `om 2 timer`, `in half an hour`, `om to dage`: minutes or days from now. */
function leadingLength(text: string, units: Worded): Found | undefined {
  const found = match(text, `(?:${IN})\\s+(\\d{1,3}(?:[.,]5)?|${either(AMOUNTS)})\\s*(${either(units)})`);
  const [, amount = '', unit = ''] = found ?? [];
  const count = /^\d/.test(amount) ? Number(amount.replace(',', '.')) : amountIn(amount, AMOUNTS);
  const each = amountIn(unit, units);
  if (!found || count === undefined || each === undefined) return undefined;
  return { code: `+${Math.ceil(count * each)}`, rest: after(text, found) };
}

/** Begins a date and nothing else, even after a time. */
const SURELY_DATE = new RegExp(`^(?:${THE})\\s|^\\d{1,2}\\.\\d{1,2}\\.(?:\\s|$|\\d{2})`, 'i');

function dateCode(day: string, month: number, year: string | undefined): string | undefined {
  if (Number(day) < 1 || Number(day) > 31 || month < 1 || month > 12) return undefined;
  const whole = year?.length === 2 ? `20${year}` : year;
  return `${whole ?? '-'}-${two(month)}-${two(day)}`;
}

/**
 * Reads `30.11.`, `30/11-2026`, `den 30. november`, `November 30th`, `2026-11-30`. With `dotted`, `30.11` counts as a
 * date too.
 */
function leadingDate(text: string, dotted: boolean): Found | undefined {
  const iso = match(text, '\\d{4}-\\d\\d-\\d\\d|--\\d\\d-\\d\\d');
  if (iso) return { code: iso[0], rest: after(text, iso) };
  const read = (found: RegExpExecArray | null, day?: string, month = 0, year?: string): Found | undefined => {
    const code = day === undefined ? undefined : dateCode(day, month, year);
    return found && code !== undefined ? { code, rest: after(text, found) } : undefined;
  };
  const monthOf = (name = '') => amountIn(name, MONTHS);
  const article = `(?:(?:${THE})\\s*)`;
  const spelt = match(
    text,
    `${article}?(\\d{1,2})(?:\\.|${ORDINALS})?\\s*(?:(?:${OF})\\s+)?(${either(MONTHS)})\\.?(?:\\s+(\\d{4}))?`,
  );
  const english = match(text, `(${either(MONTHS)})\\s+(\\d{1,2})(?:${ORDINALS})?(?:,?\\s+(\\d{4}))?`);
  const slash = match(text, `${article}?(\\d{1,2})/(\\d{1,2})(?:[-/.\\s](\\d{4}|\\d{2}))?`);
  const dashes = match(text, `${article}?(\\d{1,2})-(\\d{1,2})-(\\d{4}|\\d{2})`);
  const points = match(text, `${article}?(\\d{1,2})\\.\\s?(\\d{1,2})(?:\\.(\\d{4}|\\d{2}))?`);
  return (
    read(spelt, spelt?.[1], monthOf(spelt?.[2]), spelt?.[3]) ??
    read(english, english?.[2], monthOf(english?.[1]), english?.[3]) ??
    read(slash, slash?.[1], Number(slash?.[2]), slash?.[3]) ??
    read(dashes, dashes?.[1], Number(dashes?.[2]), dashes?.[3]) ??
    (dotted ? read(points, points?.[1], Number(points?.[2]), points?.[3]) : undefined)
  );
}

function leadingDay(text: string, dotted: boolean): Found | undefined {
  const ahead = leadingLength(text, DAYS);
  if (ahead) return ahead;
  for (const [words, days] of DAYS_AHEAD) {
    const found = match(text, words);
    if (found) return { code: `+${days}`, rest: after(text, found) };
  }
  for (const weekday of WEEKDAYS) {
    const found = match(text, `(?:(?:${ON})\\s+)?(?:${forms(({ weekdays }) => weekdays[weekday])})`);
    if (!found) continue;
    const rest = after(text, found);
    const date = leadingDate(rest, isDated(rest));
    return date ? { code: `${weekday} ${date.code}`, rest: date.rest } : { code: weekday, rest };
  }
  return leadingDate(text, dotted);
}

/** Whether `30.11` is a date: it could be a time of day, unless a time follows it. */
function isDated(text: string): boolean {
  const date = leadingDate(text, true);
  return date !== undefined && leadingClock(date.rest, false) !== undefined;
}

/** Reads `kl. 10`, `9.30`, `at 2 pm`, `halv 10`. With `bare`, a number alone counts too. */
function leadingClock(text: string, bare: boolean): Found | undefined {
  const marked = `(?:${AT}|@)\\s*`;
  const half = match(text, `(?:${marked})?(?:${HALF_TO})\\s+(\\d{1,2})`);
  if (half) return clockCode(text, half, String(Number(half[1]) - 1), '30');
  const whole = match(text, `(?:${marked})?(\\d{1,2})[.:](\\d{2})(?:\\s*([ap])\\.?m\\.?)?`);
  if (whole) return clockCode(text, whole, whole[1], whole[2], whole[3]);
  const run = match(text, `${marked}(\\d{2})(\\d{2})`);
  if (run) return clockCode(text, run, run[1], run[2]);
  const english = match(text, `(?:${marked})?(\\d{1,2})\\s*([ap])\\.?m\\.?`);
  if (english) return clockCode(text, english, english[1], '00', english[2]);
  const hour = match(text, bare ? `(?:${marked})?(\\d{1,2})` : `${marked}(\\d{1,2})`);
  return hour ? clockCode(text, hour, hour[1], '00') : undefined;
}

function clockCode(
  text: string,
  found: RegExpExecArray,
  hour = '',
  minute = '',
  half?: string,
): Found | undefined {
  const isHalf = half !== undefined;
  const hours = isHalf ? (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hour);
  if (hours < 0 || hours > 23 || Number(minute) > 59 || (isHalf && Number(hour) > 12)) return undefined;
  return { code: `${two(hours)}:${minute}`, rest: after(text, found) };
}

/** The day and time at the beginning of a line, and the rest. Parts that were not found are undefined. */
export interface LeadingMoment {
  readonly day?: string;
  readonly time?: string;
  readonly rest: string;
}

/**
 * Reads the moment at the beginning of a line: `i morgen kl. 10`, `mandag 9.30`, `30.11. kl. 14`, `kl. 10 på fredag`,
 * `om 2 timer`.
 */
export function leadingMoment(line: string): LeadingMoment {
  const text = line.replace(/^[\s:,.–-]+/, '');
  const length = leadingLength(text, MINUTES);
  if (length) return { time: length.code, rest: length.rest };
  const day = leadingDay(text, isDated(text));
  if (day) {
    const time = leadingClock(day.rest, true);
    return time ? { day: day.code, time: time.code, rest: time.rest } : { day: day.code, rest: day.rest };
  }
  const time = leadingClock(text, false);
  if (!time) return { rest: text };
  // A number after the time begins the reason, unless it can only be a date.
  const later = leadingDay(time.rest, SURELY_DATE.test(time.rest));
  return later
    ? { day: later.code, time: time.code, rest: later.rest }
    : { time: time.code, rest: time.rest };
}

/** The day at the beginning of a text, as the code of `src/core/moment.ts`, with the rest. Undefined where there is none. */
export function dayAtStart(text: string): Found | undefined {
  return leadingDay(text.trim(), true);
}

/** Reads a day typed into a form, as the code of `src/core/moment.ts`. Undefined where the words name no day. */
export function dayIn(typed: string): string | undefined {
  const found = leadingDay(typed.trim(), true);
  return found?.rest === '' ? found.code : undefined;
}

/** A whole date with its year, typed in any usual way (`1-2-2027`, `1. februar 2027`), as ISO. Undefined for other words. */
export function dateIn(typed: string): string | undefined {
  const day = dayIn(typed);
  return day !== undefined && /^\d{4}-/.test(day) ? day : undefined;
}

/** `maj 2024`, `May 2024`: a month with its year, as `2024-05`. Undefined for other words. */
export function monthIn(typed: string): string | undefined {
  const found = match(typed.trim(), `(${either(MONTHS)})\\.?,?\\s+(\\d{4})`);
  const [whole, name = '', year = ''] = found ?? [];
  const month = whole === typed.trim() ? amountIn(name, MONTHS) : undefined;
  return month === undefined ? undefined : `${year}-${two(month)}`;
}

/** Reads a time of day, or a length of time from now, typed into a form. Undefined where the words name neither. */
export function timeIn(typed: string): string | undefined {
  const found = leadingLength(typed.trim(), MINUTES) ?? leadingClock(typed.trim(), true);
  return found?.rest === '' ? found.code : undefined;
}

import { WEEKDAYS, type Weekday } from '../src/core/moment.ts';

/** Moments as people write them, Danish and English, read into the `day` and `time` of `src/core/moment.ts`. */

/** A day or time that a text begins with, as its code, and what follows it. */
interface Found {
  readonly code: string;
  readonly rest: string;
}

/** No letter or digit follows: words and numbers are never split. */
const END = '(?![\\p{L}\\p{N}])';

const MONTHS =
  'jan(?:uary?)?|januar|feb(?:ruary?)?|februar|mar(?:ts|ch)?|apr(?:il)?|ma[jy]|jun[ei]?|jul[iy]?|aug(?:ust)?|sept?(?:ember)?|o[kc]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?';
const MONTH_STARTS = ['jan', 'feb', 'mar', 'apr', 'ma', 'jun', 'jul', 'aug', 'sep', 'o', 'nov', 'de'];

const DAYS_AHEAD: readonly (readonly [string, number])[] = [
  ['i\\s*dag|today', 0],
  ['i\\s*overmorgen|overmorgen|(?:the\\s+)?day\\s+after\\s+tomorrow', 2],
  ['i\\s*morgen|tomorrow', 1],
];

const WEEKDAY_WORDS: Readonly<Record<Weekday, string>> = {
  monday: 'mandag|monday|man|mon',
  tuesday: 'tirsdag|tuesday|tirs?|tues?',
  wednesday: 'onsdag|wednesday|ons|wed',
  thursday: 'torsdag|thursday|tors?|thurs?',
  friday: 'fredag|friday|fre|fri',
  saturday: 'lørdag|loerdag|saturday|lør|sat',
  sunday: 'søndag|soendag|sunday|søn|sun',
};

/** Numbers as they stand before a length of time, in halves where it is one. */
const AMOUNTS: readonly (readonly [string, number])[] = [
  ['en\\s+halv|et\\s+halvt?|half\\s+an?|a\\s+half', 0.5],
  ['halvanden|en\\s+en\\s+halv|one\\s+and\\s+a\\s+half', 1.5],
  ['en|et|én|ét|an?|one', 1],
  ['to|two', 2],
  ['tre|three', 3],
  ['fire|four', 4],
  ['fem|five', 5],
];

/** Minutes of a unit. */
const MINUTES: readonly (readonly [string, number])[] = [
  ['kvarter(?:er)?', 15],
  ['min(?:ut(?:ter|es?)?|s)?\\.?', 1],
  ['t|time[r]?|h|hrs?|hours?', 60],
];

/** Days of a unit. */
const DAYS: readonly (readonly [string, number])[] = [
  ['dage?|days?|døgn', 1],
  ['uger?|weeks?', 7],
];

function match(text: string, pattern: string): RegExpExecArray | null {
  return new RegExp(`^(?:${pattern})${END}`, 'iu').exec(text);
}

function after(text: string, found: RegExpExecArray): string {
  return text.slice(found[0].length).replace(/^[\s,.:]+/, '');
}

const two = (number: number | string) => String(number).padStart(2, '0');

/** The value of the first word list that the whole text is one of. */
function amountIn(text: string, lists: readonly (readonly [string, number])[]): number | undefined {
  return lists.find(([words]) => match(text, words)?.[0].length === text.length)?.[1];
}

/** `om 2 timer`, `in half an hour`, `om to dage`: minutes or days from now. */
function leadingLength(text: string, units: readonly (readonly [string, number])[]): Found | undefined {
  const all = (lists: readonly (readonly [string, number])[]) => lists.map(([words]) => words).join('|');
  const found = match(text, `(?:om|in)\\s+(\\d{1,3}(?:[.,]5)?|${all(AMOUNTS)})\\s*(${all(units)})`);
  const [, amount = '', unit = ''] = found ?? [];
  const count = /^\d/.test(amount) ? Number(amount.replace(',', '.')) : amountIn(amount, AMOUNTS);
  const each = amountIn(unit, units);
  if (!found || count === undefined || each === undefined) return undefined;
  return { code: `+${Math.ceil(count * each)}`, rest: after(text, found) };
}

function dateCode(day: string, month: number, year: string | undefined): string | undefined {
  if (Number(day) < 1 || Number(day) > 31 || month < 1 || month > 12) return undefined;
  const whole = year?.length === 2 ? `20${year}` : year;
  return `${whole ?? '-'}-${two(month)}-${two(day)}`;
}

/** `30.11.`, `30/11-2026`, `den 30. november`, `November 30th`, `2026-11-30`; `dotted`: whether `30.11` may be one. */
function leadingDate(text: string, dotted: boolean): Found | undefined {
  const iso = match(text, '\\d{4}-\\d\\d-\\d\\d|--\\d\\d-\\d\\d');
  if (iso) return { code: iso[0], rest: after(text, iso) };
  const read = (found: RegExpExecArray | null, day?: string, month = 0, year?: string): Found | undefined => {
    const code = day === undefined ? undefined : dateCode(day, month, year);
    return found && code !== undefined ? { code, rest: after(text, found) } : undefined;
  };
  const monthOf = (name = '') =>
    MONTH_STARTS.findIndex(
      (start) => name.toLowerCase().startsWith(start) && (start !== 'ma' || /^ma[jy]/i.test(name)),
    ) + 1;
  const article = '(?:(?:den|d\\.?|the)\\s*)';
  const spelt = match(
    text,
    `${article}?(\\d{1,2})(?:\\.|st|nd|rd|th)?\\s*(?:of\\s+)?(${MONTHS})\\.?(?:\\s+(\\d{4}))?`,
  );
  const english = match(text, `(${MONTHS})\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(\\d{4}))?`);
  const slash = match(text, `${article}?(\\d{1,2})/(\\d{1,2})(?:[-/.\\s](\\d{4}|\\d{2}))?`);
  const points = match(text, `${article}?(\\d{1,2})\\.\\s?(\\d{1,2})(?:\\.(\\d{4}|\\d{2}))?`);
  return (
    read(spelt, spelt?.[1], monthOf(spelt?.[2]), spelt?.[3]) ??
    read(english, english?.[2], monthOf(english?.[1]), english?.[3]) ??
    read(slash, slash?.[1], Number(slash?.[2]), slash?.[3]) ??
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
    const found = match(text, `(?:(?:på|paa|on)\\s+)?(?:${WEEKDAY_WORDS[weekday]})`);
    if (!found) continue;
    const rest = after(text, found);
    const date = leadingDate(rest, isDated(rest));
    return date ? { code: `${weekday} ${date.code}`, rest: date.rest } : { code: weekday, rest };
  }
  return leadingDate(text, dotted);
}

/** `30.11` may be a time of day as well: it is a date where a time follows it. */
function isDated(text: string): boolean {
  const date = leadingDate(text, true);
  return date !== undefined && leadingClock(date.rest, false) !== undefined;
}

/** `kl. 10`, `9.30`, `at 2 pm`, `halv 10`; `bare`: whether a number alone may be one. */
function leadingClock(text: string, bare: boolean): Found | undefined {
  const marked = '(?:kl\\.?|klokken|at|@)\\s*';
  const half = match(text, `(?:${marked})?halv\\s+(\\d{1,2})`);
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

/** A day and time that a line begins with, and what follows; undefined parts were not found. */
export interface LeadingMoment {
  readonly day?: string;
  readonly time?: string;
  readonly rest: string;
}

/** The moment that a line begins with: `i morgen kl. 10`, `mandag 9.30`, `30.11. kl. 14`, `kl. 10 på fredag`, `om 2 timer`. */
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
  // A number after the time begins the reason, unless it can be nothing but a date.
  const later = leadingDay(
    time.rest,
    /^(?:den|d\.|the)\s|^\d{1,2}\.\d{1,2}\.(?:\s|$|\d{2})/i.test(time.rest),
  );
  return later
    ? { day: later.code, time: time.code, rest: later.rest }
    : { time: time.code, rest: time.rest };
}

/** A day as it is typed into a form; undefined where the words are none. */
export function dayIn(typed: string): string | undefined {
  const found = leadingDay(typed.trim(), true);
  return found?.rest === '' ? found.code : undefined;
}

/** A time of day, or a length of time from now, as it is typed into a form. */
export function timeIn(typed: string): string | undefined {
  const found = leadingLength(typed.trim(), MINUTES) ?? leadingClock(typed.trim(), true);
  return found?.rest === '' ? found.code : undefined;
}

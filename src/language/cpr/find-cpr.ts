import { isBirthDate, isCprDigits, isDateInOnePiece } from './birth-date.ts';
import { cprsIn } from './chain.ts';
import { digitsOf, type Gap, type Group, groupsOf } from './groups.ts';
import { isIban, labelsBefore } from './labels.ts';
import { saysOtherwise } from './otherwise.ts';

/**
 * Finds CPR numbers in a reading. A CPR number is a birth date (`birth-date.ts`) and four digits:
 * (a) the date without marks, up to six marks, four digits;
 * (b) the date with marks or spaces inside, then spaces, a dash, dot or slash, or nothing, then four digits, unless the
 * words after a space say otherwise;
 * (c) ten or twelve digits, grouped in any way by the same mark.
 * A number that its own label calls something else, and that has that thing's shape, is no CPR number.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The most groups that a CPR number can be written in. */
const MOST_GROUPS = 12;

/** The stretches of a reading that hold CPR numbers, in order. */
export function findCpr(text: string): readonly Span[] {
  const groups = groupsOf(text);
  const chained = inChains(groups, text);
  const namesCpr = NAMES_CPR.test(text);
  const spans: Span[] = [];
  for (let at = 0; at < groups.length; ) {
    const labelled = namesCpr ? labelledAt(groups, at, text) : undefined;
    const found =
      labelled ??
      chained.get(at) ??
      onePieceAt(groups, at, text) ??
      markedAt(groups, at, text) ??
      dashedAt(groups, at);
    const [first] = found ?? [];
    const last = found?.at(-1);
    if (found && first && last) spans.push({ start: first.start, end: last.end });
    at += found?.length ?? 1;
  }
  return spans;
}

/** A quick test for labels of CPR numbers: most texts have none. */
const NAMES_CPR = /cpr|pers|civil|social|dsels/i;

/** Ten or twelve digits, grouped in any way, which the words before call a CPR number. */
function labelledAt(groups: readonly Group[], at: number, text: string): readonly Group[] | undefined {
  let ten: readonly Group[] | undefined;
  for (let last = at; last < Math.min(groups.length, at + MOST_GROUPS); last++) {
    const taken = groups.slice(at, last + 1);
    const digits = digitsOf(taken);
    if (digits.length === 10 && isCprDigits(digits)) ten = taken;
    const isTwelve = digits.length === 12 && isCprDigits(digits);
    if (digits.length >= 12 || isTwelve || groups[last]?.gap.kind === 'apart') {
      const found = isTwelve ? taken : ten;
      return found && isSaid(found, text) ? found : undefined;
    }
  }
  return ten && isSaid(ten, text) ? ten : undefined;
}

function isSaid(taken: readonly Group[], text: string): boolean {
  return taken[0] !== undefined && labelsBefore(text, taken[0].start).saysCpr;
}

const CHAIN_MARKS: readonly Gap['kind'][] = ['space', 'dash', 'dot'];

/** The CPR numbers among groups joined by the same mark, by the index of their first group. */
function inChains(groups: readonly Group[], text: string): ReadonlyMap<number, readonly Group[]> {
  const found = new Map<number, readonly Group[]>();
  for (let at = 0; at < groups.length; ) {
    const kind = groups[at]?.gap.kind ?? 'apart';
    let last = at;
    if (CHAIN_MARKS.includes(kind)) while (groups[last]?.gap.kind === kind) last += 1;
    const chain = groups.slice(at, last + 1);
    if (!isIban(text, chain[0]?.start ?? 0, digitsOf(chain).length)) {
      for (const cpr of cprsIn(chain)) {
        if (!saysOtherwise(cpr.groups, text)) found.set(at + cpr.at, cpr.groups);
      }
    }
    // The last group may begin the next chain, with another mark.
    at = Math.max(last, at + 1);
  }
  return found;
}

/** Form (a) with marks of several kinds. Marks of one kind were read as a chain. */
function onePieceAt(groups: readonly Group[], at: number, text: string): readonly Group[] | undefined {
  const [date, serial] = [groups[at], groups[at + 1]];
  if (!date || serial?.digits.length !== 4 || !isDateInOnePiece(date.digits)) return undefined;
  if (date.gap.kind !== 'marks' && date.gap.kind !== 'slash') return undefined;
  const behind = groups.slice(at + 1, at + 4);
  if (beginsDay(behind) || beginsAbroad(behind, text, date.end)) return undefined;
  if (date.digits.length === 8 && beginsPhone(behind)) return undefined;
  return saysOtherwise([date, serial], text) ? undefined : [date, serial];
}

/** Whether four digits begin a telephone number, after another one or a CVR number: `20102041, 2412 1975`. */
function beginsPhone([four, next]: readonly Group[]): boolean {
  return four?.gap.kind === 'space' && next?.digits.length === 4 && /^[2-9]/.test(four.digits);
}

/** Whether four digits after other words are a country code and the next two: `, +4540 41 12 34`, `, 0045 40411234`. */
function beginsAbroad([four, next]: readonly Group[], text: string, from: number): boolean {
  if (!four || !next || four.gap.kind !== 'space') return false;
  if (four.digits === '0045') return next.digits.length !== 4;
  return four.start > from + 1 && text[four.start - 1] === '+' && next.digits.length <= 3;
}

/** Whether four digits are the year of an ISO 8601 date: `2026-09-24`. */
function beginsDay(groups: readonly Group[]): boolean {
  const [year, month, day] = groups;
  const isDashed = year?.gap.kind === 'dash' && month?.gap.kind === 'dash';
  return isDashed && day !== undefined && isBirthDate(day.digits, month.digits, year.digits);
}

const INNER_MARKS: readonly Gap['kind'][] = ['space', 'dash', 'dot', 'slash'];

/** Form (b) with marks of several kinds. Marks of one kind were read as a chain. */
function markedAt(groups: readonly Group[], at: number, text: string): readonly Group[] | undefined {
  const [day, month, year, next] = groups.slice(at, at + 4);
  if (!day || !month || !year || day.digits.length > 2 || month.digits.length > 2) return undefined;
  if (!INNER_MARKS.includes(day.gap.kind) || !INNER_MARKS.includes(month.gap.kind)) return undefined;
  const isDate = (digits: string) => isBirthDate(day.digits, month.digits, digits);
  const isShort = day.digits.length + month.digits.length < 4;
  if (year.digits.length === 6 || year.digits.length === 8) {
    const found = [day, month, year];
    return !isShort && isDate(year.digits.slice(0, -4)) && !saysOtherwise(found, text) ? found : undefined;
  }
  // `5 3 26` is hardly a date.
  if (isShort && (day.gap.kind === 'space' || month.gap.kind === 'space')) return undefined;
  if (!next || !INNER_MARKS.includes(year.gap.kind)) return undefined;
  const pairs = [day, month, year, next];
  if (year.digits.length === 2 && next.digits.length === 2 && isSplitYear(pairs, groups[at + 4])) {
    const found = [...pairs, ...groups.slice(at + 4, at + 5)];
    return saysOtherwise(found, text) ? undefined : found;
  }
  if (next.digits.length !== 4 || (year.digits.length !== 2 && year.digits.length !== 4)) return undefined;
  if (!isDate(year.digits) || endsPhone(groups, at) || saysOtherwise(pairs, text)) return undefined;
  return pairs;
}

/** Digits spaced out on both sides of a dash: `17 02 63 - 41 27`, `1 7 0 2 6 3 - 4 1 2 7`. */
function dashedAt(groups: readonly Group[], at: number): readonly Group[] | undefined {
  if (groups[at - 1]?.gap.kind === 'space') return undefined;
  const dash = groups.slice(at, at + MOST_GROUPS).findIndex(({ gap }) => gap.kind !== 'space');
  if (dash < 1 || groups[at + dash]?.gap.kind !== 'dash') return undefined;
  if (!isDateInOnePiece(digitsOf(groups.slice(at, at + dash + 1)))) return undefined;
  for (let last = at + dash + 1; last <= at + dash + 4; last++) {
    const serial = groups.slice(at + dash + 1, last + 1);
    if (digitsOf(serial).length === 4) return groups.slice(at, last + 1);
    if (serial.at(-1)?.gap.kind !== 'space') return undefined;
  }
  return undefined;
}

/** `17 02 19 63-4127` */
function isSplitYear(pairs: readonly Group[], serial: Group | undefined): boolean {
  const gap = pairs.at(-1)?.gap;
  if (serial?.digits.length !== 4 || gap?.kind !== 'dash' || !gap.isTight) return false;
  return isCprDigits(digitsOf([...pairs, serial]));
}

/** Whether the pairs at the start end a telephone number: `40 12 10 20 / 4041 1234`. */
function endsPhone(groups: readonly Group[], at: number): boolean {
  const isPairs = (pair: Group | undefined) => pair?.digits.length === 2 && pair.gap.kind === 'space';
  if (!isPairs(groups[at]) || !isPairs(groups[at + 1]) || groups[at + 2]?.gap.isTight) return false;
  let before = 0;
  while (before < 8 && isPairs(groups[at - before - 1])) before += 1;
  return before % 4 === 1 && /^[2-9]/.test(groups[at - before]?.digits ?? '');
}

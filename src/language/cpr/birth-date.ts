/**
 * The last day of a month; null where the month does not exist. February has 29 days where any of the years is a leap
 * year.
 */
function lastDay(month: number, years: readonly number[]): number | null {
  if (month === 2) return years.some((year) => new Date(Date.UTC(year, 1, 29)).getUTCDate() === 29) ? 29 : 28;
  return [31, null, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? null;
}

/**
 * Whether day, month and year (two digits, or four of this or the last century) form an existing date. Replacement
 * numbers have 60 added to the day. Two digits do not tell the century: 29 February may be valid in either.
 */
export function isBirthDate(day: string, month: string, year: string): boolean {
  if (year.length === 4 && !/^(?:19|20)/.test(year)) return false;
  const years = year.length === 4 ? [Number(year)] : [1900 + Number(year), 2000 + Number(year)];
  const last = lastDay(Number(month), years);
  const date = Number(day) > 60 ? Number(day) - 60 : Number(day);
  return last !== null && date >= 1 && date <= last;
}

/** Whether six or eight digits are a birth date without marks: ddmmyy or ddmmyyyy. */
export function isDateInOnePiece(digits: string): boolean {
  return (
    /^\d{6}(?:\d\d)?$/.test(digits) && isBirthDate(digits.slice(0, 2), digits.slice(2, 4), digits.slice(4))
  );
}

/** Whether ten or twelve digits are a birth date followed by four digits. */
export function isCprDigits(digits: string): boolean {
  return /^\d{10}(?:\d\d)?$/.test(digits) && isDateInOnePiece(digits.slice(0, -4));
}

const WEIGHTS = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1] as const;

/** The check of CPR numbers issued before 2007. `digits` as for `isCprDigits`. */
export function passesModulus11(digits: string): boolean {
  const ten = digits.length === 12 ? digits.slice(0, 4) + digits.slice(6) : digits;
  return WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(ten[at]), 0) % 11 === 0;
}

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Whether the text is a date that is in the calendar, written `YYYY-MM-DD`. */
export function isCalendarDate(text: string): boolean {
  const parts = ISO_DATE.exec(text);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/**
 * The date so many months later; a day that the month does not have becomes its last one, so that 29 February counts
 * as 28 February in other years (policy, "Readings").
 */
export function addMonths(date: string, months: number): string {
  const month = Number(date.slice(5, 7)) - 1 + months;
  const year = Number(date.slice(0, 4)) + Math.floor(month / 12);
  const monthOfYear = (month % 12) + 1;
  const day = Math.min(Number(date.slice(8, 10)), daysIn(year, monthOfYear));
  const pad = (value: number) => (value < 10 ? `0${value}` : String(value));
  return `${String(year).padStart(4, '0')}-${pad(monthOfYear)}-${pad(day)}`;
}

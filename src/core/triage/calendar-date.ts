const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Whether the text is an existing date in the form `YYYY-MM-DD`. */
export function isCalendarDate(text: string): boolean {
  const parts = ISO_DATE.exec(text);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** An ISO date as one number that sorts like it: 20240229. */
export function dayNumber(date: string): number {
  let number = 0;
  for (let i = 0; i < date.length; i++) {
    const digit = date.charCodeAt(i) - 48;
    if (digit >= 0) number = number * 10 + digit;
  }
  return number;
}

/**
 * The day that many months later. A day missing in that month becomes its last, so 29 February counts as 28 February in
 * other years (policy, "Readings").
 */
export function addMonths(day: number, months: number): number {
  const month = (Math.floor(day / 100) % 100) - 1 + months;
  const year = Math.floor(day / 10_000) + Math.floor(month / 12);
  const monthOfYear = (month % 12) + 1;
  return year * 10_000 + monthOfYear * 100 + Math.min(day % 100, daysIn(year, monthOfYear));
}

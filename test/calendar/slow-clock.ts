/**
 * The Danish working calendar a second time, slow and on its own: no library, Easter by the old rule, and time walked
 * through minute by minute. What the fast calendar says is held against it.
 */

const copenhagen = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Copenhagen',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

const dateOf = (ms: number) => copenhagen.format(ms);

/** Easter Sunday (Meeus, Jones, Butcher), as days since the epoch. */
function easter(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const e = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const f = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - e - (c % 4)) % 7;
  const g = Math.floor((a + 11 * e + 22 * f) / 451);
  const month = Math.floor((e + f - 7 * g + 114) / 31);
  const day = ((e + f - 7 * g + 114) % 31) + 1;
  return Date.UTC(year, month - 1, day) / 86_400_000;
}

/** Whether a Danish date (ISO) is a working day: neither weekend nor public holiday. */
export function isWorkingDay(date: string): boolean {
  const day = Date.parse(date) / 86_400_000;
  const weekday = new Date(day * 86_400_000).getUTCDay();
  if (weekday === 0 || weekday === 6) return false;
  const year = Number(date.slice(0, 4));
  if (['01-01', '12-25', '12-26'].includes(date.slice(5))) return false;
  // Maundy Thursday, Good Friday, Easter, Easter Monday, Ascension, Whit Sunday, Whit Monday; Great Prayer Day until 2023.
  const moved = [-3, -2, 0, 1, 39, 49, 50, ...(year < 2024 ? [26] : [])];
  return !moved.includes(day - easter(year));
}

const QUARTER = 15 * 60_000;

/** Quarters that were looked up before, so that walking the same month ten thousand times stays bearable. */
const known = new Map<number, boolean>();

function isWorkingQuarter(at: number): boolean {
  let is = known.get(at);
  if (is === undefined) {
    is = isWorkingDay(dateOf(at));
    known.set(at, is);
  }
  return is;
}

/** Working hours between two instants on whole quarters of an hour. */
export function slowHoursBetween(from: string, to: string): number {
  let quarters = 0;
  for (let at = Date.parse(from); at < Date.parse(to); at += QUARTER) {
    if (isWorkingQuarter(at)) quarters++;
  }
  return quarters / 4;
}

/** The instant at which so many working hours (whole quarters) have passed. */
export function slowAddHours(from: string, hours: number): string {
  let at = Date.parse(from);
  for (let left = hours * 4; left > 0; at += QUARTER) if (isWorkingQuarter(at)) left--;
  return new Date(at).toISOString();
}

import { danishDate } from '../danish-date.ts';

const HOUR = 3_600_000;

/** Denmark's offset from UTC is whole hours, so an hour of UTC lies in one Danish day: each is worked out once. */
export function danishDays(): (ms: number) => string {
  const known = new Map<number, string>();
  return (ms) => {
    const hour = Math.floor(ms / HOUR);
    const day = known.get(hour) ?? danishDate(new Date(hour * HOUR).toISOString());
    known.set(hour, day);
    return day;
  };
}

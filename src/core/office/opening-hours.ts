import { z } from 'zod';
import { WEEKDAYS } from '../moment.ts';

export type Weekday = (typeof WEEKDAYS)[number];

/** A period in which an office is open, in minutes since midnight in Denmark. `closes` is after `opens`. */
export interface OpenPeriod {
  readonly opens: number;
  readonly closes: number;
}

/** The periods of each weekday, in order and without overlap. A weekday without periods is closed. */
export type WeekHours = Readonly<Record<Weekday, readonly OpenPeriod[]>>;

/** When an office is open. It is closed on Danish public holidays too. */
export interface OpeningHours {
  readonly week: WeekHours;
  /** Further days on which the office is closed, as ISO dates. */
  readonly closedDays: readonly string[];
}

const WORKING_DAY: readonly OpenPeriod[] = [{ opens: 8 * 60, closes: 16 * 60 }];

/** Monday to Friday, 8 to 16. */
export const DEFAULT_WEEK: WeekHours = {
  monday: WORKING_DAY,
  tuesday: WORKING_DAY,
  wednesday: WORKING_DAY,
  thursday: WORKING_DAY,
  friday: WORKING_DAY,
  saturday: [],
  sunday: [],
};

export const DEFAULT_HOURS: OpeningHours = { week: DEFAULT_WEEK, closedDays: [] };

const PERIOD = /^([01]?\d|2[0-3])[.:]([0-5]\d)\s*[-–]\s*(?:([01]?\d|2[0-3])[.:]([0-5]\d)|24[.:]00)$/;
const wanted = { error: 'must be a period such as 08:00-16:00' };

const period = z.string(wanted).transform((typed, context): OpenPeriod => {
  const [, hour, minute, toHour = '24', toMinute = '0'] = PERIOD.exec(typed.trim()) ?? [];
  const opens = Number(hour) * 60 + Number(minute);
  const closes = Number(toHour) * 60 + Number(toMinute);
  if (closes > opens) return { opens, closes };
  context.addIssue({ code: 'custom', message: wanted.error });
  return z.NEVER;
});

const day = z
  .array(period, { error: 'must be a list of periods such as ["08:00-16:00"]' })
  .transform((periods) => [...periods].sort((a, b) => a.opens - b.opens))
  .refine(
    (periods) => periods.every(({ opens }, at) => at === 0 || opens >= (periods[at - 1]?.closes ?? 0)),
    {
      error: 'must hold no periods that overlap',
    },
  )
  .optional();

/**
 * The schema of `openingHours` in a settings file: `{ "monday": ["08:00-12:00", "13:00-16:00"] }`. Weekdays that are
 * left out are closed; at least one must be open.
 */
export const weekHours = z
  .strictObject({
    monday: day,
    tuesday: day,
    wednesday: day,
    thursday: day,
    friday: day,
    saturday: day,
    sunday: day,
  } satisfies Record<Weekday, z.ZodType>)
  .transform(
    (week): WeekHours => ({
      monday: week.monday ?? [],
      tuesday: week.tuesday ?? [],
      wednesday: week.wednesday ?? [],
      thursday: week.thursday ?? [],
      friday: week.friday ?? [],
      saturday: week.saturday ?? [],
      sunday: week.sunday ?? [],
    }),
  )
  .refine((week) => WEEKDAYS.some((weekday) => week[weekday].length > 0), {
    error: 'must have a period on at least one weekday',
  });

import type { Period } from '../core/indicators/question.ts';
import { type OrganisationId, parseOrganisation } from '../core/organisation.ts';
import { isCalendarDate } from '../core/triage/calendar-date.ts';
import { type Arguments, BadInput, type World } from './command.ts';

/** Options of the commands that count. */

/** The text of an option; undefined where it is not given. */
export function textOf({ values }: Arguments, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/** The instant of `--as-of`, now without it. Throws `BadInput`. */
export function asOfOf(args: Arguments, world: World): string {
  const typed = textOf(args, 'as-of') ?? world.now();
  const day = INSTANT.exec(typed)?.[1];
  if (day === undefined || !isCalendarDate(day) || Number.isNaN(Date.parse(typed)))
    throw new BadInput(`--as-of ${typed}: must be an instant such as 2026-11-20T09:00:00Z`);
  return new Date(typed).toISOString();
}

/** The organisation of `--organisation`; null without it. Throws `BadInput`. */
export function organisationOf(args: Arguments): OrganisationId | null {
  const typed = textOf(args, 'organisation');
  const organisation = typed === undefined ? null : parseOrganisation(typed);
  if (organisation === undefined)
    throw new BadInput(`--organisation ${typed}: must be les-<municipality code> or ehm-<name>`);
  return organisation;
}

/** The days of `--from` and `--to`. Throws `BadInput`. */
export function periodOf(args: Arguments): Period {
  const day = (name: 'from' | 'to', which: string): string => {
    const date = textOf(args, name);
    if (date === undefined) throw new BadInput(`--${name} DATE: the ${which} day of the period is needed`);
    if (!isCalendarDate(date)) throw new BadInput(`--${name} ${date}: must be a date such as 2026-11-20`);
    return date;
  };
  const [from, to] = [day('from', 'first'), day('to', 'last')];
  if (from > to) throw new BadInput(`--to ${to}: lies before --from ${from}`);
  return { from, to };
}

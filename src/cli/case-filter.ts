import type { UnitOfWork } from '../app/ports/unit-of-work.ts';
import { danishMidnight } from '../calendar/danish-midnight.ts';
import type { Case } from '../core/case/case.ts';
import { CASE_STATUSES } from '../core/case/word-lists.ts';
import { findMunicipality } from '../core/municipalities.ts';
import { parseOrganisation } from '../core/organisation.ts';
import { isCalendarDate } from '../core/triage/calendar-date.ts';
import { type Arguments, BadInput } from './command.ts';

/** The options that choose cases. */
export const FILTER_OPTIONS = {
  status: { type: 'string' },
  organisation: { type: 'string' },
  municipality: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
} as const;

export const FILTER_HELP = `Which cases: --status, --organisation (its owner, or whom it is offered to), --municipality (three-digit code), and
--from and --to (Danish dates of the company's first contact, both included).`;

function textOf({ values }: Arguments, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

/** A Danish date option as an instant: the start of the day, or its end for `to`. Throws `BadInput`. */
export function dateOption(args: Arguments, name: 'from' | 'to'): string | undefined {
  const date = textOf(args, name);
  if (date === undefined) return undefined;
  if (!isCalendarDate(date)) throw new BadInput(`--${name} ${date}: must be a date such as 2026-11-20`);
  return danishMidnight(date, name === 'to' ? 1 : 0);
}

/** The municipality of `--municipality`. Throws `BadInput`. */
function municipalityOption(args: Arguments) {
  const typed = textOf(args, 'municipality');
  if (typed === undefined) return undefined;
  const found = findMunicipality(typed);
  if (!found)
    throw new BadInput(`--municipality ${typed}: must be an existing three-digit municipality code`);
  return found.code;
}

/** The condition set by the options. Throws `BadInput`. */
export function caseFilter(args: Arguments): (kase: Case) => boolean {
  const status = textOf(args, 'status');
  if (status !== undefined && !CASE_STATUSES.some((one) => one === status)) {
    throw new BadInput(`--status ${status}: must be one of ${CASE_STATUSES.join(', ')}`);
  }
  const typed = textOf(args, 'organisation');
  const organisation = typed === undefined ? undefined : parseOrganisation(typed);
  if (typed !== undefined && organisation === undefined) {
    throw new BadInput(`--organisation ${typed}: must be les-<municipality code> or ehm-<name>`);
  }
  const municipality = municipalityOption(args);
  const from = dateOption(args, 'from');
  const to = dateOption(args, 'to');
  if (from !== undefined && to !== undefined && from >= to) throw new BadInput('--to: lies before --from');
  return (kase) => {
    const { contactedAt } = kase.earlierPromises?.[0] ?? kase.promise;
    return (
      (status === undefined || kase.status === status) &&
      (organisation === undefined ||
        kase.owner === organisation ||
        (kase.status === 'offered' && kase.handovers.at(-1)?.to === organisation)) &&
      (municipality === undefined || kase.values.municipality === municipality) &&
      (from === undefined || contactedAt >= from) &&
      (to === undefined || contactedAt < to)
    );
  };
}

/** Cases read at a time. More holds too many in memory; fewer makes an export of 100,000 cases slow. */
const PAGE = 1_000;

/** Every case that meets the condition, in order of creation, read page by page. */
export async function casesWhere(
  unitOfWork: UnitOfWork,
  fits: (kase: Case) => boolean,
): Promise<readonly Case[]> {
  const found: Case[] = [];
  for (let after: string | undefined = ''; after !== undefined; ) {
    const from: string = after;
    const page = await unitOfWork.read((stores) => stores.cases.page(from, PAGE));
    found.push(...page.filter(fits));
    after = page.length < PAGE ? undefined : page.at(-1)?.id;
  }
  return found.sort((a, b) => (a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : 0));
}

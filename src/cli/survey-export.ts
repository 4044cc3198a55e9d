import { askCompanies, askedLast, type ToAsk } from '../app/surveys/ask-companies.ts';
import { randomIds } from '../clock-and-ids.ts';
import { danishDate } from '../core/danish-date.ts';
import type { Period } from '../core/indicators/question.ts';
import type { OrganisationId } from '../core/organisation.ts';
import { dayMonthsBefore, servedOn } from '../core/surveys/whom-to-ask.ts';
import { isCalendarDate } from '../core/triage/calendar-date.ts';
import { maskCpr } from '../language/cpr/mask-cpr.ts';
import type { Table } from '../print/table.ts';
import { type Arguments, BadInput, type CliCommand, type World } from './command.ts';
import { entryOfCommand } from './note-command.ts';
import { STORE_HELP, STORE_OPTION, withStore } from './open-store.ts';
import { organisationOf, textOf } from './question-options.ts';
import { formatOf, TABLE_OPTIONS, writeTable } from './tables.ts';

/** Months back to which closed cases are looked at where `--since` does not say. */
const USUAL_MONTHS = 6;

const COLUMNS = [
  'case',
  'organisation',
  'cvr',
  'pNumber',
  'company',
  'municipality',
  'segment',
  'areas',
  'contactName',
  'contactPhone',
  'contactEmail',
  'servedOn',
  'closedOn',
  'referred',
  'askedOn',
];

const withoutCpr = (text: string | undefined): string | null =>
  text === undefined ? null : maskCpr(text).text;

function tableOf(rows: readonly ToAsk[], organisation: OrganisationId): Table {
  return {
    columns: COLUMNS,
    rows: rows.map(({ case: kase, askedOn }) => {
      const { id, values, outcome, referrals = [], closedAt } = kase;
      return [
        id,
        organisation,
        values.cvr ?? null,
        values.pNumber ?? null,
        withoutCpr(values.companyName),
        values.municipality ?? null,
        outcome?.segment ?? null,
        (values.areas ?? []).join(' '),
        withoutCpr(values.contactName),
        values.contactPhone ?? null,
        withoutCpr(values.contactEmail),
        servedOn(kase, organisation),
        closedAt === null ? null : danishDate(closedAt),
        referrals.some(({ by }) => by.organisation === organisation),
        askedOn,
      ];
    }),
  };
}

/** The days of `--since` and `--until`; half a year until today without them. Throws `BadInput`. */
function closedOn(args: Arguments, world: World): Period {
  const day = (name: 'since' | 'until', otherwise: (today: string) => string): string => {
    const typed = textOf(args, name);
    if (typed === undefined) return otherwise(danishDate(world.now()));
    if (!isCalendarDate(typed)) throw new BadInput(`--${name} ${typed}: must be a date such as 2026-11-20`);
    return typed;
  };
  const from = day('since', (today) => dayMonthsBefore(today, USUAL_MONTHS));
  const to = day('until', (today) => today);
  if (from > to) throw new BadInput(`--until ${to}: lies before --since ${from}`);
  return { from, to };
}

/** `indgang survey export`: whom an organisation is to ask now in the user evaluation. */
export const command: CliCommand = {
  usage: `indgang survey export --organisation ID [--since DATE] [--until DATE] [--again] [--format csv|json|xlsx] [--out FILE]
  [--data DIR] [--json]`,
  help: `The companies that an organisation is to ask now in the user evaluation, one row each: those whose cases it closed
(--since and --until, Danish dates, both included; the last ${USUAL_MONTHS} months without them) after it served them, an Erhvervshus individually.
Whoever is on the list counts as asked from today. Not on it: a company that anybody, LES or Erhvervshus, asked or had an answer
from within six months; that has declined the evaluation or the sharing, or withdrawn it; that is erased; a case that the organisation has asked about.
--again: the last list once more, e.g. where its file was lost; nobody new is asked. CSV unless --format says otherwise; XLSX
needs --out. ${STORE_HELP}`,
  options: {
    ...STORE_OPTION,
    ...TABLE_OPTIONS,
    organisation: { type: 'string' },
    since: { type: 'string' },
    until: { type: 'string' },
    again: { type: 'boolean' },
  },
  positionals: 0,
  async run(args, world) {
    const format = formatOf(args, 'csv');
    if (format === 'xlsx' && textOf(args, 'out') === undefined)
      throw new BadInput('--format xlsx: needs --out FILE');
    const organisation = organisationOf(args);
    if (organisation === null) throw new BadInput('--organisation ID: who asks?');
    const again = args.values.again === true;
    const given = (['since', 'until'] as const).find((name) => textOf(args, name) !== undefined);
    if (again && given) throw new BadInput(`--${given}: --again repeats the last list as it was`);
    const closed = closedOn(args, world);
    const rows = await withStore(args, (store) => {
      const question = { organisation, closed, now: world.now(), newId: randomIds.id };
      const note: Parameters<typeof askCompanies>[2] = ({ audit }, cases) =>
        audit.add([entryOfCommand(world, 'survey-export', { cases })]);
      return again ? askedLast(store, organisation, note) : askCompanies(store, question, note);
    });
    const status = await writeTable(tableOf(rows, organisation), format, args, world);
    if (textOf(args, 'out') !== undefined)
      world.out(`${rows.length} ${rows.length === 1 ? 'company' : 'companies'}`);
    return status;
  },
};

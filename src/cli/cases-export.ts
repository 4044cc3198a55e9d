import { caseRecords } from '../app/case-records.ts';
import { crmRecordOf } from '../app/crm-record.ts';
import type { CrmEnquiry } from '../app/ports/crm.ts';
import type { Case } from '../core/case/case.ts';
import { type Visibility, visibleToCrm } from '../core/case/visibility.ts';
import type { CaseRecord } from '../core/indicators/case-record.ts';
import type { Cell, Table } from '../print/table.ts';
import { caseFilter, casesWhere, FILTER_HELP, FILTER_OPTIONS } from './case-filter.ts';
import { exportJournal } from './cases-journal.ts';
import { type Arguments, BadInput, type CliCommand, type ExitStatus, type World } from './command.ts';
import { MUNICIPALITIES_OPTION } from './municipalities.ts';
import { noteCommand } from './note-command.ts';
import { STORE_HELP, STORE_OPTION, withStore } from './open-store.ts';
import { formatOf, TABLE_OPTIONS, writeTable } from './tables.ts';

/** A case as a row: the fields that the shared CRM requires, and both readings of its promise. */
function rowOf(kase: Case): Readonly<Record<string, Cell>> {
  const record = crmRecordOf(kase);
  const { consent, referrals, areas, services, servicesGiven, referralsGiven, selfHelp, ...rest } = record;
  const { handovers: _, texts: __, joint, laterAreas, enquiries, corrections, mergedFrom, ...plain } = rest;
  return {
    ...plain,
    areas: areas.join(' '),
    enquiries: enquiries.map(enquiryCell).join('; '),
    consent: consent?.kind ?? null,
    consentBy: consent?.by ?? null,
    consentAt: consent?.at ?? null,
    consentScope: consent?.scope ?? null,
    consentTextVersion: consent?.textVersion ?? null,
    referrals: referrals.map(({ actor, when }) => `${actor} (${when})`).join(', '),
    services: services.join(', '),
    servicesAsLes: servicesGiven
      .flatMap(({ service, asLes }) => (asLes ? [`${service} (${asLes})`] : []))
      .join(', '),
    hours: servicesGiven.reduce((sum, { hours }) => sum + (hours ?? 0), 0),
    referralsGiven: referralsGiven.map(({ actor, name }) => name ?? actor).join(', '),
    selfHelp: selfHelp.map(({ tool }) => tool ?? '').join(', '),
    joint: joint.join(' '),
    laterAreas: laterAreas.join(' '),
    mergedFrom: mergedFrom.join(' '),
    corrections: corrections.map(({ at, field, before }) => `${at} ${field}: ${before ?? ''}`).join('; '),
    reportedDueAt: kase.promise.reportedDueAt,
    broken: kase.promise.broken,
    offers: kase.handovers.length,
    erasedAt: kase.erasedAt,
  };
}

/** An enquiry in codes: when it came, how it came about, and its answer. */
function enquiryCell({
  at,
  channel,
  trigger,
  referredBy,
  basis,
  receivedBy,
  needs,
  answeredAt,
  how,
}: CrmEnquiry): string {
  const answer = answeredAt === null ? [] : ['answered', answeredAt, how];
  return [at, receivedBy, channel, trigger, referredBy, basis?.kind, ...needs, ...answer]
    .filter((part) => part)
    .join(' ');
}

/** `indgang cases export`: the cases as a table. */
export const command: CliCommand = {
  usage:
    'indgang cases export [--format html ID [--organisation O] [--municipalities DIR] [--language da|en] | --format csv|json|xlsx] [--full] [--out FILE] [--status S] [--organisation O] [--municipality CODE] [--from DATE] [--to DATE] [--data DIR] [--json]',
  help: `The cases as a table, one row a case: what the shared CRM requires, and both readings of the promise. CSV unless
--format says otherwise; XLSX needs --out. --full (with --format json, or --json for one object a line): all that is
registered of each case, as indgang indicators --input reads it. --format html ID: one case for printing and for a record
system, with what was said and decided, by whom and when, without what its basis forbids, as the office that serves its
municipality may see it by the level of sharing, or the one of --organisation. ${FILTER_HELP}\n${STORE_HELP}`,
  options: {
    ...STORE_OPTION,
    ...FILTER_OPTIONS,
    ...TABLE_OPTIONS,
    full: { type: 'boolean' },
    language: { type: 'string' },
    ...MUNICIPALITIES_OPTION,
  },
  positionals: 1,
  async run(args, world) {
    if (args.values.format === 'html') return exportJournal(args, world);
    if (args.positionals.length > 0)
      throw new BadInput(`${args.positionals[0]}: one case is given as html only`);
    const fits = caseFilter(args);
    if (args.values.full === true) return exportRecords(args, fits, world);
    const format = formatOf(args, 'csv');
    const cases = await withStore(args, async (store) => {
      const exported = await casesWhere(store.unitOfWork, fits);
      await noteCommand(store, world, 'cases-export', { cases: exported.length });
      return exported;
    });
    const rows = cases.map(rowOf);
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    const table: Table = { columns, rows: rows.map((row) => columns.map((column) => row[column] ?? null)) };
    return writeTable(table, format, args, world);
  },
};

/** The record without the numbers that its basis hides (registration.md, "Whose words go where"); its key counts it. */
function withoutHidden(record: CaseRecord, sees: Visibility | undefined): CaseRecord {
  const { cvr, pNumber, ...company } = record.company;
  return {
    ...record,
    company: { ...company, cvr: sees?.number ? cvr : null, pNumber: sees?.name ? pNumber : null },
  };
}

/** Writes the whole records: an array with a record on each line, or with `--json` the lines alone. */
async function exportRecords(
  args: Arguments,
  fits: (kase: Case) => boolean,
  world: World,
): Promise<ExitStatus> {
  const format = formatOf(args, 'json');
  if (format !== 'json') throw new BadInput(`--format ${format}: --full is given as json only`);
  const records = await withStore(args, async (store) => {
    const seen = new Map(
      (await casesWhere(store.unitOfWork, fits)).map((kase) => [kase.id, visibleToCrm(kase)]),
    );
    const exported = (await caseRecords(store.unitOfWork, fits)).map((record) =>
      withoutHidden(record, seen.get(record.caseId)),
    );
    await noteCommand(store, world, 'cases-export', { cases: exported.length });
    return exported;
  });
  const lines = records.map((record) => JSON.stringify(record));
  const text = args.values.json === true ? lines.join('\n') : `[\n${lines.join(',\n')}\n]`;
  const { out } = args.values;
  if (typeof out === 'string') await world.write(out, new TextEncoder().encode(`${text}\n`));
  else if (text !== '') world.out(text);
  return 0;
}

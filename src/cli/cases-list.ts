import type { Case } from '../core/case/case.ts';
import { openHandover } from '../core/case/derived.ts';
import { organisationName } from '../core/organisation.ts';
import { objectsOf, type Table } from '../print/table.ts';
import { caseFilter, casesWhere, FILTER_HELP, FILTER_OPTIONS } from './case-filter.ts';
import type { CliCommand } from './command.ts';
import { noteCommand } from './note-command.ts';
import { STORE_HELP, STORE_OPTION, withStore } from './open-store.ts';
import { textTable } from './tables.ts';

const COLUMNS = [
  'case',
  'status',
  'owner',
  'offeredTo',
  'municipality',
  'company',
  'dueAt',
  'answeredAt',
  'broken',
];

function tableOf(cases: readonly Case[]): Table {
  return {
    columns: COLUMNS,
    rows: cases.map((kase) => [
      kase.id,
      kase.status,
      kase.owner,
      openHandover(kase)?.to ?? null,
      kase.values.municipality ?? null,
      kase.values.companyName ?? null,
      kase.promise.dueAt,
      kase.promise.answeredAt,
      kase.promise.broken,
    ]),
  };
}

/** `indgang cases list`: one line per case. */
export const command: CliCommand = {
  usage:
    'indgang cases list [--status S] [--organisation O] [--municipality CODE] [--from DATE] [--to DATE] [--data DIR] [--json]',
  help: `The cases of the store, in order of creation. ${FILTER_HELP}\n${STORE_HELP}`,
  options: { ...STORE_OPTION, ...FILTER_OPTIONS },
  positionals: 0,
  async run(args, world) {
    const fits = caseFilter(args);
    const cases = await withStore(args, async (store) => {
      const listed = await casesWhere(store.unitOfWork, fits);
      await noteCommand(store, world, 'cases-list', { cases: listed.length });
      return listed;
    });
    const table = tableOf(cases);
    if (args.values.json === true) {
      for (const row of objectsOf(table)) world.out(JSON.stringify(row));
      return 0;
    }
    const named = { ...table, rows: cases.map((kase, place) => withName(table.rows[place] ?? [], kase)) };
    world.out(`${textTable(named)}\n\n${cases.length} ${cases.length === 1 ? 'case' : 'cases'}`);
    return 0;
  },
};

/** The row with the owner's name instead of its id. */
function withName(row: Table['rows'][number], kase: Case): Table['rows'][number] {
  return row.map((cell, place) => (COLUMNS[place] === 'owner' ? organisationName(kase.owner) : cell));
}

import type { ReadStores, UnitOfWork } from '../app/ports/unit-of-work.ts';
import type { HistoryEntry } from '../core/case/events.ts';
import type { Cell } from '../print/table.ts';
import { dateOption } from './case-filter.ts';
import { type Arguments, BadInput, type CliCommand } from './command.ts';
import { STORE_HELP, STORE_OPTION, withStore } from './open-store.ts';
import { formatOf, TABLE_OPTIONS, textTable, writeTable } from './tables.ts';

/** What somebody saw or did: a line of the audit, or one of a case's history. Ids and codes only. */
interface Line {
  readonly at: string;
  /** Null where the clock acted. */
  readonly person: string | null;
  readonly organisation: string | null;
  readonly action: string;
  readonly case: string | null;
  readonly relation: string | null;
  readonly cases: number;
}

/** Which lines are asked for. */
interface Asked {
  readonly caseId: string | undefined;
  readonly person: string | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

const COLUMNS = ['at', 'person', 'organisation', 'action', 'case', 'relation', 'cases'] as const;
/** Rows read at a time: a long report must not hold up the service. */
const PAGE = 1_000;

/** `indgang audit`: who saw and did what on cases. */
export const command: CliCommand = {
  usage:
    'indgang audit [--case ID] [--person ID] [--from DATE] [--to DATE] [--format csv|json|xlsx] [--out FILE] [--data DIR] [--json]',
  help: `Who saw and did what on cases, in order of time: the events of their histories, reads by people outside the two parties,
by coordinators and by auditors, and what was read, exported or erased by command line. Ids and codes only: people are named
by their id in the directory (indgang people list), and cli:ACCOUNT on the command line. --from and --to are Danish dates, both
included. Printed as a table unless --format says otherwise; XLSX needs --out. ${STORE_HELP}`,
  options: {
    ...STORE_OPTION,
    ...TABLE_OPTIONS,
    case: { type: 'string' },
    person: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
  },
  positionals: 0,
  async run(args, world) {
    const asked = askedFor(args);
    const lines = await withStore(args, async ({ unitOfWork }) => [
      ...(await seen(unitOfWork, asked)),
      ...(await done(unitOfWork, asked)),
    ]);
    lines.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    const rows = lines.map((line) => COLUMNS.map((column): Cell => line[column]));
    const table = { columns: COLUMNS, rows };
    const { format, json, out } = args.values;
    if (format !== undefined || json === true || out !== undefined)
      return writeTable(table, formatOf(args, 'csv'), args, world);
    world.out(`${textTable(table)}\n\n${lines.length} ${lines.length === 1 ? 'line' : 'lines'}`);
    return 0;
  },
};

function askedFor(args: Arguments): Asked {
  const text = (name: string) => {
    const value = args.values[name];
    return typeof value === 'string' ? value : undefined;
  };
  const from = dateOption(args, 'from');
  const to = dateOption(args, 'to');
  if (from !== undefined && to !== undefined && from >= to) throw new BadInput('--to: lies before --from');
  return { caseId: text('case')?.toUpperCase(), person: text('person'), from, to };
}

/** The lines of the audit. */
async function seen(unitOfWork: UnitOfWork, asked: Asked): Promise<readonly Line[]> {
  const found: Line[] = [];
  for (let after: number | undefined = 0; after !== undefined; ) {
    const from: number = after;
    const page = await unitOfWork.read(({ audit }) => audit.page(asked, from, PAGE));
    found.push(...page.map(({ caseId, number: _, ...line }) => ({ ...line, case: caseId })));
    after = page.length < PAGE ? undefined : page.at(-1)?.number;
  }
  return found;
}

/** The events of the histories. */
async function done(unitOfWork: UnitOfWork, asked: Asked): Promise<readonly Line[]> {
  const { caseId } = asked;
  if (caseId !== undefined) return linesOf(await unitOfWork.read(({ history }) => history.of(caseId)), asked);
  const found: Line[] = [];
  for (let after: string | undefined = ''; after !== undefined; ) {
    const from: string = after;
    const { last, lines } = await unitOfWork.read((stores) => historyPage(stores, from));
    found.push(...linesOf(lines, asked));
    after = last;
  }
  return found;
}

async function historyPage(
  { cases, history }: ReadStores,
  from: string,
): Promise<{ readonly last: string | undefined; readonly lines: readonly HistoryEntry[] }> {
  const last = (await cases.page(from, PAGE)).at(-1)?.id;
  return { last, lines: last === undefined ? [] : await history.ofCases(from, last) };
}

function linesOf(lines: readonly HistoryEntry[], { person, from, to }: Asked): readonly Line[] {
  return lines.flatMap(({ at, actor, event, caseId }) => {
    const fits =
      (person === undefined || actor?.person === person) &&
      (from === undefined || at >= from) &&
      (to === undefined || at < to);
    const who = { person: actor?.person ?? null, organisation: actor?.organisation ?? null };
    return fits ? [{ at, ...who, action: event, case: caseId, relation: null, cases: 1 }] : [];
  });
}

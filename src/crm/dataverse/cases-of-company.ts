import type { CrmRecord, ServedCase } from '../../app/ports/crm.ts';
import { parseOrganisation } from '../../core/organisation.ts';
import { ENTERED_IN_ERROR, servedCaseOf } from '../served-case.ts';
import { listOf } from './rows.ts';
import type { SaveDeps } from './save.ts';
import type { Caller } from './web-request.ts';

type Deps = Pick<SaveDeps, 'client' | 'mapping'>;
type Values = Readonly<Record<string, unknown>>;

const compare = (a: string, b: string) => Number(a > b) - Number(a < b);

/** The incidents of a company's account, with these columns. */
async function incidentsOf(
  cvr: string,
  columns: readonly string[],
  { client, mapping: { account, incident } }: Deps,
  by: Caller,
): Promise<readonly Values[]> {
  const filter = `${incident.customer.account}/${account.key} eq '${cvr.replaceAll("'", "''")}'`;
  const select = [incident.id, incident.record, ...columns].join(',');
  const found: Values[] = [];
  let path: string | undefined = `${incident.set}?$select=${select}&$filter=${encodeURIComponent(filter)}`;
  while (path !== undefined) {
    const { rows, next } = listOf(await client.send({ method: 'GET', path }, by));
    found.push(...rows);
    path = next;
  }
  return found;
}

/** All records that a company's incidents hold, each as `read` takes it, newest first. */
export async function recordsOf(
  cvr: string,
  read: (text: unknown) => CrmRecord | null,
  deps: Deps,
  by: Caller,
): Promise<readonly CrmRecord[]> {
  const rows = await incidentsOf(cvr, [], deps, by);
  const records = rows.flatMap((values) => read(values[deps.mapping.incident.record]) ?? []);
  return inOrder(records.filter((record) => record.cvr === cvr));
}

/** The cases of a company: ours by their records, and those that people made there without us, newest first. */
export async function servedCasesOf(
  cvr: string,
  read: (text: unknown) => CrmRecord | null,
  deps: Deps,
  by: Caller,
): Promise<readonly ServedCase[]> {
  const { incident, theirs } = deps.mapping;
  const owner = Object.entries(incident.columns).find(([, from]) => from === 'owner')?.[0];
  const columns = [incident.key, 'statecode', theirs.number, theirs.created, ...(owner ? [owner] : [])];
  const rows = await incidentsOf(cvr, columns, deps, by);
  const served = rows.flatMap((values): readonly ServedCase[] => {
    const record = read(values[incident.record]);
    if (record) return record.cvr === cvr ? [servedCaseOf(record)] : [];
    // A case of ours whose record cannot be read tells nothing.
    if (typeof values[incident.key] === 'string') return [];
    const whose =
      parseOrganisation(String(owner && values[owner])) ?? parseOrganisation(theirs.servedBy ?? '');
    const createdAt = values[theirs.created];
    if (!whose || typeof createdAt !== 'string') return [];
    return [
      {
        caseId: String(values[theirs.number] ?? values[incident.id]),
        status: values.statecode === 0 ? 'open' : 'closed',
        owner: whose,
        assignee: null,
        createdAt,
      },
    ];
  });
  return inOrder(served.filter(({ status }) => status !== ENTERED_IN_ERROR));
}

function inOrder<One extends { readonly caseId: string; readonly createdAt: string }>(
  cases: readonly One[],
): readonly One[] {
  return cases.toSorted((a, b) => compare(b.createdAt, a.createdAt) || compare(a.caseId, b.caseId));
}

import { z } from 'zod';
import { LIMITS } from '../../app/deadline.ts';
import { type CrmChange, type CrmChanges, CrmError } from '../../app/ports/crm.ts';
import { DataverseError, FAULT } from './dataverse-error.ts';
import type { TableMapping } from './mapping.ts';
import { listOf } from './rows.ts';
import type { SaveDeps } from './save.ts';
import type { Caller } from './web-request.ts';

/**
 * How far both tables have been read: addresses that Dataverse gave, of the changes after the last reading or, under `at`,
 * of the next page of the reading under way. `incidents` is null while the first reading looks for its token, `contacts` also
 * where that table keeps no changes.
 */
const tokens = z.object({
  incidents: z.string().nullable(),
  contacts: z.string().nullable(),
  at: z
    .object({
      table: z.enum(['incidents', 'contacts']),
      page: z.string().nullable(),
      /** What the tables that this reading is through with gave. */
      done: z.string().nullable(),
    })
    .optional(),
});
type Tokens = z.output<typeof tokens>;

/** The next page of the cases that have changed since a token, of the cases and then of their contacts. */
export async function readChanges(
  token: string | null,
  deps: Pick<SaveDeps, 'client' | 'mapping'>,
  by: Caller,
): Promise<CrmChanges> {
  const known = token === null ? { incidents: null, contacts: null } : tokensIn(token);
  if (known === 'unknown') return { state: 'expired' };
  const { table, page, done } = known.at ?? { table: 'incidents', page: null, done: null };
  const since = known[table];
  const read = await readPage(table, { page, since }, deps, by);
  if (read === 'expired') return { state: 'expired' };
  const { changes, next, delta } = read;
  const inTable = table === 'incidents' ? changes : changes.filter(({ caseId }) => caseId !== null);
  const answer = (next: Tokens, more: boolean): CrmChanges => ({
    state: 'read',
    changes: inTable,
    token: JSON.stringify(next),
    more,
  });
  if (next !== undefined) return answer({ ...known, at: { table, page: next, done } }, true);
  if (table === 'incidents') {
    const first = { table: 'contacts', page: null, done: delta } as const;
    // A contacts' table that keeps no changes is asked in the first reading only.
    if (since === null || known.contacts !== null) return answer({ ...known, at: first }, true);
    return answer({ incidents: delta, contacts: null }, false);
  }
  return answer({ incidents: done, contacts: delta }, false);
}

function tokensIn(token: string): Tokens | 'unknown' {
  try {
    return tokens.parse(JSON.parse(token));
  } catch {
    return 'unknown';
  }
}

/** Where a table's reading stands: at a page, else at the changes since an address; at neither, at its first page. */
interface Place {
  readonly page: string | null;
  readonly since: string | null;
}

interface Page {
  readonly changes: readonly CrmChange[];
  /** The next page; undefined after the last, which gives `delta`: null where the table keeps no changes. */
  readonly next?: string;
  readonly delta: string | null;
}

/** One page of a table's changes. In the first reading its rows are no changes. */
async function readPage(
  name: 'incidents' | 'contacts',
  { page, since }: Place,
  { client, mapping }: Pick<SaveDeps, 'client' | 'mapping'>,
  by: Caller,
): Promise<Page | 'expired'> {
  const table = mapping[name === 'incidents' ? 'incident' : 'contact'];
  const path = page ?? since ?? `${table.set}?$select=${table.key}`;
  const headers = { Prefer: 'odata.track-changes' };
  try {
    const answer = await client.send({ method: 'GET', path, headers, ceiling: LIMITS.crmChanges }, by);
    const { rows, next, delta } = listOf(answer);
    const changes = since === null ? [] : rows.map((values) => changeIn(values, table));
    if (next !== undefined) return { changes, next, delta: null };
    if (delta !== undefined) return { changes, delta };
  } catch (error) {
    if (!(error instanceof DataverseError)) throw error;
    if ((page ?? since) !== null && error.fault === FAULT.expiredChanges) return 'expired';
    // A page of an earlier day may be gone; a table that keeps no changes refuses to track them.
    if (error.code === 'rejected' && page !== null) return 'expired';
    if (error.code === 'rejected' && since === null && name === 'contacts')
      return { changes: [], delta: null };
    throw error;
  }
  throw new CrmError('unavailable', 'Dataverse gave no token of its changes');
}

function changeIn(values: Readonly<Record<string, unknown>>, { id, key }: TableMapping): CrmChange {
  const deleted = values.reason === 'deleted';
  const caseId = values[key];
  return {
    crmId: String(deleted ? values.id : values[id]),
    caseId: typeof caseId === 'string' ? caseId : null,
    deleted,
  };
}

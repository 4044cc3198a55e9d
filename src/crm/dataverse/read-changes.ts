import { z } from 'zod';
import { type CrmChange, type CrmChanges, CrmError } from '../../app/ports/crm.ts';
import { DataverseError, FAULT } from './dataverse-error.ts';
import type { TableMapping } from './mapping.ts';
import { listOf } from './rows.ts';
import type { SaveDeps } from './save.ts';
import type { Caller } from './web-request.ts';

/** The tokens of both tables: addresses that Dataverse gave. Null where the table keeps no changes. */
const tokens = z.object({ incidents: z.string(), contacts: z.string().nullable() });

type Read = { readonly changes: readonly CrmChange[]; readonly delta: string } | 'expired';

/** The cases and contacts that have changed since a token, each case once. */
export async function readChanges(
  token: string | null,
  deps: Pick<SaveDeps, 'client' | 'mapping'>,
  by: Caller,
): Promise<CrmChanges> {
  const { incident, contact } = deps.mapping;
  const known = token === null ? null : tokensIn(token);
  if (known === 'unknown') return { state: 'expired' };
  const cases = await readTable(incident, known?.incidents ?? null, deps, by);
  const people = await readTracked(contact, known?.contacts ?? null, deps, by);
  if (cases === 'expired' || people === 'expired') return { state: 'expired' };
  const ids = new Set(cases.changes.map(({ caseId }) => caseId));
  const more = people?.changes.filter(({ caseId }) => caseId !== null && !ids.has(caseId)) ?? [];
  return {
    state: 'read',
    changes: [...cases.changes, ...more],
    token: JSON.stringify({ incidents: cases.delta, contacts: people?.delta ?? null }),
  };
}

function tokensIn(token: string): z.output<typeof tokens> | 'unknown' {
  try {
    return tokens.parse(JSON.parse(token));
  } catch {
    return 'unknown';
  }
}

/** Contacts may keep no changes: then those of the cases are read alone. */
async function readTracked(...[table, token, deps, by]: Parameters<typeof readTable>): Promise<Read | null> {
  try {
    return await readTable(table, token, deps, by);
  } catch (error) {
    if (token === null && error instanceof DataverseError && error.code === 'rejected') return null;
    throw error;
  }
}

async function readTable(
  table: TableMapping,
  token: string | null,
  { client }: Pick<SaveDeps, 'client'>,
  by: Caller,
): Promise<Read> {
  const changes: CrmChange[] = [];
  let path = token ?? `${table.set}?$select=${table.key}`;
  for (;;) {
    let answer: Awaited<ReturnType<typeof client.send>>;
    try {
      answer = await client.send({ method: 'GET', path, headers: { Prefer: 'odata.track-changes' } }, by);
    } catch (error) {
      if (token !== null && error instanceof DataverseError && error.fault === FAULT.expiredChanges)
        return 'expired';
      throw error;
    }
    const { rows, next, delta } = listOf(answer);
    if (token !== null) changes.push(...rows.map((values) => changeIn(values, table)));
    if (delta !== undefined) return { changes, delta };
    if (next === undefined) throw new CrmError('unavailable', 'Dataverse gave no token of its changes');
    path = next;
  }
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

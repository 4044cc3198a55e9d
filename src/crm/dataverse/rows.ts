import { z } from 'zod';
import { CrmError } from '../../app/ports/crm.ts';
import { DataverseError } from './dataverse-error.ts';
import type { TableMapping } from './mapping.ts';
import type { Values } from './row-values.ts';
import type { Answer, Caller, DataverseClient, Request } from './web-request.ts';

/** A row as it was read. `etag` is opaque: it only says whether the row is still the same. */
export interface Row {
  readonly id: string;
  readonly etag: string;
  readonly values: Readonly<Record<string, unknown>>;
}

const rowShape = z.record(z.string(), z.unknown());

/** The address of a row by its alternate key. Key values hold no character that Dataverse refuses there. */
export function addressOf({ set, key }: Pick<TableMapping, 'set' | 'key'>, value: string): string {
  return `${set}(${key}='${encodeURIComponent(value.replaceAll("'", "''"))}')`;
}

/** A reference to a row, for a lookup. */
export const referenceTo = (table: Pick<TableMapping, 'set' | 'key'>, value: string) =>
  `/${addressOf(table, value)}`;

function rowOf({ body }: Answer, { id }: Pick<TableMapping, 'id'>): Row {
  const values = rowShape.safeParse(body).data;
  const found = values?.[id];
  const etag = values?.['@odata.etag'];
  if (values && typeof found === 'string' && typeof etag === 'string') return { id: found, etag, values };
  throw new CrmError('unavailable', 'Dataverse answered something that is no row');
}

/** The rows of an answer's list, and the address of its next page. */
export function listOf({ body }: Answer): {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly next: string | undefined;
  readonly delta: string | undefined;
} {
  const read = z
    .object({
      value: z.array(rowShape),
      '@odata.nextLink': z.string().optional(),
      '@odata.deltaLink': z.string().optional(),
    })
    .safeParse(body).data;
  if (!read) throw new CrmError('unavailable', 'Dataverse answered something that is no list');
  return { rows: read.value, next: read['@odata.nextLink'], delta: read['@odata.deltaLink'] };
}

/** Whether the answer says that there is no such row. A missing table, or a missing row of a lookup, is another error. */
const isMissing = (error: unknown) =>
  error instanceof DataverseError && error.status === 404 && error.code === 'rejected';

/** The row with this key; null where there is none. */
export async function findRow(
  client: DataverseClient,
  table: TableMapping,
  key: string,
  columns: readonly string[],
  by: Caller,
): Promise<Row | null> {
  const select = [table.id, ...columns].join(',');
  try {
    const answer = await client.send(
      { method: 'GET', path: `${addressOf(table, key)}?$select=${select}` },
      by,
    );
    return rowOf(answer, table);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** Makes a row under its key. Null where there is one already, perhaps by an earlier attempt whose answer was lost. */
export async function createRow(
  client: DataverseClient,
  table: TableMapping,
  key: string,
  body: Values,
  by: Caller,
): Promise<Row | null> {
  try {
    const answer = await client.send(
      {
        method: 'PATCH',
        path: `${addressOf(table, key)}?$select=${table.id}`,
        body,
        headers: { 'If-None-Match': '*', Prefer: 'return=representation' },
      },
      by,
    );
    return rowOf(answer, table);
  } catch (error) {
    if (error instanceof DataverseError && error.status === 412) return null;
    throw error;
  }
}

/** A change of a row that must be there; `etag`: and unchanged since it was read. */
export function changeOf(
  table: Pick<TableMapping, 'set' | 'key'>,
  key: string,
  body: Values,
  etag = '*',
): Request {
  return { method: 'PATCH', path: addressOf(table, key), body, headers: { 'If-Match': etag } };
}

/** Changes a row. False where it is gone: it is not made again. */
export async function changeRow(client: DataverseClient, request: Request, by: Caller): Promise<boolean> {
  try {
    await client.send(request, by);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

/** Sends changes of rows that may be gone by now. Throws the first other error. */
export async function changeRows(
  client: DataverseClient,
  requests: readonly Request[],
  by: Caller,
): Promise<void> {
  for (const result of await client.sendAll(requests, by))
    if (result instanceof DataverseError && !isMissing(result)) throw result;
}

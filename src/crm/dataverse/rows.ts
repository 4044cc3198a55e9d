import { z } from 'zod';
import { CrmError } from '../../app/ports/crm.ts';
import { DataverseError, FAULT } from './dataverse-error.ts';
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

/** Whether a body names another row in a lookup. */
const binds = (body: Request['body']) =>
  typeof body === 'object' &&
  Object.entries(body).some(([name, value]) => name.endsWith('@odata.bind') && value !== null);

/**
 * Whether the answer says that the row of the request is not there. A key that nobody has is answered like a lookup to
 * a row that is missing, so a request that may make its row, or that names another one, does not tell.
 */
function isMissing(error: unknown, { method, body, headers }: Request): boolean {
  if (!(error instanceof DataverseError) || error.status !== 404) return false;
  if (error.fault !== FAULT.missingReference) return error.code === 'rejected';
  return method === 'GET' || method === 'DELETE' || (headers?.['If-Match'] !== undefined && !binds(body));
}

/** Whether the row that a request changes is gone. Where the answer does not tell, the row is asked for. */
async function isGone(
  error: unknown,
  request: Request,
  client: DataverseClient,
  by: Caller,
): Promise<boolean> {
  if (isMissing(error, request)) return true;
  const isUnclear =
    error instanceof DataverseError &&
    error.fault === FAULT.missingReference &&
    request.headers?.['If-Match'] !== undefined;
  if (!isUnclear) return false;
  const asked: Request = { method: 'GET', path: request.path };
  try {
    await client.send(asked, by);
    return false;
  } catch (missing) {
    if (isMissing(missing, asked)) return true;
    throw missing;
  }
}

/** The row with this key; null where there is none. */
export async function findRow(
  client: DataverseClient,
  table: TableMapping,
  key: string,
  columns: readonly string[],
  by: Caller,
): Promise<Row | null> {
  const select = [table.id, ...columns].join(',');
  const request: Request = { method: 'GET', path: `${addressOf(table, key)}?$select=${select}` };
  try {
    return rowOf(await client.send(request, by), table);
  } catch (error) {
    if (isMissing(error, request)) return null;
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
    if (await isGone(error, request, client, by)) return false;
    throw error;
  }
}

/** The rows of a table whose key begins with a text, by their keys. */
export async function keysFrom(
  client: DataverseClient,
  { set, key }: Pick<TableMapping, 'set' | 'key'>,
  start: string,
  by: Caller,
): Promise<readonly string[]> {
  const filter = encodeURIComponent(`startswith(${key},'${start.replaceAll("'", "''")}')`);
  const keys: unknown[] = [];
  for (let path: string | undefined = `${set}?$select=${key}&$filter=${filter}`; path !== undefined; ) {
    const { rows, next } = listOf(await client.send({ method: 'GET', path }, by));
    keys.push(...rows.map((values) => values[key]));
    path = next;
  }
  return keys.filter((one) => typeof one === 'string');
}

/** Sends changes of rows that may be gone by now. Throws the first other error. */
export async function changeRows(
  client: DataverseClient,
  requests: readonly Request[],
  by: Caller,
): Promise<void> {
  const results = await client.sendAll(requests, by);
  for (const [place, request] of requests.entries()) {
    const result = results[place];
    if (result instanceof DataverseError && !(await isGone(result, request, client, by))) throw result;
  }
}

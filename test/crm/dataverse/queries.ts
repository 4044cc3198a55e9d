import type { DataverseServer, WebAnswer, WebRequest } from './dataverse-server.ts';
import { Refused, type StoredRow } from './stored-rows.ts';

const ROOT = '/api/data/v9.2/';

/** A row as it is answered, with its ETag. */
export function rowBody(
  set: string,
  row: StoredRow,
  select: string | null,
  { rows }: DataverseServer,
): object {
  const { id, columns, lookups } = rows.tableOf(set);
  const known = [id, ...Object.keys(columns)];
  const links = Object.keys(lookups).map((name) => [`_${name.split('_')[0]}_value`, row.links[name] ?? null]);
  const names = select?.split(',') ?? known;
  const wrong = names.find((name) => !known.includes(name) && !links.some(([link]) => link === name));
  if (wrong !== undefined)
    throw new Refused(
      400,
      '0x80060888',
      `Could not find a property named '${wrong}' on type 'Microsoft.Dynamics.CRM.${set}'.`,
    );
  const values: Record<string, unknown> = { ...Object.fromEntries(links), ...row.values, [id]: row.id };
  return {
    '@odata.etag': `W/"${row.version}"`,
    [id]: row.id,
    ...Object.fromEntries(names.map((name) => [name, values[name] ?? null])),
  };
}

/** A list of rows: `$select`, `$filter` with one `eq` or `startswith`, pages, and change tracking. */
export function readRows(set: string, request: WebRequest, server: DataverseServer): WebAnswer {
  const { query, headers } = request;
  const table = server.rows.tableOf(set);
  const select = query.get('$select');
  const isTracking = headers.prefer?.includes('odata.track-changes') || query.has('$deltatoken');
  const link = (name: string, value: number) => {
    const next = new URLSearchParams({ ...(select && { $select: select }), [name]: String(value) });
    const filter = query.get('$filter');
    if (filter) next.set('$filter', filter);
    return `${server.url}${ROOT}${set}?${String(next).replaceAll('%24', '$')}`;
  };
  if (isTracking) {
    if (['$filter', '$orderby', '$expand', '$top'].some((name) => query.has(name)))
      throw new Refused(400, '0x80060888', 'The query options are not supported with change tracking.');
    if (!table.tracked) throw new Refused(400, '0x80044353', `Change tracking is not enabled for ${set}.`);
  }
  const since = query.get('$deltatoken');
  if (since !== null) return changes(set, Number(since), request, server);
  const found = server.rows.all(set).filter((row) => fits(row, query.get('$filter'), set, server));
  const from = Number(query.get('$skiptoken') ?? 0);
  const page = found.slice(from, from + server.pageSize);
  const isLast = from + server.pageSize >= found.length;
  return {
    status: 200,
    body: {
      value: page.map((row) => rowBody(set, row, select, server)),
      ...(!isLast && { '@odata.nextLink': link('$skiptoken', from + server.pageSize) }),
      ...(isLast && isTracking && { '@odata.deltaLink': link('$deltatoken', server.rows.version) }),
    },
  };
}

/** Changed and deleted rows since a version, in pages. */
function changes(set: string, since: number, { query }: WebRequest, server: DataverseServer): WebAnswer {
  if (since < server.oldestToken)
    throw new Refused(
      400,
      '0x80044352',
      'Version stamp associated with the client has expired. Please perform a full sync.',
    );
  const select = query.get('$select');
  const address = `${server.url}${ROOT}${set}?${select ? `$select=${select}&` : ''}`;
  const changed = server.rows.all(set).filter(({ version }) => version > since);
  const gone = server.rows.deleted.filter((one) => one.set === set && one.version > since);
  const all = [
    ...changed.map((row) => rowBody(set, row, select, server)),
    ...gone.map(({ id }) => ({
      '@odata.context': `${server.url}${ROOT}$metadata#${set}/$deletedEntity`,
      id,
      reason: 'deleted',
    })),
  ];
  const from = Number(query.get('$skiptoken') ?? 0);
  const end = from + server.pageSize;
  return {
    status: 200,
    body: {
      value: all.slice(from, end),
      ...(end < all.length
        ? { '@odata.nextLink': `${address}$deltatoken=${since}&$skiptoken=${end}` }
        : { '@odata.deltaLink': `${address}$deltatoken=${server.rows.version}` }),
    },
  };
}

function fits(row: StoredRow, filter: string | null, set: string, { rows }: DataverseServer): boolean {
  if (filter === null) return true;
  const [, prefixed = '', prefix = ''] = /^startswith\((\w+),'(.*)'\)$/.exec(filter) ?? [];
  if (prefixed !== '') return String(row.values[prefixed] ?? '').startsWith(prefix);
  const read = /^(?:(\w+)\/)?(\w+) eq '(.*)'$/.exec(filter);
  if (!read) throw new Refused(400, '0x80060888', `The filter is not understood: ${filter}`);
  const [, lookup, column = '', value = ''] = read;
  if (lookup === undefined) return row.values[column] === value;
  const to = rows.tableOf(set).lookups[lookup];
  if (to === undefined) throw new Refused(400, '0x80060888', `Could not find a property named '${lookup}'`);
  return rows.rows.get(to)?.get(row.links[lookup] ?? '')?.values[column] === value;
}

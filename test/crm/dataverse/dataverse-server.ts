import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerBatch } from './batch-answers.ts';
import { allPrivileges, answerMetadata, privilegeOf } from './metadata-answers.ts';
import { plainOrganisation, type Table } from './organisation.ts';
import { readRows, rowBody } from './queries.ts';
import { MISSING_KEY, Refused, StoredRows } from './stored-rows.ts';

/** One request, as it came alone or inside a batch. */
export interface WebRequest {
  readonly method: string;
  /** What follows `/api/data/v9.2/`, decoded, with its query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export interface WebAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** What goes wrong with a request: no answer, cut before it is carried out, or after, with the answer lost. */
type Mishap = 'silent' | 'cut-before' | 'cut-after' | 'cut-half' | WebAnswer;

/** A Dataverse organisation on this machine, written from the public documentation. */
export interface DataverseServer {
  readonly url: string;
  readonly rows: StoredRows;
  readonly tables: Record<string, Table>;
  /** Every request that came, in order; `GET incidents(…)`. */
  readonly asked: string[];
  readonly requests: WebRequest[];
  /** Tokens that are taken. */
  readonly tokens: Set<string>;
  /** Entra object ids of users on whose behalf the application user may act. */
  readonly actors: Set<string>;
  /** The application user's privileges and how far each reaches. */
  readonly privileges: Map<string, string>;
  /** The code of the privilege that the application user lacks; null: none. */
  lacks: string | null;
  /** A gateway answers in the organisation's place. */
  isAway: boolean;
  pageSize: number;
  /** Change tokens older than this version have expired. */
  oldestToken: number;
  /** The next request that fits meets the mishap. */
  next(mishap: Mishap, fits?: (request: WebRequest) => boolean): void;
  close(): Promise<void>;
}

const ROOT = '/api/data/v9.2/';

export async function startDataverse(): Promise<DataverseServer> {
  const tables = plainOrganisation();
  const rows = new StoredRows(tables);
  const coming: { mishap: Mishap; fits: (request: WebRequest) => boolean }[] = [];
  const http = createServer((request, response) => void take(request, response));
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  const server: DataverseServer = {
    url: `http://127.0.0.1:${port}`,
    rows,
    tables,
    asked: [],
    requests: [],
    tokens: new Set(['token-1']),
    actors: new Set(),
    privileges: allPrivileges(tables),
    lacks: null,
    isAway: false,
    pageSize: 5_000,
    oldestToken: 0,
    next: (mishap, fits = () => true) => void coming.push({ mishap, fits }),
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };

  function answer(request: WebRequest): WebAnswer {
    server.requests.push(request);
    server.asked.push(`${request.method} ${request.path.split('?')[0]}`);
    const place = coming.findIndex(({ fits, mishap }) => typeof mishap === 'object' && fits(request));
    const [met] = place < 0 ? [] : coming.splice(place, 1);
    if (typeof met?.mishap === 'object') return met.mishap;
    try {
      return carryOut(request, server);
    } catch (error) {
      if (error instanceof Refused) return refusal(error.status, error.code, error.message);
      throw error;
    }
  }

  async function take(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
    const text = Buffer.concat(chunks).toString('utf8');
    const address = new URL(incoming.url ?? '/', server.url);
    const headers = Object.fromEntries(
      Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
    );
    const request: WebRequest = {
      method: incoming.method ?? 'GET',
      path: decodeURIComponent(address.pathname.slice(ROOT.length)),
      query: address.searchParams,
      headers,
      body: text,
    };
    const place = coming.findIndex(({ fits, mishap }) => typeof mishap === 'string' && fits(request));
    const [met] = place < 0 ? [] : coming.splice(place, 1);
    if (met?.mishap === 'silent') return;
    if (met?.mishap === 'cut-before') return void incoming.socket.destroy();
    const sent = authorised(request, address, () =>
      request.path === '$batch' ? answerBatch(request, answer) : answer({ ...request, body: jsonOf(text) }),
    );
    if (met?.mishap === 'cut-after') return void incoming.socket.destroy();
    const body =
      typeof sent.body === 'string' ? sent.body : sent.body === undefined ? '' : JSON.stringify(sent.body);
    response.writeHead(sent.status, {
      ...(sent.body !== undefined && { 'Content-Type': 'application/json; odata.metadata=minimal' }),
      ...sent.headers,
    });
    if (met?.mishap === 'cut-half') {
      response.write(body.slice(0, body.length / 2));
      setImmediate(() => incoming.socket.destroy());
      return;
    }
    response.end(body);
  }

  function authorised({ headers }: WebRequest, address: URL, work: () => WebAnswer): WebAnswer {
    const token = headers.authorization?.replace(/^Bearer /, '') ?? '';
    if (!server.tokens.has(token))
      return { status: 401, headers: { 'Content-Type': 'text/html' }, body: '<html>401</html>' };
    if (server.isAway)
      return { status: 503, headers: { 'Content-Type': 'text/html' }, body: '<html>503</html>' };
    if (!address.pathname.startsWith(ROOT)) return { status: 404, body: '' };
    if (server.lacks !== null) return refusal(403, server.lacks, 'Principal user is missing a privilege');
    const author = headers.callerobjectid;
    if (author !== undefined && !server.actors.has(author))
      return refusal(403, '0x8004a110', 'The application user may not act on behalf of this user');
    return work();
  }
  return server;
}

export const refusal = (status: number, code: string, message: string): WebAnswer => ({
  status,
  body: { error: { code, message } },
});

function jsonOf(text: string): unknown {
  return text === '' ? undefined : JSON.parse(text);
}

/** Refuses what the application user has no privilege for. `kinds` are those that the request needs on the set's table. */
function allow({ tables, privileges }: DataverseServer, set: string, ...kinds: readonly string[]): void {
  const [name = ''] = Object.entries(tables).find(([, table]) => table.set === set) ?? [];
  const lacking = kinds.map((kind) => privilegeOf(kind, name)).find((one) => !privileges.has(one));
  if (name !== '' && lacking !== undefined)
    throw new Refused(403, '0x80040220', `Principal user is missing ${lacking} privilege`);
}

/** A lookup needs the right to append on one side, and to be appended to on the other. */
function allowLinks(server: DataverseServer, set: string, body: Record<string, unknown>): void {
  for (const [name, to] of Object.entries(body)) {
    if (!name.endsWith('@odata.bind')) continue;
    allow(server, set, 'Append');
    allow(server, /^\/?(\w+)\(/.exec(String(to))?.[1] ?? '', 'AppendTo');
  }
}

function carryOut(request: WebRequest, server: DataverseServer): WebAnswer {
  const { rows } = server;
  const { method, path } = request;
  const body = request.body as Record<string, unknown>;
  const metadata = answerMetadata(request, server);
  if (metadata) return metadata;
  if (path === 'CloseIncident') {
    allow(server, 'incidents', 'Write');
    // The resolution is an activity.
    allow(server, 'tasks', 'Create');
    const resolution = body.IncidentResolution as Record<string, unknown>;
    const [, set = '', key = ''] =
      /^\/?(\w+)\((.*)\)$/.exec(String(resolution['incidentid@odata.bind'])) ?? [];
    const { row } = rows.find(set, key);
    if (!row) throw new Refused(404, MISSING_KEY, 'A record with the specified key values does not exist');
    rows.closeIncident(row.id, body.Status);
    return { status: 204 };
  }
  const one = /^(\w+)\((.*)\)$/s.exec(path);
  if (!one) {
    if (method === 'GET') {
      allow(server, path, 'Read');
      return readRows(path, request, server);
    }
    if (method !== 'POST') throw new Refused(405, '', 'Method not allowed');
    allow(server, path, 'Create');
    allowLinks(server, path, body);
    return made(path, rows.create(path, body, null, authorOf(request)).id, request, server, true);
  }
  const [, set = '', key = ''] = one;
  const { row, by } = rows.find(set, key);
  const isThere = row !== undefined;
  const { 'if-match': ifMatch, 'if-none-match': ifNoneMatch } = request.headers;
  const gone = () =>
    by === null
      ? new Refused(404, '0x80040217', `${set} With Id = ${key} Does Not Exist`)
      : new Refused(
          404,
          MISSING_KEY,
          `A record with the specified key values does not exist in ${set} entity`,
        );
  if (isThere && ifMatch !== undefined && ifMatch !== '*' && ifMatch !== `W/"${row.version}"`)
    throw new Refused(
      412,
      '0x80060882',
      "The version of the existing record doesn't match the RowVersion property provided.",
    );
  switch (method) {
    case 'GET':
      allow(server, set, 'Read');
      if (!isThere) throw gone();
      return { status: 200, body: rowBody(set, row, request.query.get('$select'), server) };
    case 'DELETE':
      allow(server, set, 'Delete');
      if (!isThere) throw gone();
      rows.remove(set, row.id);
      return { status: 204 };
    case 'PATCH':
      allow(server, set, isThere ? 'Write' : 'Create');
      allowLinks(server, set, body);
      if (request.headers.prefer?.includes('return=representation')) allow(server, set, 'Read');
      if (isThere && ifNoneMatch === '*')
        throw new Refused(412, '', 'A record with matching key values already exists.');
      if (!isThere && ifMatch !== undefined) throw gone();
      if (!row) return made(set, rows.create(set, body, by, authorOf(request)).id, request, server, true);
      rows.update(set, row, body);
      return made(set, row.id, request, server, false);
    default:
      throw new Refused(405, '', 'Method not allowed');
  }
}

const authorOf = ({ headers }: WebRequest) => headers.callerobjectid ?? 'application';

function made(
  set: string,
  id: string,
  request: WebRequest,
  server: DataverseServer,
  isNew: boolean,
): WebAnswer {
  const row = server.rows.rows.get(set)?.get(id);
  if (row && request.headers.prefer?.includes('return=representation'))
    return { status: isNew ? 201 : 200, body: rowBody(set, row, request.query.get('$select'), server) };
  // The address that was asked for, and not the id.
  const named = request.method === 'POST' ? `${set}(${id})` : request.path;
  return { status: 204, headers: { 'OData-EntityId': `${server.url}${ROOT}${named}` } };
}
